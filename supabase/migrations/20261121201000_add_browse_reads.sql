-- Without these, measured with 36,000 titles, the filters and the order by rating each read all of the table.
create index movies_published_rating_idx on public.movies ((coalesce(average_rating, 0)) desc, id desc)
  where status = 'published';
create index movies_published_language_idx on public.movies (language, published_at desc, id desc)
  where status = 'published' and language is not null;
-- Everything that catalogue_facets counts, so that it never visits the table.
create index movies_facets_idx on public.movies (maturity_rating)
  include (genres, category_id, language, year, published_at, id) where status = 'published';

-- The order is put into the text of the query (from a fixed list), so that each has an index of its own to walk.
create function public.catalogue_browse(
  p_maturity_limit integer, p_country text, p_sort text default 'newest', p_filters jsonb default '{}',
  p_after_value text default null, p_after_id uuid default null, p_limit integer default 36
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  key text; kind text; direction text; beyond text; answer jsonb;
begin
  select order_by.key, order_by.kind, order_by.direction into key, kind, direction
  from (values
    ('newest', 'movie.published_at', 'timestamptz', 'desc'),
    ('year', 'coalesce(movie.year, 0)', 'integer', 'desc'),
    ('title', 'movie.title', 'text', 'asc'),
    ('rating', 'coalesce(movie.average_rating, 0)', 'double precision', 'desc'),
    ('popular', 'movie.view_count', 'integer', 'desc')
  ) as order_by (name, key, kind, direction)
  where order_by.name = p_sort;
  if key is null then
    raise exception 'Unknown order.' using errcode = '22P02';
  end if;
  beyond := case direction when 'desc' then '<' else '>' end;

  execute format($query$
    select coalesce(jsonb_agg(jsonb_build_object('card', page.card, 'after', page.value::text) order by page.place), '[]')
    from (
      select public.movie_card(movie) as card, %1$s as value,
        row_number() over (order by %1$s %3$s, movie.id %3$s) as place
      from public.catalogue_visible($1, $2) movie
      where ($3 ->> 'type' is null or movie.type = $3 ->> 'type')
        and ($3 ->> 'genre' is null or movie.genres @> array[$3 ->> 'genre'])
        and ($3 ->> 'category' is null or movie.category_id = (
          select category.id from public.categories category where category.slug = $3 ->> 'category'))
        and ($3 ->> 'language' is null or movie.language = $3 ->> 'language')
        and ($3 ->> 'access' is null or movie.access_level = $3 ->> 'access')
        and ($3 ->> 'yearFrom' is null or movie.year >= ($3 ->> 'yearFrom')::integer)
        and ($3 ->> 'yearTo' is null or movie.year <= ($3 ->> 'yearTo')::integer)
        and ($3 ->> 'maturity' is null or movie.maturity_rating <= ($3 ->> 'maturity')::integer)
        and ($4 is null or (%1$s, movie.id) %4$s ($4::%2$s, $5))
      order by %1$s %3$s, movie.id %3$s
      limit $6
    ) page
  $query$, key, kind, direction, beyond)
  into answer
  using p_maturity_limit, p_country, p_filters, p_after_value, p_after_id, least(greatest(p_limit, 1), 101);
  return answer;
end;
$$;
comment on function public.catalogue_browse(integer, text, text, jsonb, text, uuid, integer) is
  'One page of titles, [{card, after}], in the order newest, year, title, rating or popular; filters are type, genre, category, language, access, yearFrom, yearTo, maturity. The next page begins after the last row''s (after, card.id).';
revoke all on function public.catalogue_browse(integer, text, text, jsonb, text, uuid, integer) from public;
grant execute on function public.catalogue_browse(integer, text, text, jsonb, text, uuid, integer)
  to anon, authenticated, service_role;

create function public.catalogue_facets(p_maturity_limit integer, p_country text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with visible as materialized (
    select movie.genres, movie.category_id, movie.language, movie.year
    from public.catalogue_visible(p_maturity_limit, p_country) movie
  )
  select jsonb_build_object(
    'genres', coalesce((
      select jsonb_agg(jsonb_build_object('name', counted.genre, 'count', counted.titles) order by counted.genre)
      from (select genre, count(*) as titles from visible, unnest(visible.genres) genre group by genre) counted), '[]'),
    'languages', coalesce((
      select jsonb_agg(distinct visible.language order by visible.language) from visible
      where visible.language is not null), '[]'),
    'categories', coalesce((
      select jsonb_agg(jsonb_build_object('slug', category.slug, 'name', category.name, 'description', category.description)
        order by category.position, category.name)
      from public.categories category
      where category.is_active and category.id in (select visible.category_id from visible)), '[]'),
    'first_year', (select min(visible.year) from visible), 'last_year', (select max(visible.year) from visible))
$$;
comment on function public.catalogue_facets(integer, text) is 'What the filters of browse offer this viewer.';
revoke all on function public.catalogue_facets(integer, text) from public;
grant execute on function public.catalogue_facets(integer, text) to anon, authenticated, service_role;
