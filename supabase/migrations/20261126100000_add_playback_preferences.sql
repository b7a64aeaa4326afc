-- How a viewer watches. What two booleans said of openings and recaps becomes a choice of three for each kind of segment.
alter table public.viewer_profiles
  add column intro_choice text not null default 'ask' check (intro_choice in ('ask', 'skip', 'never')),
  add column recap_choice text not null default 'ask' check (recap_choice in ('ask', 'skip', 'never')),
  add column credits_choice text not null default 'ask' check (credits_choice in ('ask', 'skip', 'never')),
  add column wants_subtitles boolean,
  add column audio_language text check (audio_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  add column data_saver boolean not null default false,
  add constraint viewer_profiles_subtitle_style_keys
    check (subtitle_style - array['size', 'color', 'background', 'delaySeconds'] = '{}');
comment on column public.viewer_profiles.intro_choice is 'Openings: offer to skip them, skip them, or leave them alone.';
comment on column public.viewer_profiles.wants_subtitles is 'Null while nobody has said: then the film''s own default is shown.';
comment on column public.viewer_profiles.data_saver is 'Caps the picture and plays no previews.';

update public.viewer_profiles set intro_choice = 'skip' where skip_intro;
update public.viewer_profiles set recap_choice = 'skip' where skip_recap;

alter publication supabase_realtime drop table public.viewer_profiles;
alter table public.viewer_profiles drop column skip_intro, drop column skip_recap;
alter publication supabase_realtime add table public.viewer_profiles (
  id, user_id, slot, name, avatar_path, is_kids, maturity_limit, has_pin, pin_locked_until, language, autoplay_next,
  autoplay_previews, subtitle_language, subtitle_style, intro_choice, recap_choice, credits_choice, wants_subtitles,
  audio_language, data_saver, history_paused, taste_reset_at, created_at, updated_at
);

grant select (intro_choice, recap_choice, credits_choice, wants_subtitles, audio_language, data_saver)
  on public.viewer_profiles to authenticated;
grant update (intro_choice, recap_choice, credits_choice, wants_subtitles, audio_language, data_saver)
  on public.viewer_profiles to authenticated;

-- How the viewer watches comes with the start; what they prefer to hear decides which sound is the default.
create or replace function public.playback_source(
  p_user uuid, p_viewer uuid, p_movie uuid, p_episode uuid, p_maturity_limit integer, p_country text
) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'card', public.movie_card(movie),
    'episode', case when episode.id is not null then public.episode_card(episode) end,
    'next_episode', case when episode.id is not null then (
      select public.episode_card(following)
      from public.next_episode(movie.id, episode.season, episode.number) following) end,
    'asset', case when asset.id is not null then jsonb_build_object(
      'id', asset.id, 'duration_seconds', asset.duration_seconds, 'renditions', asset.renditions,
      'audio_tracks', asset.audio_tracks, 'thumbnails_path', asset.thumbnails_path, 'segments', asset.segments) end,
    'subtitles', coalesce((
      select jsonb_agg(jsonb_build_object(
        'language', subtitle.language, 'label', subtitle.label, 'kind', subtitle.kind, 'path', subtitle.path,
        'is_default', subtitle.is_default) order by subtitle.is_default desc, subtitle.label, subtitle.path)
      from public.subtitles subtitle where subtitle.asset_id = asset.id), '[]'),
    'resume', (
      select jsonb_build_object('progress_seconds', history.progress_seconds, 'watch_percentage', history.watch_percentage)
      from public.viewing_history history
      where history.viewer_profile_id = p_viewer and history.movie_id = movie.id
        and history.episode_id is not distinct from episode.id and history.deleted_at is null),
    'preferences', (
      select jsonb_build_object(
        'autoplay_next', profile.autoplay_next, 'autoplay_previews', profile.autoplay_previews,
        'intro_choice', profile.intro_choice, 'recap_choice', profile.recap_choice,
        'credits_choice', profile.credits_choice, 'subtitle_language', profile.subtitle_language,
        'wants_subtitles', profile.wants_subtitles, 'audio_language', profile.audio_language,
        'subtitle_style', profile.subtitle_style, 'data_saver', profile.data_saver)
      from public.viewer_profiles profile where profile.id = p_viewer),
    'entitlement', (select to_jsonb(entitlement) from public.current_entitlement(p_user) entitlement),
    'plans', coalesce((
      select jsonb_agg(jsonb_build_object(
        'tier', plan.tier, 'name', plan.name, 'max_video_height', plan.max_video_height) order by plan.max_video_height)
      from public.subscription_plans plan where plan.is_active), '[]'))
  from public.catalogue_visible(p_maturity_limit, p_country) movie
  left join public.episodes episode on episode.movie_id = movie.id and episode.id = coalesce(
    p_episode,
    (select point.episode_id from public.resume_point(p_viewer, movie.id) point),
    (select beginning.id from public.next_episode(movie.id, 0, 0) beginning))
    and movie.type = 'series'
  left join public.video_assets asset on asset.status = 'ready'
    and asset.id = case when movie.type = 'series' then episode.asset_id else movie.asset_id end
  where movie.id = p_movie and (p_episode is null or episode.id is not null)
$$;
