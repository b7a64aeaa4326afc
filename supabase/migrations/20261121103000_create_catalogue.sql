-- categories
create table public.categories (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (char_length(name) between 1 and 80),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 100),
  description text check (char_length(description) <= 1000),
  image_path text check (char_length(image_path) <= 300),
  position integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.categories is 'Rows of the home page and filters of browse.';

create index categories_active_position_idx on public.categories (is_active, position);

alter table public.categories enable row level security;
revoke all on public.categories from public, anon, authenticated, service_role;
grant select on public.categories to anon;
grant select, insert, update, delete on public.categories to authenticated, service_role;

create policy "Everybody reads active categories" on public.categories
  for select to anon, authenticated using (is_active or (select private.is_staff()));
create policy "Admins add categories" on public.categories
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update categories" on public.categories
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete categories" on public.categories
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.categories
  for each row execute function private.set_updated_at();

-- Immutable because every function in it is, with the dictionary fixed as in normalise_text.
create function private.movie_search_vector(
  title text, original_title text, cast_names text, genres text[], keywords text[], tagline text, description text
) returns tsvector
language sql immutable parallel safe set search_path = ''
as $$
  select setweight(to_tsvector('simple', private.normalise_text(concat_ws(' ', title, original_title))), 'A')
    || setweight(to_tsvector('simple', private.normalise_text(coalesce(cast_names, ''))), 'B')
    || setweight(to_tsvector('simple', private.normalise_text(array_to_string(genres || keywords, ' '))), 'C')
    || setweight(to_tsvector('simple', private.normalise_text(concat_ws(' ', tagline, description))), 'D')
$$;
comment on function private.movie_search_vector(text, text, text, text[], text[], text, text) is
  'Full text of a title: title over cast over genres and keywords over description.';
revoke all on function private.movie_search_vector(text, text, text, text[], text[], text, text) from public;
grant execute on function private.movie_search_vector(text, text, text, text[], text[], text, text)
  to anon, authenticated, service_role;

-- movies: films and series
create table public.movies (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 200),
  type text not null default 'movie' check (type in ('movie', 'series')),
  title text not null check (char_length(title) between 1 and 300),
  original_title text check (char_length(original_title) <= 300),
  tagline text check (char_length(tagline) <= 300),
  description text check (char_length(description) <= 5000),
  plot text check (char_length(plot) <= 50000),
  year smallint check (year between 1870 and 2200),
  duration_seconds integer check (duration_seconds >= 0),
  language text check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  countries text[] not null default '{}' check (cardinality(countries) <= 50),
  genres text[] not null default '{}' check (cardinality(genres) <= 30),
  keywords text[] not null default '{}' check (cardinality(keywords) <= 100),
  maturity_rating smallint not null default 18 check (maturity_rating in (0, 7, 12, 16, 18)),
  imdb_rating double precision check (imdb_rating between 0 and 10),
  access_level text not null default 'free' check (access_level in ('free', 'basic', 'premium')),
  status text not null default 'draft' check (status in ('draft', 'scheduled', 'published', 'archived')),
  published_at timestamptz,
  featured boolean not null default false,
  category_id uuid references public.categories (id) on delete set null,
  poster_path text check (char_length(poster_path) <= 300),
  backdrop_path text check (char_length(backdrop_path) <= 300),
  thumbnail_path text check (char_length(thumbnail_path) <= 300),
  poster_placeholder text check (char_length(poster_placeholder) <= 2000),
  backdrop_placeholder text check (char_length(backdrop_placeholder) <= 2000),
  thumbnail_placeholder text check (char_length(thumbnail_placeholder) <= 2000),
  view_count integer not null default 0 check (view_count >= 0),
  favorite_count integer not null default 0 check (favorite_count >= 0),
  comment_count integer not null default 0 check (comment_count >= 0),
  share_count integer not null default 0 check (share_count >= 0),
  rating_count integer not null default 0 check (rating_count >= 0),
  rating_sum double precision not null default 0 check (rating_sum >= 0),
  average_rating double precision
    generated always as (case when rating_count > 0 then rating_sum / rating_count end) stored,
  tmdb_id integer,
  imdb_id text unique check (imdb_id ~ '^tt[0-9]{5,10}$'),
  metadata jsonb not null default '{}'
    check (jsonb_typeof(metadata) = 'object' and pg_column_size(metadata) <= 65536),
  cast_names text not null default '',
  search_vector tsvector not null generated always as (
    private.movie_search_vector(title, original_title, cast_names, genres, keywords, tagline, description)
  ) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- TMDB numbers films and series separately.
  unique (type, tmdb_id),
  check (status not in ('scheduled', 'published') or published_at is not null)
);
comment on table public.movies is 'Films and series. Maturity and country limits of a viewer are applied by lib.';
comment on column public.movies.cast_names is 'Names of the credits, kept by a trigger for search.';
comment on column public.movies.rating_sum is 'Sum of all ratings (0 to 10), kept by a trigger.';

