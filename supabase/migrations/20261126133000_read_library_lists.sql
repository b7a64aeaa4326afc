drop function public.title_state(uuid, uuid);
drop function public.saved_titles(uuid, text, integer, text, timestamptz, uuid, integer);
drop function public.history_page(uuid, integer, text, timestamptz, uuid, integer);

create function public.title_state(p_viewer uuid, p_movie uuid, p_maturity_limit integer, p_country text) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'is_favorite', exists (
      select from public.user_favorites saved
      where saved.viewer_profile_id = p_viewer and saved.movie_id = movie.id and saved.deleted_at is null),
    'is_on_watchlist', exists (
      select from public.user_watchlist saved
      where saved.viewer_profile_id = p_viewer and saved.movie_id = movie.id and saved.deleted_at is null),
    'is_hidden', exists (
      select from public.hidden_movies hidden
      where hidden.viewer_profile_id = p_viewer and hidden.movie_id = movie.id and hidden.deleted_at is null),
    'rating', (
      select mine.rating from public.movie_ratings mine
      where mine.viewer_profile_id = p_viewer and mine.movie_id = movie.id and mine.deleted_at is null),
    'average_rating', movie.average_rating, 'rating_count', movie.rating_count, 'type', movie.type,
    'progress', coalesce((
      select jsonb_agg(jsonb_build_object(
        'episode_id', history.episode_id, 'progress_seconds', history.progress_seconds,
        'watch_percentage', history.watch_percentage, 'completed', history.completed,
        'marked_by_hand', history.marked_by_hand))
      from public.viewing_history history
      where history.viewer_profile_id = p_viewer and history.movie_id = movie.id and history.deleted_at is null), '[]'),
    'resume', (
      select jsonb_build_object(
        'episode_id', point.episode_id, 'progress_seconds', point.progress_seconds,
        'watch_percentage', point.watch_percentage)
      from public.resume_point(p_viewer, movie.id) point))
  from public.catalogue_visible(p_maturity_limit, p_country) movie
  where movie.id = p_movie
$$;
comment on function public.title_state(uuid, uuid, integer, text) is
  'What a title page shows to one viewer besides the title itself; null where they may not see the title.';
revoke all on function public.title_state(uuid, uuid, integer, text) from public, anon, authenticated;
grant execute on function public.title_state(uuid, uuid, integer, text) to authenticated;

-- A film is watched when it was finished, a series when every episode that can be played was.
create function public.listed_titles(p_viewer uuid, p_list text, p_maturity_limit integer, p_country text)
returns table (
  id uuid, decided_at timestamptz, rating double precision, movie public.movies, is_watched boolean
)
language sql stable security invoker set search_path = ''
as $$
  select entry.id, entry.decided_at, entry.rating, movie, coalesce(
    case movie.type
      when 'movie' then exists (
        select from public.viewing_history seen
        where seen.viewer_profile_id = p_viewer and seen.movie_id = movie.id and seen.episode_id is null
          and seen.completed and seen.deleted_at is null)
      else (
        select bool_and(seen.id is not null)
        from public.episodes episode
        left join public.viewing_history seen on seen.viewer_profile_id = p_viewer and seen.movie_id = movie.id
          and seen.episode_id = episode.id and seen.completed and seen.deleted_at is null
        where episode.movie_id = movie.id and episode.season > 0 and episode.asset_id is not null)
    end, false)
  from (
    select favorite.id, favorite.movie_id, favorite.decided_at, null::double precision as rating
    from public.user_favorites favorite
    where p_list = 'favorites' and favorite.viewer_profile_id = p_viewer and favorite.deleted_at is null
    union all
    select saved.id, saved.movie_id, saved.decided_at, null from public.user_watchlist saved
    where p_list = 'watchlist' and saved.viewer_profile_id = p_viewer and saved.deleted_at is null
    union all
    select hidden.id, hidden.movie_id, hidden.decided_at, null from public.hidden_movies hidden
    where p_list = 'hidden' and hidden.viewer_profile_id = p_viewer and hidden.deleted_at is null
    union all
    select rated.id, rated.movie_id, rated.decided_at, rated.rating from public.movie_ratings rated
    where p_list = 'ratings' and rated.viewer_profile_id = p_viewer and rated.deleted_at is null
  ) entry
  join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = entry.movie_id
$$;
comment on function public.listed_titles(uuid, text, integer, text) is
  'What is on one of a viewer''s lists (favorites, watchlist, hidden, ratings) and within their limit and country.';
revoke all on function public.listed_titles(uuid, text, integer, text) from public, anon, authenticated;
grant execute on function public.listed_titles(uuid, text, integer, text) to authenticated;

create function public.list_page(
  p_viewer uuid, p_list text, p_maturity_limit integer, p_country text, p_sort text default 'newest',
  p_filters jsonb default '{}', p_after_value text default null, p_after_id uuid default null, p_limit integer default 36
) returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
declare
  key text; kind text; direction text; answer jsonb;
