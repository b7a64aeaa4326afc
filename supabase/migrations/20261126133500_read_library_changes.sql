-- What a device missed while it slept or was offline. Transactions do not commit in the order in which they began, so
-- it looks ten seconds further back; to be told twice changes nothing.
create function public.library_changes(p_viewer uuid, p_since timestamptz, p_limit integer default 200) returns jsonb
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
    limit p_limit
  )
  select jsonb_build_object(
    'changes', coalesce((
      select jsonb_agg(jsonb_build_object('table', change."table", 'record', change.record) order by change.updated_at)
      from change), '[]'),
    'is_complete', (select count(*) < p_limit from change),
    'now', clock_timestamp())
$$;
comment on function public.library_changes(uuid, timestamptz, integer) is
  'Rows of a viewer''s library that changed since then, as Realtime would have told: {changes: [{table, record}], is_complete, now}. Not complete means: read everything anew.';
revoke all on function public.library_changes(uuid, timestamptz, integer) from public, anon, authenticated;
grant execute on function public.library_changes(uuid, timestamptz, integer) to authenticated;