create index movies_category_idx on public.movies (category_id);
create index movies_status_published_idx on public.movies (status, published_at desc, id desc);
create index movies_published_views_idx on public.movies (view_count desc, id desc) where status = 'published';
create index movies_published_title_idx on public.movies (title, id) where status = 'published';
create index movies_published_year_idx on public.movies (year desc, id desc) where status = 'published';
create index movies_featured_idx on public.movies (published_at desc) where featured and status = 'published';
create index movies_genres_idx on public.movies using gin (genres);
create index movies_search_idx on public.movies using gin (search_vector);
create index movies_title_trigram_idx on public.movies
  using gin (private.normalise_text(title) extensions.gin_trgm_ops);

alter table public.movies enable row level security;
revoke all on public.movies from public, anon, authenticated, service_role;
grant select on public.movies to anon, authenticated;
grant insert (
  id, slug, type, title, original_title, tagline, description, plot, year, duration_seconds, language, countries,
  genres, keywords, maturity_rating, imdb_rating, access_level, status, published_at, featured, category_id,
  poster_path, backdrop_path, thumbnail_path, poster_placeholder, backdrop_placeholder, thumbnail_placeholder,
  tmdb_id, imdb_id, metadata
) on public.movies to authenticated;
grant update (
  slug, type, title, original_title, tagline, description, plot, year, duration_seconds, language, countries,
  genres, keywords, maturity_rating, imdb_rating, access_level, status, published_at, featured, category_id,
  poster_path, backdrop_path, thumbnail_path, poster_placeholder, backdrop_placeholder, thumbnail_placeholder,
  tmdb_id, imdb_id, metadata
) on public.movies to authenticated;
grant delete on public.movies to authenticated;
grant select, insert, update, delete on public.movies to service_role;

create policy "Everybody reads published movies" on public.movies
  for select to anon, authenticated
  using ((status = 'published' and published_at <= now()) or (select private.is_staff()));
create policy "Admins add movies" on public.movies
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update movies" on public.movies
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete movies" on public.movies
  for delete to authenticated using ((select private.is_admin()));

-- Not on counters: they change all day, and updated_at is what the sitemap shows.
create trigger set_updated_at before update of
  slug, type, title, original_title, tagline, description, plot, year, duration_seconds, language, countries,
  genres, keywords, maturity_rating, access_level, status, published_at, featured, category_id, poster_path,
  backdrop_path, thumbnail_path, metadata
  on public.movies
  for each row execute function private.set_updated_at();

create function private.stamp_published_at() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.published_at := now();
  return new;
end;
$$;
revoke all on function private.stamp_published_at() from public, anon, authenticated;

create trigger stamp_published_at before insert or update of status on public.movies
  for each row when (new.status = 'published' and new.published_at is null)
  execute function private.stamp_published_at();

-- movie_availability: rights windows
create table public.movie_availability (
  id uuid primary key default gen_random_uuid(),
  movie_id uuid not null references public.movies (id) on delete cascade,
  country text not null check (country ~ '^[A-Z]{2}$'),
  available_from timestamptz,
  available_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (movie_id, country, available_from),
  check (available_from is null or available_until is null or available_from < available_until)
);
comment on table public.movie_availability is
  'Rights windows by country (ISO 3166). A movie without a row is available everywhere, one with rows only in them.';

alter table public.movie_availability enable row level security;
revoke all on public.movie_availability from public, anon, authenticated, service_role;
grant select on public.movie_availability to anon;
grant select, insert, update, delete on public.movie_availability to authenticated, service_role;

create policy "Everybody reads windows of movies that they can read" on public.movie_availability
  for select to anon, authenticated
  using (exists (select from public.movies movie where movie.id = movie_id));
create policy "Admins add windows" on public.movie_availability
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update windows" on public.movie_availability
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete windows" on public.movie_availability
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.movie_availability
  for each row execute function private.set_updated_at();

-- episodes
create table public.episodes (
  id uuid primary key default gen_random_uuid(),
  movie_id uuid not null references public.movies (id) on delete cascade,
  season smallint not null check (season between 0 and 200),
  number smallint not null check (number between 0 and 5000),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 200),
  title text not null check (char_length(title) between 1 and 300),
  description text check (char_length(description) <= 5000),
  duration_seconds integer check (duration_seconds >= 0),
  still_path text check (char_length(still_path) <= 300),
  still_placeholder text check (char_length(still_placeholder) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (movie_id, season, number),
  unique (movie_id, slug),
  unique (id, movie_id)
);
comment on table public.episodes is 'Episodes of a series. Season 0 holds specials.';

alter table public.episodes enable row level security;
revoke all on public.episodes from public, anon, authenticated, service_role;
grant select on public.episodes to anon;
grant select, insert, update, delete on public.episodes to authenticated, service_role;

create policy "Everybody reads episodes of movies that they can read" on public.episodes
  for select to anon, authenticated
  using (exists (select from public.movies movie where movie.id = movie_id));
create policy "Admins add episodes" on public.episodes
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update episodes" on public.episodes
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete episodes" on public.episodes
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.episodes
  for each row execute function private.set_updated_at();
