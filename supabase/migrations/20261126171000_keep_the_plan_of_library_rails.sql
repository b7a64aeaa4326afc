-- Every page of a signed-in home reads this, and planning it takes longer than running it: a function in SQL is planned at each
-- call, one in PL/pgSQL once per connection. No plan of it hangs on its parameters: each is a key of an index.
create or replace function public.library_rails(
  p_viewer uuid, p_maturity_limit integer, p_country text, p_limit integer default 20
) returns jsonb
language plpgsql stable security invoker set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return (
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
  );
end;
$$;
