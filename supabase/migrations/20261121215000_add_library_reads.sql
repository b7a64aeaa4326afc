-- What the pages of one viewer read, one round trip each. Invokers: row-level security keeps every household's rows to
-- itself, and the titles come through catalogue_visible, so a title above the viewer's limit appears in no list.

create function public.next_episode(p_movie uuid, p_season integer, p_number integer) returns setof public.episodes
language sql stable security invoker
as $$
  select episode.*
  from public.episodes episode
  where episode.movie_id = p_movie and episode.asset_id is not null and episode.season > 0
    and (episode.season, episode.number) > (p_season, p_number)
  order by episode.season, episode.number
  limit 1
$$;
comment on function public.next_episode(uuid, integer, integer) is
  'The playable episode that follows; (0, 0) asks for the first. Specials (season 0) are never next.';
revoke all on function public.next_episode(uuid, integer, integer) from public;
grant execute on function public.next_episode(uuid, integer, integer) to anon, authenticated, service_role;

create function public.episode_card(episode public.episodes) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'id', episode.id, 'slug', episode.slug, 'season', episode.season, 'number', episode.number,
    'title', episode.title, 'description', episode.description, 'duration_seconds', episode.duration_seconds,
    'still_path', episode.still_path, 'still_placeholder', episode.still_placeholder,
    'is_playable', episode.asset_id is not null)
$$;
comment on function public.episode_card(public.episodes) is 'What lists and the player show of an episode.';
revoke all on function public.episode_card(public.episodes) from public;
grant execute on function public.episode_card(public.episodes) to anon, authenticated, service_role;

-- The item of a title that a viewer would play now: what was left unfinished, else the next one not yet watched.
create function public.resume_point(p_viewer uuid, p_movie uuid)
returns table (episode_id uuid, progress_seconds double precision, watch_percentage double precision, watched_at timestamptz)
language sql stable security invoker set search_path = ''
as $$
  with latest as (
    select history.*, episode.season, episode.number
    from public.viewing_history history
    left join public.episodes episode on episode.id = history.episode_id
    where history.viewer_profile_id = p_viewer and history.movie_id = p_movie and history.deleted_at is null
    order by history.watched_at desc, history.id desc
    limit 1
  ),
  unwatched as (
    select episode.id
    from latest
    join public.episodes episode on episode.movie_id = p_movie and episode.asset_id is not null
    where latest.episode_id is not null and episode.season > 0
      and (episode.season, episode.number) > (latest.season, latest.number)
      and not exists (
        select from public.viewing_history seen
        where seen.viewer_profile_id = p_viewer and seen.movie_id = p_movie and seen.episode_id = episode.id
          and seen.completed and seen.deleted_at is null)
    order by episode.season, episode.number
    limit 1
  )
  select latest.episode_id, latest.progress_seconds, latest.watch_percentage, latest.watched_at
  from latest where latest.watch_percentage < 90
  union all
  select unwatched.id, 0, 0, latest.watched_at
  from latest cross join unwatched where latest.watch_percentage >= 90
$$;
comment on function public.resume_point(uuid, uuid) is
  'Where a viewer goes on in a title; no row when nothing was begun or everything is watched.';
revoke all on function public.resume_point(uuid, uuid) from public, anon, authenticated;
grant execute on function public.resume_point(uuid, uuid) to authenticated, service_role;

create function public.continue_watching(
  p_viewer uuid, p_maturity_limit integer, p_country text, p_limit integer default 20
) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with begun as (
    select history.movie_id, max(history.watched_at) as watched_at
    from public.viewing_history history
    where history.viewer_profile_id = p_viewer and history.deleted_at is null
    group by history.movie_id
    having bool_and(history.dismissed_at is null or history.dismissed_at < history.watched_at)
    order by 2 desc
    limit 100
  ),
  offered as (
    select begun.watched_at, point.progress_seconds, point.watch_percentage, movie.id,
      public.movie_card(movie) as card, public.episode_card(episode) as episode_card, episode.id as episode_id
    from begun
    join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = begun.movie_id
    cross join lateral public.resume_point(p_viewer, begun.movie_id) point
    left join public.episodes episode on episode.id = point.episode_id
    where coalesce(episode.asset_id, movie.asset_id) is not null
      -- A glance is not a beginning; the next episode of a series that is being watched is.
      and (point.watch_percentage >= 5 or point.progress_seconds >= 60
        or (point.episode_id is not null and point.progress_seconds = 0))
    order by begun.watched_at desc, movie.id
    limit least(greatest(p_limit, 1), 50)
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'card', card, 'episode', case when episode_id is not null then episode_card end,
    'progress_seconds', progress_seconds, 'watch_percentage', watch_percentage, 'watched_at', watched_at
  ) order by watched_at desc, id), '[]')
  from offered
