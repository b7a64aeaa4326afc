-- First the years around the title, which two indexes find together; only where these hold too few, all years.
create function private.similar_titles(wanted public.movies, p_maturity_limit integer, p_country text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with near as materialized (
    select other.id, other.genres, abs(other.year - wanted.year) as distance
    from public.catalogue_visible(p_maturity_limit, p_country) other
    where other.id is distinct from wanted.id and other.genres && wanted.genres
      and other.year between wanted.year - 5 and wanted.year + 5
    order by other.genres @> wanted.genres desc, distance, other.id limit 200
  ),
  far as (
    select other.id, other.genres, abs(coalesce(other.year, 0) - coalesce(wanted.year, 0)) as distance
    from public.catalogue_visible(p_maturity_limit, p_country) other
    where (select count(*) from near) < 18
      and other.id is distinct from wanted.id and other.genres && wanted.genres
    order by other.genres @> wanted.genres desc, distance, other.id limit 200
  ),
  best as (
    select candidate.id, candidate.distance, shared.genres
    from (select * from near union select * from far) candidate
    cross join lateral (
      select count(*) as genres from unnest(candidate.genres) genre where genre = any (wanted.genres)
    ) shared
    order by shared.genres desc, candidate.distance, candidate.id limit 18
  )
  select coalesce(
    jsonb_agg(public.movie_card(movie) order by best.genres desc, best.distance, best.id), '[]')
  from best join public.movies movie on movie.id = best.id
$$;
comment on function private.similar_titles(public.movies, integer, text) is
  'Up to 18 titles that share genres with one, most shared and nearest in years first.';
revoke all on function private.similar_titles(public.movies, integer, text) from public, anon, authenticated;

create function public.catalogue_title(p_slug text, p_maturity_limit integer, p_country text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select public.movie_card(movie) || jsonb_build_object(
    'original_title', movie.original_title, 'description', movie.description, 'plot', movie.plot,
    'language', movie.language, 'countries', movie.countries, 'keywords', movie.keywords,
    'imdb_rating', movie.imdb_rating, 'rating_count', movie.rating_count, 'published_at', movie.published_at,
    'is_playable', movie.asset_id is not null or exists (
      select from public.episodes episode where episode.movie_id = movie.id and episode.asset_id is not null),
    'category', (
      select jsonb_build_object('slug', category.slug, 'name', category.name)
      from public.categories category where category.id = movie.category_id and category.is_active),
    'credits', coalesce((
      select jsonb_agg(jsonb_build_object(
        'slug', person.slug, 'name', person.name, 'photo_path', person.photo_path, 'role', credit.role,
        'character', credit.character) order by credit.position, person.name)
      from public.credits credit join public.people person on person.id = credit.person_id
      where credit.movie_id = movie.id), '[]'),
    'episodes', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', episode.id, 'slug', episode.slug, 'season', episode.season, 'number', episode.number,
        'title', episode.title, 'description', episode.description, 'duration_seconds', episode.duration_seconds,
        'still_path', episode.still_path, 'still_placeholder', episode.still_placeholder,
        'is_playable', episode.asset_id is not null) order by episode.season, episode.number)
      from public.episodes episode where episode.movie_id = movie.id), '[]'),
    'subtitle_languages', coalesce((
      select jsonb_agg(distinct subtitle.language order by subtitle.language)
      from public.subtitles subtitle
      where subtitle.asset_id = movie.asset_id
        or subtitle.asset_id in (select episode.asset_id from public.episodes episode where episode.movie_id = movie.id)
    ), '[]'),
    'similar', private.similar_titles(movie, p_maturity_limit, p_country))
  from public.catalogue_visible(p_maturity_limit, p_country) movie
  where movie.slug = p_slug
$$;
comment on function public.catalogue_title(text, integer, text) is
  'Everything that a title page shows to everybody; null where the viewer may not see the title.';
revoke all on function public.catalogue_title(text, integer, text) from public;
grant execute on function public.catalogue_title(text, integer, text) to anon, authenticated, service_role;

create function public.catalogue_person(p_slug text, p_maturity_limit integer, p_country text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'slug', person.slug, 'name', person.name, 'biography', person.biography, 'photo_path', person.photo_path,
    'photo_placeholder', person.photo_placeholder, 'titles', titles.list)
  from public.people person
  cross join lateral (
    select coalesce(jsonb_agg(
      known.card || jsonb_build_object('roles', known.roles, 'characters', known.characters)
      order by known.year desc nulls last, known.id), '[]') as list
    from (
      select public.movie_card(movie) as card, movie.year, movie.id,
        (select jsonb_agg(distinct credit.role) from public.credits credit
          where credit.movie_id = movie.id and credit.person_id = person.id) as roles,
        (select coalesce(jsonb_agg(distinct credit.character) filter (where credit.character is not null), '[]')
          from public.credits credit
          where credit.movie_id = movie.id and credit.person_id = person.id) as characters
      from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.id in (select credit.movie_id from public.credits credit where credit.person_id = person.id)
      order by movie.year desc nulls last, movie.id limit 200
    ) known
  ) titles
  where person.slug = p_slug
$$;
comment on function public.catalogue_person(text, integer, text) is
  'A person and the titles (200 at most, newest first) that this viewer may see.';
revoke all on function public.catalogue_person(text, integer, text) from public;
grant execute on function public.catalogue_person(text, integer, text) to anon, authenticated, service_role;
