-- The bell beside the account menu counts what is unread; its page shows the newest first.
create index notifications_unread_idx on public.notifications (user_id, viewer_profile_id) where not is_read;

create function public.notifications_page(
  p_viewer uuid, p_with_household boolean, p_maturity_limit integer, p_country text,
  p_after_value text default null, p_after_id uuid default null, p_limit integer default 31
) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with own as materialized (
    select told.id, told.type, told.title, told.message, told.is_read, told.created_at, told.action_url,
      told.metadata ->> 'movieId' as movie
    from public.notifications told
    where told.user_id = (select auth.uid())
      and (told.viewer_profile_id = p_viewer or (p_with_household and told.viewer_profile_id is null))
      and (told.expires_at is null or told.expires_at > now())
      and (p_after_value is null or (told.created_at, told.id) < (p_after_value::timestamptz, p_after_id))
    order by told.created_at desc, told.id desc
    limit least(greatest(p_limit, 1), 101)
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', own.id, 'type', own.type, 'title', own.title, 'message', own.message, 'is_read', own.is_read,
    'created_at', own.created_at, 'after', own.created_at::text,
    -- A title that has gone, or moved above this viewer's limit, is still told of; it leads nowhere.
    'action_url', case when own.movie is null or movie.id is not null then own.action_url end,
    'poster_path', movie.poster_path, 'poster_placeholder', movie.poster_placeholder
  ) order by own.created_at desc, own.id desc), '[]')
  from own
  left join lateral public.catalogue_visible(p_maturity_limit, p_country) movie
    on movie.id = case when pg_input_is_valid(own.movie, 'uuid') then own.movie::uuid end
$$;
comment on function public.notifications_page(uuid, boolean, integer, text, text, uuid, integer) is
  'What one of the caller''s viewers, and with p_with_household their account, was told, newest first; the next page begins after the last row''s (after, id).';
revoke all on function public.notifications_page(uuid, boolean, integer, text, text, uuid, integer)
  from public, anon, authenticated;
grant execute on function public.notifications_page(uuid, boolean, integer, text, text, uuid, integer) to authenticated;

-- Devices hear of notifications as they hear of the library.
create or replace function public.library_changes(p_viewer uuid, p_since timestamptz, p_limit integer default 200) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with change as materialized (
    (select 'user_favorites' as "table", entry.updated_at, jsonb_build_object(
      'movie_id', entry.movie_id, 'deleted_at', entry.deleted_at) as record
    from public.user_favorites entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit p_limit)
    union all
    (select 'user_watchlist', entry.updated_at, jsonb_build_object(
      'movie_id', entry.movie_id, 'deleted_at', entry.deleted_at)
    from public.user_watchlist entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit p_limit)
    union all
    (select 'hidden_movies', entry.updated_at, jsonb_build_object(
      'movie_id', entry.movie_id, 'deleted_at', entry.deleted_at)
    from public.hidden_movies entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit p_limit)
    union all
    (select 'movie_ratings', entry.updated_at, jsonb_build_object(
      'movie_id', entry.movie_id, 'deleted_at', entry.deleted_at, 'rating', entry.rating)
    from public.movie_ratings entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit p_limit)
    union all
    (select 'viewing_history', entry.updated_at, jsonb_build_object('movie_id', entry.movie_id)
    from public.viewing_history entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit p_limit)
    union all
    (select 'notifications', greatest(told.created_at, told.read_at), '{}'
    from public.notifications told
    where told.user_id = (select auth.uid()) and told.viewer_profile_id = p_viewer
      and greatest(told.created_at, told.read_at) > p_since - interval '10 seconds'
    order by 2 limit p_limit)
    limit p_limit
  )
  select jsonb_build_object(
    'changes', coalesce((
      select jsonb_agg(jsonb_build_object('table', change."table", 'record', change.record) order by change.updated_at)
      from change), '[]'),
    'is_complete', (select count(*) < p_limit from change),
    'now', clock_timestamp())
$$;