begin
  select order_by.key, order_by.kind, order_by.direction into key, kind, direction
  from (values
    ('newest', 'entry.decided_at', 'timestamptz', 'desc'),
    ('title', 'private.normalise_text((entry.movie).title)', 'text', 'asc'),
    ('year', 'coalesce((entry.movie).year, 0)', 'integer', 'desc'),
    ('rating', 'coalesce((entry.movie).average_rating, 0)', 'double precision', 'desc'),
    ('shortest', 'coalesce((entry.movie).duration_seconds, 2147483647)', 'integer', 'asc'),
    ('mine', 'coalesce(entry.rating, -1)', 'double precision', 'desc'),
    ('mine-lowest', 'coalesce(entry.rating, -1)', 'double precision', 'asc')
  ) as order_by (name, key, kind, direction)
  where order_by.name = p_sort;
  if key is null then
    raise exception 'Unknown order.' using errcode = '22P02';
  end if;
  execute format($query$
    with entry as materialized (select * from public.listed_titles($1, $2, $3, $4)),
    wanted as (
      select entry.id, entry.rating, entry.is_watched, public.movie_card(entry.movie) as card, %1$s as value
      from entry
      where ($5 ->> 'type' is null or (entry.movie).type = $5 ->> 'type')
        and ($5 ->> 'genre' is null or (entry.movie).genres @> array[$5 ->> 'genre'])
        and ($5 ->> 'unwatched' is null or not entry.is_watched)
    )
    select jsonb_build_object(
      'items', coalesce((
        select jsonb_agg(jsonb_build_object(
          'card', page.card, 'id', page.id, 'rating', page.rating, 'is_watched', page.is_watched,
          'after', page.value::text) order by page.value %2$s, page.id %2$s)
        from (
          select wanted.* from wanted
          where $6 is null or (wanted.value, wanted.id) %3$s ($6::%4$s, $7)
          order by wanted.value %2$s, wanted.id %2$s limit $8
        ) page), '[]'),
      'count', (select count(*) from wanted),
      'facets', case when $6 is null then jsonb_build_object(
        'total', (select count(*) from entry),
        'movies', (select count(*) from entry where (entry.movie).type = 'movie'),
        'unwatched', (select count(*) from entry where not entry.is_watched),
        'genres', coalesce((
          select jsonb_agg(jsonb_build_object('name', counted.genre, 'count', counted.titles) order by counted.genre)
          from (
            select genre, count(*) as titles from entry, unnest((entry.movie).genres) genre group by genre
          ) counted), '[]')) end)
  $query$, key, direction, case direction when 'desc' then '<' else '>' end, kind)
  into answer
  using p_viewer, p_list, p_maturity_limit, p_country, p_filters, p_after_value, p_after_id,
    least(greatest(p_limit, 1), 101);
  return answer;
end;
$$;
comment on function public.list_page(uuid, text, integer, text, text, jsonb, text, uuid, integer) is
  'One page of favorites, watchlist, hidden or ratings: {items: [{card, id, rating, is_watched, after}], count, facets}. Filters are type, genre and unwatched; facets come with the first page. The next page begins after the last item''s (after, id).';
revoke all on function public.list_page(uuid, text, integer, text, text, jsonb, text, uuid, integer)
  from public, anon, authenticated;
grant execute on function public.list_page(uuid, text, integer, text, text, jsonb, text, uuid, integer)
  to authenticated;

create function public.history_page(
  p_viewer uuid, p_maturity_limit integer, p_country text, p_query text default null,
  p_after_value timestamptz default null, p_after_id uuid default null, p_limit integer default 36
) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'is_paused', coalesce((
      select viewer.history_paused from public.viewer_profiles viewer where viewer.id = p_viewer), false),
    'items', coalesce(jsonb_agg(jsonb_build_object(
      'id', page.id, 'card', page.card, 'episode', page.episode, 'progress_seconds', page.progress_seconds,
      'watch_percentage', page.watch_percentage, 'completed', page.completed, 'after', page.watched_at)
      order by page.watched_at desc, page.id desc), '[]'))
  from (
    select history.id, history.watched_at, history.progress_seconds, history.watch_percentage, history.completed,
      public.movie_card(movie) as card,
      case when episode.id is not null then public.episode_card(episode) end as episode
    from public.viewing_history history
    join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = history.movie_id
    left join public.episodes episode on episode.id = history.episode_id
    where history.viewer_profile_id = p_viewer and history.deleted_at is null
      and (p_after_value is null or (history.watched_at, history.id) < (p_after_value, p_after_id))
      and (p_query is null or strpos(
        private.normalise_text(concat_ws(' ', movie.title, movie.original_title, episode.title,
          jsonb_path_query_array(movie.metadata, '$.translations.*.title')::text)),
        private.normalise_text(p_query)) > 0)
    order by history.watched_at desc, history.id desc
    limit least(greatest(p_limit, 1), 101)
  ) page
$$;
comment on function public.history_page(uuid, integer, text, text, timestamptz, uuid, integer) is
  'One page of what a viewer watched, newest first, with p_query only where a title or an episode''s has it in it: {items, is_paused}.';
revoke all on function public.history_page(uuid, integer, text, text, timestamptz, uuid, integer)
  from public, anon, authenticated;
grant execute on function public.history_page(uuid, integer, text, text, timestamptz, uuid, integer) to authenticated;
