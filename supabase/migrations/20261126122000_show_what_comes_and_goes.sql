-- A window without a country is one for all of them: a title may leave everywhere on the same day.
alter table public.movie_availability alter column country drop not null;
comment on table public.movie_availability is
  'Rights windows by country (ISO 3166; null is every country). A movie without a row is available everywhere, one with rows only in them.';

create or replace function public.catalogue_visible(p_maturity_limit integer, p_country text) returns setof public.movies
language sql stable security invoker
as $$
  select movie.*
  from public.movies movie
  where movie.status = 'published'
    and movie.published_at <= now()
    and movie.maturity_rating <= coalesce(p_maturity_limit, 0)
    and (
      not exists (select from public.movie_availability rights where rights.movie_id = movie.id)
      or exists (
        select from public.movie_availability rights
        where rights.movie_id = movie.id and (rights.country = p_country or rights.country is null)
          and (rights.available_from is null or rights.available_from <= now())
          and (rights.available_until is null or rights.available_until > now())
      )
    )
$$;

-- What a list says besides: where the title leaves within thirty days ({country: time}, 'any' for every country), and what
-- it offers to those who cannot hear or see all of it.
create or replace function public.movie_card(movie public.movies) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'id', movie.id, 'slug', movie.slug, 'type', movie.type, 'title', movie.title, 'tagline', movie.tagline,
    'year', movie.year, 'duration_seconds', movie.duration_seconds, 'maturity_rating', movie.maturity_rating,
    'access_level', movie.access_level, 'genres', movie.genres, 'average_rating', movie.average_rating,
    'poster_path', movie.poster_path, 'poster_placeholder', movie.poster_placeholder,
    'backdrop_path', movie.backdrop_path, 'backdrop_placeholder', movie.backdrop_placeholder,
    'translations', coalesce(movie.metadata -> 'translations', '{}'),
    'features', movie.features,
    'leaving', (
      select jsonb_object_agg(coalesce(rights.country, 'any'), rights.ends)
      from (
        select windows.country, max(coalesce(windows.available_until, 'infinity')) as ends
        from public.movie_availability windows where windows.movie_id = movie.id group by windows.country
      ) rights
      where rights.ends between now() and now() + interval '30 days'))
$$;

create index movie_availability_until_idx on public.movie_availability (available_until) where available_until is not null;
create index movies_scheduled_idx on public.movies (published_at) where status = 'scheduled';

-- The one way to titles that are not there yet. Only the functions below may use it, and what they show of a title is a
-- list's card, its description and its day: nothing of its film, credits, episodes or plot.
create function private.coming_titles(p_maturity_limit integer, p_country text) returns setof public.movies
language sql stable security invoker
as $$
  select movie.*
  from public.movies movie
  where movie.status = 'scheduled'
    and movie.published_at > now()
    and movie.maturity_rating <= coalesce(p_maturity_limit, 0)
    and (
      not exists (select from public.movie_availability rights where rights.movie_id = movie.id)
      or exists (
        select from public.movie_availability rights
        where rights.movie_id = movie.id and (rights.country = p_country or rights.country is null)
          and (rights.available_until is null or rights.available_until > movie.published_at)
      )
    )
$$;
comment on function private.coming_titles(integer, text) is
  'Scheduled titles within a maturity limit and the rights of a country.';
revoke all on function private.coming_titles(integer, text) from public, anon, authenticated;

create function public.catalogue_calendar(p_maturity_limit integer, p_country text, p_limit integer default 36)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  with most as (select least(greatest(p_limit, 1), 100) as titles),
  coming as (
    select public.movie_card(movie) || jsonb_build_object('description', movie.description,
      'published_at', movie.published_at) as card, movie.published_at, movie.id
    from private.coming_titles(p_maturity_limit, p_country) movie
    order by movie.published_at, movie.id limit (select titles from most)
  ),
  ending as (
    select rights.movie_id, max(coalesce(rights.available_until, 'infinity')) as ends
    from public.movie_availability rights
    where rights.movie_id in (
        select soon.movie_id from public.movie_availability soon
        where soon.available_until between now() and now() + interval '30 days')
      and (rights.country = p_country or rights.country is null)
    group by rights.movie_id
  ),
  leaving as (
    select public.movie_card(movie) as card, ending.ends, movie.id
    from ending join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = ending.movie_id
    where ending.ends <= now() + interval '30 days'
    order by ending.ends, movie.id limit (select titles from most)
  )
  select jsonb_build_object(
    'coming', coalesce((select jsonb_agg(card order by published_at, id) from coming), '[]'),
    'leaving', coalesce((select jsonb_agg(card order by ends, id) from leaving), '[]'))
$$;
comment on function public.catalogue_calendar(integer, text, integer) is
  'What comes, soonest first, and what leaves within thirty days, first to go first.';
revoke all on function public.catalogue_calendar(integer, text, integer) from public;
grant execute on function public.catalogue_calendar(integer, text, integer) to anon, authenticated, service_role;

-- One round trip for the page that everybody opens.
create function public.catalogue_front(p_maturity_limit integer, p_country text, p_rail_length integer default 18)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  select public.catalogue_home(p_maturity_limit, p_country, p_rail_length)
    || public.catalogue_calendar(p_maturity_limit, p_country, p_rail_length)
$$;
comment on function public.catalogue_front(integer, text, integer) is 'catalogue_home and catalogue_calendar in one.';
revoke all on function public.catalogue_front(integer, text, integer) from public;
grant execute on function public.catalogue_front(integer, text, integer) to anon, authenticated, service_role;
