-- The reads of the catalogue, here and in the migrations that follow, take the maturity limit and the country of the
-- viewer, which the server knows from the viewer's signed cookie, and answer a page in one round trip. They are
-- definers because row-level security keeps operators that are not leakproof (full text, trigrams, arrays) from using
-- their indexes; catalogue_visible, the only way by which they reach titles, repeats the policy.

-- No "set search_path" here: Postgres inlines the body into its callers, so that their conditions reach the indexes.
create function public.catalogue_visible(p_maturity_limit integer, p_country text) returns setof public.movies
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
        where rights.movie_id = movie.id and rights.country = p_country
          and (rights.available_from is null or rights.available_from <= now())
          and (rights.available_until is null or rights.available_until > now())
      )
    )
$$;
comment on function public.catalogue_visible(integer, text) is
  'Published titles within a maturity limit and the rights of a country (ISO 3166; null sees only what has no limits).';
revoke all on function public.catalogue_visible(integer, text) from public;
grant execute on function public.catalogue_visible(integer, text) to anon, authenticated, service_role;

create function public.movie_card(movie public.movies) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'id', movie.id, 'slug', movie.slug, 'type', movie.type, 'title', movie.title, 'tagline', movie.tagline,
    'year', movie.year, 'duration_seconds', movie.duration_seconds, 'maturity_rating', movie.maturity_rating,
    'access_level', movie.access_level, 'genres', movie.genres, 'average_rating', movie.average_rating,
    'poster_path', movie.poster_path, 'poster_placeholder', movie.poster_placeholder,
    'backdrop_path', movie.backdrop_path, 'backdrop_placeholder', movie.backdrop_placeholder,
    'translations', coalesce(movie.metadata -> 'translations', '{}'))
$$;
comment on function public.movie_card(public.movies) is 'What a poster card, a hero and a search result show of a title.';
revoke all on function public.movie_card(public.movies) from public;
grant execute on function public.movie_card(public.movies) to anon, authenticated, service_role;
