/** $1 titles as jsonb, $2 status of new titles, $3 maturity rating of titles that do not say. A title keeps its status. */
export const WRITE_MOVIES = `
  insert into public.movies as movie (
    slug, type, title, original_title, tagline, description, plot, year, duration_seconds, language, countries, genres,
    keywords, maturity_rating, imdb_rating, imdb_id, tmdb_id, access_level, category_id, featured, published_at, status,
    metadata
  )
  select
    t.slug, t.type, t.title, t.original_title, t.tagline, t.description, t.plot, t.year, t.duration_seconds, t.language,
    t.countries, t.genres, t.keywords, coalesce(t.maturity_rating, $3), t.imdb_rating, t.imdb_id, t.tmdb_id,
    t.access_level, category.id, t.featured, coalesce(t.published_at, now()), $2, t.metadata
  from jsonb_to_recordset($1) as t (
    slug text, type text, title text, original_title text, tagline text, description text, plot text, year smallint,
    duration_seconds integer, language text, countries text[], genres text[], keywords text[], maturity_rating smallint,
    imdb_rating double precision, imdb_id text, tmdb_id integer, access_level text, category text, featured boolean,
    published_at timestamptz, metadata jsonb
  )
  left join public.categories category on category.slug = t.category
  on conflict (slug) do update set
    title = excluded.title,
    original_title = coalesce(excluded.original_title, movie.original_title),
    tagline = coalesce(excluded.tagline, movie.tagline),
    description = coalesce(excluded.description, movie.description),
    plot = coalesce(excluded.plot, movie.plot),
    year = coalesce(excluded.year, movie.year),
    duration_seconds = coalesce(excluded.duration_seconds, movie.duration_seconds),
    language = coalesce(excluded.language, movie.language),
    countries = excluded.countries,
    genres = excluded.genres,
    keywords = excluded.keywords,
    maturity_rating = excluded.maturity_rating,
    imdb_rating = coalesce(excluded.imdb_rating, movie.imdb_rating),
    imdb_id = coalesce(excluded.imdb_id, movie.imdb_id),
    tmdb_id = coalesce(excluded.tmdb_id, movie.tmdb_id),
    access_level = excluded.access_level,
    category_id = coalesce(excluded.category_id, movie.category_id),
    featured = excluded.featured,
    metadata = movie.metadata || excluded.metadata
  returning xmax = 0 as is_new`;

/** $1 credits as jsonb, $2 slugs of their titles, whose other credits go. */
export const WRITE_CREDITS = `
  with named as (
    select distinct on (movie.id, person.id, c.role, c.character)
      movie.id as movie_id, person.id as person_id, c.role, c.character, c.position
    from jsonb_to_recordset($1) as c (movie text, person text, role text, character text, position integer)
    join public.movies movie on movie.slug = c.movie
    join public.people person on person.slug = c.person
    order by movie.id, person.id, c.role, c.character, c.position
  ),
  gone as (
    delete from public.credits credit
    using public.movies movie
    where movie.slug = any ($2) and credit.movie_id = movie.id and not exists (
      select from named
      where named.movie_id = credit.movie_id and named.person_id = credit.person_id and named.role = credit.role
        and named.character is not distinct from credit.character)
  )
  insert into public.credits as credit (movie_id, person_id, role, character, position)
  select movie_id, person_id, role, character, position from named
  on conflict (movie_id, person_id, role, character) do update set position = excluded.position
    where credit.position is distinct from excluded.position`;

export const WRITE_EPISODES = `
  insert into public.episodes as episode (movie_id, season, number, slug, title, description, duration_seconds)
  select movie.id, e.season, e.number, e.slug, e.title, e.description, e.duration_seconds
  from jsonb_to_recordset($1) as e (
    movie text, season smallint, number smallint, slug text, title text, description text, duration_seconds integer
  )
  join public.movies movie on movie.slug = e.movie
  on conflict (movie_id, season, number) do update set
    slug = excluded.slug,
    title = excluded.title,
    description = coalesce(excluded.description, episode.description),
    duration_seconds = coalesce(excluded.duration_seconds, episode.duration_seconds)`;
