-- Each category's newest titles are read in order, instead of all of them being sorted.
create index movies_category_published_idx on public.movies (category_id, published_at desc, id desc)
  where status = 'published';

-- Trending is what many watch, as everywhere else; who watched what is counted once for it.
create or replace function public.catalogue_home(p_maturity_limit integer, p_country text, p_rail_length integer default 18)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  with length as (select least(greatest(p_rail_length, 1), 40) as titles),
  hero as (
    select public.movie_card(movie) || jsonb_build_object('description', movie.description) as card, movie.published_at
    from public.catalogue_visible(p_maturity_limit, p_country) movie
    where movie.featured and movie.backdrop_path is not null
    order by movie.published_at desc, movie.id desc limit 5
  ),
  fresh as (
    select public.movie_card(movie) as card, movie.published_at, movie.id
    from public.catalogue_visible(p_maturity_limit, p_country) movie
    order by movie.published_at desc, movie.id desc limit (select titles from length)
  ),
  rails as (
    select category.slug, category.name, category.position, rail.cards
    from public.categories category
    cross join lateral (
      select jsonb_agg(top.card order by top.published_at desc, top.id desc) as cards
      from (
        select public.movie_card(movie) as card, movie.published_at, movie.id
        from public.catalogue_visible(p_maturity_limit, p_country) movie
        where movie.category_id = category.id
        order by movie.published_at desc, movie.id desc limit (select titles from length)
      ) top
    ) rail
    where category.is_active and rail.cards is not null
  )
  select jsonb_build_object(
    'hero', coalesce((select jsonb_agg(card order by published_at desc) from hero), '[]'),
    'trending', private.popular_cards(p_maturity_limit, p_country, '{}', p_rail_length),
    'fresh', coalesce((select jsonb_agg(card order by published_at desc, id desc) from fresh), '[]'),
    'rails', coalesce((
      select jsonb_agg(jsonb_build_object('slug', slug, 'name', name, 'cards', cards) order by position, name) from rails
    ), '[]'))
$$;
