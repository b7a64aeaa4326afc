drop function public.continue_watching(uuid, integer, text, integer);

-- Marking a season by hand gives all its episodes one moment: then the last of them was the latest.
create or replace function public.resume_point(p_viewer uuid, p_movie uuid)
returns table (episode_id uuid, progress_seconds double precision, watch_percentage double precision, watched_at timestamptz)
language sql stable security invoker set search_path = ''
as $$
  with latest as (
    select history.*, episode.season, episode.number
    from public.viewing_history history
    left join public.episodes episode on episode.id = history.episode_id
    where history.viewer_profile_id = p_viewer and history.movie_id = p_movie and history.deleted_at is null
    order by history.watched_at desc, episode.season desc, episode.number desc
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

-- The item of each title that a viewer last really watched: past a glance (5 % or 60 s), or to its end.
create function public.latest_watched(p_viewer uuid, p_limit integer)
returns table (
  movie_id uuid, episode_id uuid, season smallint, number smallint, progress_seconds double precision,
  watch_percentage double precision, watched_at timestamptz, is_unfinished boolean
)
language sql stable security invoker set search_path = ''
as $$
  with touched as materialized (
    select history.movie_id, max(history.watched_at) as watched_at
    from public.viewing_history history
    where history.viewer_profile_id = p_viewer and history.deleted_at is null
      and not exists (
        select from public.hidden_movies hidden
        where hidden.viewer_profile_id = p_viewer and hidden.movie_id = history.movie_id and hidden.deleted_at is null)
    group by history.movie_id
    having coalesce(max(history.dismissed_at) < max(history.watched_at), true)
    order by 2 desc
    limit p_limit
  )
  select touched.movie_id, latest.episode_id, latest.season, latest.number, latest.progress_seconds,
    latest.watch_percentage, latest.watched_at, latest.watch_percentage < 90 and latest.is_begun
  from touched
  cross join lateral (
    select history.episode_id, episode.season, episode.number, history.progress_seconds, history.watch_percentage,
      history.watched_at, begun.is_begun
    from public.viewing_history history
    left join public.episodes episode on episode.id = history.episode_id
    cross join lateral (select history.watch_percentage >= 5 or history.progress_seconds >= 60 as is_begun) begun
    where history.viewer_profile_id = p_viewer and history.movie_id = touched.movie_id and history.deleted_at is null
      and (begun.is_begun or history.completed)
    order by history.watched_at desc, episode.season desc, episode.number desc
    limit 1
  ) latest
$$;
comment on function public.latest_watched(uuid, integer) is
  'Of each title that is neither hidden nor dismissed, what the viewer watched last, newest title first.';
revoke all on function public.latest_watched(uuid, integer) from public, anon, authenticated;
grant execute on function public.latest_watched(uuid, integer) to authenticated;

create function public.library_rails(
  p_viewer uuid, p_maturity_limit integer, p_country text, p_limit integer default 20
) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with latest as materialized (select * from public.latest_watched(p_viewer, 200)),
  resume as (
    select latest.*, public.movie_card(movie) as card,
      case when episode.id is not null then public.episode_card(episode) end as episode
    from latest
    join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = latest.movie_id
    left join public.episodes episode on episode.id = latest.episode_id
    where latest.is_unfinished and coalesce(episode.asset_id, movie.asset_id) is not null
    order by latest.watched_at desc, latest.movie_id
    limit least(greatest(p_limit, 1), 50)
  ),
  -- Of a series whose last watched episode was finished: the next one that was not, new when it came after that.
  next_up as (
    select latest.movie_id, public.movie_card(movie) as card, following.episode, following.is_new,
      case when following.is_new then following.released_at else latest.watched_at end as moment
    from latest
    join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = latest.movie_id
    cross join lateral (
      select public.episode_card(episode) as episode, release.released_at,
        release.released_at > latest.watched_at as is_new
      from public.episodes episode
      join public.video_assets asset on asset.id = episode.asset_id
      cross join lateral (select greatest(episode.created_at, asset.created_at) as released_at) release
      where episode.movie_id = latest.movie_id and episode.season > 0
        and (episode.season, episode.number) > (latest.season, latest.number)
        and not exists (
          select from public.viewing_history seen
          where seen.viewer_profile_id = p_viewer and seen.movie_id = episode.movie_id and seen.episode_id = episode.id
            and seen.completed and seen.deleted_at is null)
      order by episode.season, episode.number
      limit 1
    ) following
    where not latest.is_unfinished and latest.episode_id is not null
    order by moment desc, latest.movie_id
    limit least(greatest(p_limit, 1), 50)
  )
  select jsonb_build_object(
    'resume', coalesce((select jsonb_agg(jsonb_build_object(
      'card', resume.card, 'episode', resume.episode, 'progress_seconds', resume.progress_seconds,
      'watch_percentage', resume.watch_percentage) order by resume.watched_at desc, resume.movie_id) from resume), '[]'),
    'next_up', coalesce((select jsonb_agg(jsonb_build_object(
      'card', next_up.card, 'episode', next_up.episode, 'is_new', next_up.is_new)
      order by next_up.moment desc, next_up.movie_id) from next_up), '[]'),
    'hidden', coalesce((select jsonb_agg(hidden.movie_id) from (
      select entry.movie_id from public.hidden_movies entry
      where entry.viewer_profile_id = p_viewer and entry.deleted_at is null
      order by entry.decided_at desc limit 1000) hidden), '[]'))
$$;
comment on function public.library_rails(uuid, integer, text, integer) is
  'What a viewer goes on with, in one round trip: resume (begun past 5 % or 60 s, not finished), next_up (the next episode of a series whose last watched one was finished), and the ids of hidden titles.';
revoke all on function public.library_rails(uuid, integer, text, integer) from public, anon, authenticated;
grant execute on function public.library_rails(uuid, integer, text, integer) to authenticated;
