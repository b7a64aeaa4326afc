-- Home leads to collections, in the call that it makes anyway: each with the posters of its fan.
create or replace function public.catalogue_front(p_maturity_limit integer, p_country text, p_rail_length integer default 18)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  select public.catalogue_home(p_maturity_limit, p_country, p_rail_length)
    || public.catalogue_calendar(p_maturity_limit, p_country, p_rail_length)
    || jsonb_build_object('collections', coalesce((
      select jsonb_agg(held.collection || jsonb_build_object(
        'cards', jsonb_path_query_array(held.collection -> 'cards', '$[0 to 3]')) order by held.place)
      from jsonb_array_elements(public.catalogue_collections(p_maturity_limit, p_country))
        with ordinality held (collection, place)
      where held.place <= p_rail_length), '[]'))
$$;
comment on function public.catalogue_front(integer, text, integer) is
  'catalogue_home, catalogue_calendar and the collections with their first posters in one.';

-- Search engines are led to people, too: those with a title that the reader may see, on the pages after the titles'.
create or replace function public.catalogue_sitemap(p_maturity_limit integer, p_country text, p_page integer)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  with per_page as (select 5000 as entries),
  titles as materialized (
    select movie.id, movie.slug, movie.updated_at from public.catalogue_visible(p_maturity_limit, p_country) movie
  ),
  people as materialized (
    select distinct credit.person_id as id from public.credits credit join titles on titles.id = credit.movie_id
  ),
  pages as (
    select ceil((select count(*) from titles) / entries::numeric)::integer as titles,
      ceil((select count(*) from people) / entries::numeric)::integer as people
    from per_page
  )
  select jsonb_build_object(
    'pages', pages.titles + pages.people,
    'titles', coalesce((
      select jsonb_agg(jsonb_build_object('slug', page.slug, 'updated_at', page.updated_at) order by page.slug)
      from (
        select titles.slug, titles.updated_at from titles
        order by titles.slug limit entries offset greatest(p_page, 0) * entries
      ) page), '[]'),
    'people', coalesce((
      select jsonb_agg(jsonb_build_object('slug', page.slug, 'updated_at', page.updated_at) order by page.slug)
      from (
        select person.slug, person.updated_at from public.people person join people on people.id = person.id
        where p_page >= pages.titles
        order by person.slug limit entries offset greatest(p_page - pages.titles, 0) * entries
      ) page), '[]'))
  from pages, per_page
$$;
comment on function public.catalogue_sitemap(integer, text, integer) is
  'Titles and then people for search engines, 5,000 a page from page 0: {pages, titles: [{slug, updated_at}], people: [the same]}.';
