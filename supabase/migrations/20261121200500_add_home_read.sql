-- Definer, because a viewer's history is private: only counts over at least p_minimum_viewers people come out.
-- An age below zero would make exp() overflow, and with it the home page fail for everybody; the viewers of one household
-- do not pass for the three people below whom nothing may come out.
create function public.trending_movies(p_minimum_viewers integer default 3)
returns table (movie_id uuid, score double precision)
language sql stable security definer set search_path = ''
as $$
  select history.movie_id, sum(exp(-greatest(extract(epoch from now() - history.newest), 0) / 259200))
  from (
    select viewing.movie_id, viewing.user_id, viewing.viewer_profile_id, max(viewing.watched_at) as newest
    from public.viewing_history viewing
    where viewing.watched_at > now() - interval '7 days'
    group by viewing.movie_id, viewing.user_id, viewing.viewer_profile_id
  ) history
  group by history.movie_id
  having count(distinct history.user_id) >= greatest(p_minimum_viewers, 3)
  order by 2 desc, 1
  limit 100
$$;
comment on function public.trending_movies(integer) is
  'Distinct viewers of the last 7 days, each weighted exp(-age / 3 days); never a title with viewers of fewer than 3 accounts.';
revoke all on function public.trending_movies(integer) from public;
grant execute on function public.trending_movies(integer) to anon, authenticated, service_role;

create index movies_most_viewed_idx on public.movies (view_count desc, id desc)
  where status = 'published' and (asset_id is not null or type = 'series');

create function public.catalogue_home(p_maturity_limit integer, p_country text, p_rail_length integer default 18)
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
  -- Until enough people watched this week, the most viewed of all time fill the row: of what can be watched.
  trending as (
    select public.movie_card(movie) as card, trend.score, movie.view_count, movie.id
    from public.catalogue_visible(p_maturity_limit, p_country) movie
    join public.trending_movies() trend on trend.movie_id = movie.id
    union all
    select most_viewed.* from (
      select public.movie_card(movie), 0::double precision, movie.view_count, movie.id
      from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.id not in (select trend.movie_id from public.trending_movies() trend)
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
comment on function public.catalogue_home(integer, text, integer) is
  'The rows of the home page that are the same for everybody with this limit and country.';
revoke all on function public.catalogue_home(integer, text, integer) from public;
grant execute on function public.catalogue_home(integer, text, integer) to anon, authenticated, service_role;
