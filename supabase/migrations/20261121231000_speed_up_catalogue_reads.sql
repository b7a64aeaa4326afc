-- Measured with 36,000 titles: similar titles, the filters of browse, the order by rating and a search for "the love"
-- each read a third of the table or all of it.

create index movies_published_rating_idx on public.movies ((coalesce(average_rating, 0)) desc, id desc)
  where status = 'published';
create index movies_published_language_idx on public.movies (language, published_at desc, id desc)
  where status = 'published' and language is not null;
-- Everything that catalogue_facets counts, so that it never visits the table.
create index movies_facets_idx on public.movies (maturity_rating)
  include (genres, category_id, language, year, published_at, id) where status = 'published';

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

create or replace function public.catalogue_title(p_slug text, p_maturity_limit integer, p_country text) returns jsonb
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

-- Misspellings are looked for only where whole and begun words find next to nothing.
create or replace function public.catalogue_search(
  p_query text, p_maturity_limit integer, p_country text, p_limit integer default 24, p_genres text[] default '{}'
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked text := private.normalise_text(left(trim(p_query), 100));
  -- A third of all titles hold "the": what is compared letter by letter are the words that tell titles apart.
  telling text := coalesce(nullif(trim(regexp_replace(asked, '\m(the|a|an|and|of)\M', ' ', 'g')), ''), asked);
  prefixes tsquery := private.prefix_query(asked);
  weights real[] := '{0.05, 0.2, 0.5, 1.0}';
  answer jsonb;
begin
  -- Its settings exist only once the extension's library is loaded, which the first call does.
  perform extensions.show_limit();
  perform set_config('pg_trgm.word_similarity_threshold', '0.42', true);

  with whole as materialized (
    select found.id from public.catalogue_visible(p_maturity_limit, p_country) found
    where found.search_vector @@ prefixes
    order by ts_rank(weights, found.search_vector, prefixes) desc limit 200
  ),
  alike as (
    select found.id from public.catalogue_visible(p_maturity_limit, p_country) found
    where (select count(*) from whole) < 12
      and telling operator(extensions.<%) private.normalise_text(found.title)
    order by extensions.word_similarity(asked, private.normalise_text(found.title)) desc limit 100
  ),
  titles as (
    select public.movie_card(movie) as card, movie.id, movie.view_count,
      greatest(
        extensions.word_similarity(asked, private.normalise_text(movie.title)),
        extensions.similarity(asked, private.normalise_text(movie.title)) * 1.2,
        case when private.normalise_text(movie.title) = asked then 2.0 else 0 end
      ) + coalesce(ts_rank(weights, movie.search_vector, prefixes), 0) as score
    from public.movies movie
    where movie.id in (select whole.id from whole union select alike.id from alike)
    order by score desc, movie.view_count desc, movie.id limit least(greatest(p_limit, 1), 100)
  ),
  people as (
    select person.slug, person.name, person.photo_path, person.photo_placeholder,
      extensions.word_similarity(asked, private.normalise_text(person.name))
        + extensions.similarity(asked, private.normalise_text(person.name)) as score
    from public.people person
    where asked operator(extensions.<%) private.normalise_text(person.name)
      and exists (
        select from public.credits credit
        join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = credit.movie_id
        where credit.person_id = person.id)
    order by score desc, person.name limit 8
  ),
  genres as (
    select genre, extensions.similarity(asked, private.normalise_text(genre)) as score
    from unnest(p_genres) genre
    where extensions.similarity(asked, private.normalise_text(genre)) > 0.3
      or private.normalise_text(genre) like asked || '%'
    order by score desc, genre limit 4
  )
  select jsonb_build_object(
    'titles', coalesce((select jsonb_agg(card order by score desc, view_count desc, id) from titles), '[]'),
    'people', coalesce((select jsonb_agg(jsonb_build_object('slug', slug, 'name', name, 'photo_path', photo_path,
      'photo_placeholder', photo_placeholder) order by score desc, name) from people), '[]'),
    'genres', coalesce((select jsonb_agg(genre order by score desc, genre) from genres), '[]'))
  into answer
  where asked is distinct from '';
  return coalesce(answer, '{"titles": [], "people": [], "genres": []}');
end;
$$;
