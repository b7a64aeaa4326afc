-- Lists of the catalogue are the same for everybody with one limit and country, and kept for all of them. Who has said of a
-- title that it does not interest them is asked for apart: the household, which is known anyway, says who has.
alter table public.viewer_profiles add column hides_titles boolean not null default false;
comment on column public.viewer_profiles.hides_titles is
  'Has ever said of a title that it is not interesting: their lists are asked for apart from everybody''s. Kept by a trigger.';
grant select (hides_titles) on public.viewer_profiles to authenticated;
update public.viewer_profiles viewer set hides_titles = true
where exists (select from public.hidden_movies hidden where hidden.viewer_profile_id = viewer.id);

create function private.note_hidden_title() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.viewer_profiles viewer set hides_titles = true
  where viewer.id = new.viewer_profile_id and not viewer.hides_titles;
  return null;
end;
$$;
revoke all on function private.note_hidden_title() from public, anon, authenticated;
create trigger note_hidden_title after insert on public.hidden_movies
  for each row execute function private.note_hidden_title();

create function private.hidden_by(p_viewer uuid) returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select array(
    select hidden.movie_id from public.hidden_movies hidden
    where hidden.viewer_profile_id = p_viewer and hidden.user_id = (select auth.uid()) and hidden.deleted_at is null)
$$;
comment on function private.hidden_by(uuid) is
  'What one of the caller''s viewers is not interested in; nothing for anybody else''s viewer.';
revoke all on function private.hidden_by(uuid) from public, anon, authenticated;

create function private.popular_cards(p_maturity_limit integer, p_country text, p_hidden uuid[], p_most integer)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  -- Until enough people watched this week, the most viewed of all time fill the row: of what can be watched.
  with most as (select least(greatest(p_most, 1), 40) as titles),
  trend as materialized (select movie_id, score from public.trending_movies()),
  popular as (
    select public.movie_card(movie) as card, trend.score, movie.view_count, movie.id
    from public.catalogue_visible(p_maturity_limit, p_country) movie
    join trend on trend.movie_id = movie.id
    where movie.id <> all (p_hidden)
    union all
    select most_viewed.* from (
      select public.movie_card(movie), 0::double precision, movie.view_count, movie.id
      from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.id not in (select trend.movie_id from trend) and movie.id <> all (p_hidden)
        and (movie.asset_id is not null or movie.type = 'series')
      order by movie.view_count desc, movie.id desc limit (select titles from most)
    ) most_viewed
  )
  select coalesce(jsonb_agg(card order by score desc, view_count desc, id desc), '[]')
  from (select * from popular order by score desc, view_count desc, id desc limit (select titles from most)) top
$$;
comment on function private.popular_cards(integer, text, uuid[], integer) is
  'What many watch, most watched first, as cards; without what is hidden.';
revoke all on function private.popular_cards(integer, text, uuid[], integer) from public, anon, authenticated;

drop function public.catalogue_browse(integer, text, text, jsonb, text, uuid, integer);
-- The order is put into the text of the query (from a fixed list), so that each has an index of its own to walk.
create function public.catalogue_browse(
  p_maturity_limit integer, p_country text, p_sort text default 'newest', p_filters jsonb default '{}',
  p_after_value text default null, p_after_id uuid default null, p_limit integer default 36, p_viewer uuid default null
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
    ('popular', 'movie.view_count', 'integer', 'desc'),
    ('length', 'coalesce(movie.duration_seconds, 0)', 'integer', 'desc')
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
        and ($3 ->> 'country' is null or movie.countries @> array[$3 ->> 'country'])
        and ($3 ->> 'access' is null or movie.access_level = $3 ->> 'access')
        and ($3 ->> 'yearFrom' is null or movie.year >= ($3 ->> 'yearFrom')::integer)
        and ($3 ->> 'yearTo' is null or movie.year <= ($3 ->> 'yearTo')::integer)
        and ($3 ->> 'maturity' is null or movie.maturity_rating <= ($3 ->> 'maturity')::integer)
        and ($3 ->> 'length' is null or private.length_of(movie.duration_seconds) = $3 ->> 'length')
        and ($3 -> 'features' is null or movie.features @> array(select jsonb_array_elements_text($3 -> 'features')))
        and ($3 ->> 'watchable' is null or movie.asset_id is not null or movie.type = 'series')
        and movie.id <> all ($7)
        and ($4 is null or (%1$s, movie.id) %4$s ($4::%2$s, $5))
      order by %1$s %3$s, movie.id %3$s
      limit $6
    ) page
  $query$, key, kind, direction, beyond)
  into answer
  using p_maturity_limit, p_country, p_filters, p_after_value, p_after_id, least(greatest(p_limit, 1), 721),
    private.hidden_by(p_viewer);
  return answer;
end;
$$;
comment on function public.catalogue_browse(integer, text, text, jsonb, text, uuid, integer, uuid) is
  'One page of titles, [{card, after}], in the order newest, year, title, rating, popular or length; filters are type, genre, category, language, country, access, yearFrom, yearTo, maturity, length, features, watchable. Without what the caller''s viewer hid. The next page begins after the last row''s (after, card.id).';

revoke all on function public.catalogue_browse(integer, text, text, jsonb, text, uuid, integer, uuid) from public;
grant execute on function public.catalogue_browse(integer, text, text, jsonb, text, uuid, integer, uuid)
  to anon, authenticated, service_role;

