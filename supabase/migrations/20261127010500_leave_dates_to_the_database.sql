-- Of an admin's rows, too, the dates are the database's own, and so is whose work they are. A number is given with a new row
-- or by the database, and stays. Movies were made so from the start.
revoke insert, update on public.categories from authenticated;
grant insert (id, name, slug, description, image_path, position, is_active) on public.categories to authenticated;
grant update (name, slug, description, image_path, position, is_active) on public.categories to authenticated;

revoke insert, update on public.movie_availability from authenticated;
grant insert (id, movie_id, country, available_from, available_until) on public.movie_availability to authenticated;
grant update (movie_id, country, available_from, available_until) on public.movie_availability to authenticated;

revoke insert, update on public.episodes from authenticated;
grant insert (
  id, movie_id, season, number, slug, title, description, duration_seconds, still_path, still_placeholder,
  asset_id
) on public.episodes to authenticated;
grant update (
  movie_id, season, number, slug, title, description, duration_seconds, still_path, still_placeholder, asset_id
) on public.episodes to authenticated;

revoke insert, update on public.people from authenticated;
grant insert (
  id, slug, name, biography, photo_path, photo_placeholder, tmdb_id, imdb_id
) on public.people to authenticated;
grant update (
  slug, name, biography, photo_path, photo_placeholder, tmdb_id, imdb_id
) on public.people to authenticated;

revoke insert, update on public.credits from authenticated;
grant insert (id, movie_id, person_id, role, character, position) on public.credits to authenticated;
grant update (movie_id, person_id, role, character, position) on public.credits to authenticated;

revoke insert, update on public.collections from authenticated;
grant insert (
  id, slug, title, description, image_path, position, is_published, translations
) on public.collections to authenticated;
grant update (
  slug, title, description, image_path, position, is_published, translations
) on public.collections to authenticated;

revoke insert, update on public.collection_items from authenticated;
grant insert (id, collection_id, movie_id, position) on public.collection_items to authenticated;
grant update (collection_id, movie_id, position) on public.collection_items to authenticated;

revoke insert, update on public.video_assets from authenticated;
grant insert (
  id, movie_id, episode_id, kind, status, source_path, source_sha256, hls_path, duration_seconds, size_bytes,
  renditions, audio_tracks, thumbnails_path, segments, progress_percent, error_text, attempts
) on public.video_assets to authenticated;
grant update (
  movie_id, episode_id, kind, status, source_path, source_sha256, hls_path, duration_seconds, size_bytes,
  renditions, audio_tracks, thumbnails_path, segments, progress_percent, error_text, attempts
) on public.video_assets to authenticated;

revoke insert, update on public.subtitles from authenticated;
grant insert (id, asset_id, language, label, kind, path, is_default) on public.subtitles to authenticated;
grant update (asset_id, language, label, kind, path, is_default) on public.subtitles to authenticated;

revoke insert, update on public.subscription_plans from authenticated;
grant insert (
  id, slug, name, tier, description, features, max_concurrent_streams, max_video_height, has_ads, trial_days,
  position, is_active
) on public.subscription_plans to authenticated;
grant update (
  slug, name, tier, description, features, max_concurrent_streams, max_video_height, has_ads, trial_days,
  position, is_active
) on public.subscription_plans to authenticated;

revoke insert, update on public.plan_prices from authenticated;
grant insert (
  id, plan_id, billing_cycle, currency, amount_minor, provider, provider_price_id, is_active
) on public.plan_prices to authenticated;
grant update (
  plan_id, billing_cycle, currency, amount_minor, provider, provider_price_id, is_active
) on public.plan_prices to authenticated;

revoke insert, update on public.system_config from authenticated;
grant insert (key, value, description) on public.system_config to authenticated;
grant update (key, value, description) on public.system_config to authenticated;

revoke insert, update on public.feature_flags from authenticated;
grant insert (key, description, is_enabled, roles, percentage) on public.feature_flags to authenticated;
grant update (key, description, is_enabled, roles, percentage) on public.feature_flags to authenticated;

alter table public.video_assets alter column created_by set default auth.uid();

create function private.stamp_updated_by() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.updated_by := coalesce((select auth.uid()), new.updated_by);
  return new;
end;
$$;
comment on function private.stamp_updated_by() is 'Whoever is signed in is who changed it; the service says so itself.';
revoke all on function private.stamp_updated_by() from public, anon, authenticated;

create trigger stamp_updated_by before insert or update on public.system_config
  for each row execute function private.stamp_updated_by();
