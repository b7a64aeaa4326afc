-- One page of addresses for search engines; 5,000 a page keeps each file small and each request short.
create function public.catalogue_sitemap(p_maturity_limit integer, p_country text, p_page integer) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'pages', (
      select ceil(count(*) / 5000.0)::integer from public.catalogue_visible(p_maturity_limit, p_country) movie),
    'titles', coalesce((
      select jsonb_agg(jsonb_build_object('slug', page.slug, 'updated_at', page.updated_at) order by page.slug)
      from (
        select movie.slug, movie.updated_at
        from public.catalogue_visible(p_maturity_limit, p_country) movie
        order by movie.slug limit 5000 offset greatest(p_page, 0) * 5000
      ) page), '[]'))
$$;
comment on function public.catalogue_sitemap(integer, text, integer) is
  'Titles for search engines, 5,000 a page from page 0: {pages, titles: [{slug, updated_at}]}.';
revoke all on function public.catalogue_sitemap(integer, text, integer) from public;
grant execute on function public.catalogue_sitemap(integer, text, integer) to anon, authenticated, service_role;