$$;
comment on function public.continue_watching(uuid, integer, text, integer) is
  'What a viewer has begun (past 5 % or 60 s, before 90 %), newest first, and the next unwatched episode of a series.';
revoke all on function public.continue_watching(uuid, integer, text, integer) from public, anon, authenticated;
grant execute on function public.continue_watching(uuid, integer, text, integer) to authenticated;

create function public.title_state(p_viewer uuid, p_movie uuid) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'is_favorite', exists (
      select from public.user_favorites saved
      where saved.viewer_profile_id = p_viewer and saved.movie_id = p_movie and saved.deleted_at is null),
    'is_on_watchlist', exists (
      select from public.user_watchlist saved
      where saved.viewer_profile_id = p_viewer and saved.movie_id = p_movie and saved.deleted_at is null),
    'progress', coalesce((
      select jsonb_agg(jsonb_build_object(
        'episode_id', history.episode_id, 'progress_seconds', history.progress_seconds,
        'watch_percentage', history.watch_percentage, 'completed', history.completed))
      from public.viewing_history history
      where history.viewer_profile_id = p_viewer and history.movie_id = p_movie and history.deleted_at is null), '[]'),
    'resume', (
      select jsonb_build_object(
        'episode_id', point.episode_id, 'progress_seconds', point.progress_seconds,
        'watch_percentage', point.watch_percentage)
      from public.resume_point(p_viewer, p_movie) point))
$$;
comment on function public.title_state(uuid, uuid) is 'What a title page shows to one viewer besides the title itself.';
revoke all on function public.title_state(uuid, uuid) from public, anon, authenticated;
grant execute on function public.title_state(uuid, uuid) to authenticated;

create function public.saved_titles(
  p_viewer uuid, p_list text, p_maturity_limit integer, p_country text,
  p_after_value timestamptz default null, p_after_id uuid default null, p_limit integer default 36
) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('card', page.card, 'after', page.created_at, 'id', page.id)
    order by page.created_at desc, page.id desc), '[]')
  from (
    select public.movie_card(movie) as card, saved.created_at, saved.id
    from (
      select favorite.id, favorite.movie_id, favorite.created_at from public.user_favorites favorite
      where p_list = 'favorites' and favorite.viewer_profile_id = p_viewer and favorite.deleted_at is null
      union all
      select entry.id, entry.movie_id, entry.created_at from public.user_watchlist entry
      where p_list = 'watchlist' and entry.viewer_profile_id = p_viewer and entry.deleted_at is null
    ) saved
    join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = saved.movie_id
    where p_after_value is null or (saved.created_at, saved.id) < (p_after_value, p_after_id)
    order by saved.created_at desc, saved.id desc
    limit least(greatest(p_limit, 1), 101)
  ) page
$$;
comment on function public.saved_titles(uuid, text, integer, text, timestamptz, uuid, integer) is
  'One page of a viewer''s favorites or watchlist, newest first: [{card, after, id}].';
revoke all on function public.saved_titles(uuid, text, integer, text, timestamptz, uuid, integer)
  from public, anon, authenticated;
grant execute on function public.saved_titles(uuid, text, integer, text, timestamptz, uuid, integer) to authenticated;

create function public.history_page(
  p_viewer uuid, p_maturity_limit integer, p_country text,
  p_after_value timestamptz default null, p_after_id uuid default null, p_limit integer default 36
) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', page.id, 'card', page.card, 'episode', page.episode, 'progress_seconds', page.progress_seconds,
    'watch_percentage', page.watch_percentage, 'completed', page.completed, 'after', page.watched_at)
    order by page.watched_at desc, page.id desc), '[]')
  from (
    select history.id, history.watched_at, history.progress_seconds, history.watch_percentage, history.completed,
      public.movie_card(movie) as card,
      case when episode.id is not null then public.episode_card(episode) end as episode
    from public.viewing_history history
    join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = history.movie_id
    left join public.episodes episode on episode.id = history.episode_id
    where history.viewer_profile_id = p_viewer and history.deleted_at is null
      and (p_after_value is null or (history.watched_at, history.id) < (p_after_value, p_after_id))
    order by history.watched_at desc, history.id desc
    limit least(greatest(p_limit, 1), 101)
  ) page
$$;
comment on function public.history_page(uuid, integer, text, timestamptz, uuid, integer) is
  'One page of what a viewer watched, newest first.';
revoke all on function public.history_page(uuid, integer, text, timestamptz, uuid, integer) from public, anon, authenticated;
grant execute on function public.history_page(uuid, integer, text, timestamptz, uuid, integer) to authenticated;