drop function public.catalogue_search(text, integer, text, integer, integer);
create function public.catalogue_search(
  p_query text, p_maturity_limit integer, p_country text, p_titles integer default 24, p_others integer default 8,
  p_popular integer default 0, p_viewer uuid default null
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked text := trim(private.normalise_text(left(trim(p_query), 100)));
  telling text := private.telling_words(asked);
  prefixes tsquery := private.prefix_query(asked);
  most integer := least(greatest(p_titles, 1), 100);
  others integer := least(greatest(p_others, 1), 24);
  weights real[] := '{0.05, 0.2, 0.5, 1.0}';
  hidden uuid[] := array(
    select entry.id from unnest(private.hidden_by(p_viewer)) entry (id)
    where not exists (
      select from private.search_names called where called.movie_id = entry.id and called.core = telling));
  answer jsonb;
begin
  with begun as materialized (select * from private.names_begun(asked, telling)),
  alike as materialized (
    select * from private.names_alike(asked, telling, 0.42)
    where length(asked) > 2 and (select count(*) from begun) < 4
      and not exists (select from begun where begun.score > 9)
  ),
  -- Everything that is begun fits better than anything that is only alike.
  named as (
    select begun.kind, begun.movie_id, begun.person_id, begun.episode_id, begun.score + 100 as score from begun
    union all
    select alike.kind, alike.movie_id, alike.person_id, alike.episode_id, alike.score from alike
    where not exists (
      select from begun where (begun.kind, begun.movie_id, begun.person_id, begun.episode_id)
        is not distinct from (alike.kind, alike.movie_id, alike.person_id, alike.episode_id))
  ),
  -- Each row is looked up only until there are enough of them, best first.
  by_name as materialized (
    select seen.id, best.score
    from (select * from named where named.kind = 'title' order by named.score desc, named.movie_id) best
    cross join lateral (
      select movie.id from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.id = best.movie_id and movie.id <> all (hidden)
    ) seen
    limit most
  ),
  by_text as (
    select seen.id, ts_rank(weights, seen.search_vector, prefixes) + 50 as score
    from (
      select movie.id, movie.search_vector from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.search_vector @@ prefixes and length(asked) > 2 and movie.id <> all (hidden)
        and (select count(*) from by_name where by_name.score > 100) < most
      limit 400
    ) seen
    where seen.id not in (select by_name.id from by_name where by_name.score > 100)
    order by score desc limit most
  ),
  titles as (
    select public.movie_card(movie) as card, found.score, movie.view_count, movie.id
    from (select * from by_name union all select * from by_text where by_text.id not in (select by_name.id from by_name)) found
    join public.movies movie on movie.id = found.id
    order by found.score desc, movie.view_count desc, movie.id limit most
  ),
  people as (
    select seen.*, best.score
    from (select * from named where named.kind = 'person' order by named.score desc, named.person_id) best
    cross join lateral (
      select person.slug, person.name, person.photo_path, person.photo_placeholder from public.people person
      where person.id = best.person_id
        and private.person_is_visible(person.id, p_maturity_limit, p_country)
    ) seen
    limit others
  ),
  episodes as (
    select seen.*, best.score
    from (select * from named where named.kind = 'episode' order by named.score desc, named.episode_id) best
    cross join lateral (
      select public.movie_card(series) as series, episode.*
      from public.catalogue_visible(p_maturity_limit, p_country) series
      join public.episodes episode on episode.movie_id = series.id and episode.id = best.episode_id
      where series.id = best.movie_id and series.id <> all (hidden)
    ) seen
    limit others
  )
  select jsonb_build_object(
    'titles', coalesce((select jsonb_agg(card order by score desc, view_count desc, id) from titles), '[]'),
    'people', coalesce((select jsonb_agg(jsonb_build_object('slug', slug, 'name', name, 'photo_path', photo_path,
      'photo_placeholder', photo_placeholder) order by score desc, name) from people), '[]'),
    'episodes', coalesce((select jsonb_agg(jsonb_build_object('series', series, 'id', id, 'slug', slug, 'season', season,
      'number', number, 'title', title, 'description', description, 'duration_seconds', duration_seconds,
      'still_path', still_path, 'still_placeholder', still_placeholder, 'is_playable', asset_id is not null)
      order by score desc, id) from episodes), '[]'),
    -- What was meant, where nothing is called what was typed.
    'meant', (
      select meant.name from (
        select card ->> 'title' as name, score from titles where score < 50
        union all select name, score from people where score < 50
        union all select title, score from episodes where score < 50
      ) meant
      where not exists (select from titles where titles.score >= 50)
      order by meant.score desc limit 1))
  into answer
  where asked is distinct from '';
  answer := coalesce(answer, '{"titles": [], "people": [], "episodes": [], "meant": null}');
  return answer || jsonb_build_object('popular', case
    when p_popular > 0 and answer - 'meant' = '{"titles": [], "people": [], "episodes": []}'
    then private.popular_cards(p_maturity_limit, p_country, hidden, p_popular) else '[]' end);
end;
$$;
comment on function public.catalogue_search(text, integer, text, integer, integer, integer, uuid) is
  'Titles, people and episodes for what was typed, best first, and the name that was probably meant where none is called that; forgives accents, case, half words and small misspellings. What the caller''s viewer hid is found by its whole name alone. Where nothing is found, up to p_popular titles that many watch.';
revoke all on function public.catalogue_search(text, integer, text, integer, integer, integer, uuid) from public;
grant execute on function public.catalogue_search(text, integer, text, integer, integer, integer, uuid) to anon, authenticated, service_role;
