-- Each category's newest titles are read in order, instead of all of them being sorted.
create index movies_category_published_idx on public.movies (category_id, published_at desc, id desc)
  where status = 'published';

-- Who watched what is counted once, not once for each of its two uses.
create or replace function public.catalogue_home(p_maturity_limit integer, p_country text, p_rail_length integer default 18)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  with length as (select least(greatest(p_rail_length, 1), 40) as titles),
  trend as materialized (select trending.movie_id, trending.score from public.trending_movies() trending),
  hero as (
    select public.movie_card(movie) || jsonb_build_object('description', movie.description) as card, movie.published_at
    from public.catalogue_visible(p_maturity_limit, p_country) movie
    where movie.featured and movie.backdrop_path is not null
    order by movie.published_at desc, movie.id desc limit 5
  ),
  -- Until enough people watched this week, the most viewed of all time fill the row: of what can be watched.
  trending as (
    select public.movie_card(movie) as card, trend.score, movie.view_count, movie.id
    from public.catalogue_visible(p_maturity_limit, p_country) movie
    join trend on trend.movie_id = movie.id
    union all
    select most_viewed.* from (
      select public.movie_card(movie), 0::double precision, movie.view_count, movie.id
      from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.id not in (select trend.movie_id from trend)
        and (movie.asset_id is not null or movie.type = 'series')
      order by movie.view_count desc, movie.id desc limit (select titles from length)
    ) most_viewed
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
    'trending', coalesce((
      select jsonb_agg(card order by score desc, view_count desc, id desc)
      from (select * from trending order by score desc, view_count desc, id desc limit (select titles from length)) top
    ), '[]'),
    'fresh', coalesce((select jsonb_agg(card order by published_at desc, id desc) from fresh), '[]'),
    'rails', coalesce((
      select jsonb_agg(jsonb_build_object('slug', slug, 'name', name, 'cards', cards) order by position, name) from rails
    ), '[]'))
$$;
