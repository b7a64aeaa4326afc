-- What a title offers to those who cannot hear or see all of it: asked by browse for every title at once, so it is kept.
alter table public.movies
  add column features text[] not null default '{}'
    check (features <@ array['subtitles', 'sdh', 'audio_description']);
comment on column public.movies.features is
  'Of the film, or of any episode: subtitles, sdh (for the deaf and hard of hearing), audio_description. Kept by triggers.';

create function private.write_features(movie_ids uuid[]) returns void
language sql volatile security definer set search_path = ''
as $$
  with played as (
    select movie.id as movie_id, asset.id, asset.audio_tracks
    from public.movies movie
    left join public.episodes episode on episode.movie_id = movie.id
    join public.video_assets asset on asset.id in (movie.asset_id, episode.asset_id) and asset.status = 'ready'
    where movie.id = any (movie_ids)
  ),
  offered as (
    select played.movie_id, 'subtitles' as feature
    from played join public.subtitles subtitle on subtitle.asset_id = played.id
    union
    select played.movie_id, 'sdh'
    from played join public.subtitles subtitle on subtitle.asset_id = played.id and subtitle.kind in ('sdh', 'captions')
    union
    select played.movie_id, 'audio_description'
    from played, jsonb_array_elements(played.audio_tracks) track
    where track -> 'isDescription' = 'true'
  ),
  wanted as (
    select asked.id, array(
      select offered.feature from offered where offered.movie_id = asked.id order by offered.feature) as features
    from unnest(movie_ids) as asked (id)
  )
  update public.movies movie set features = wanted.features
  from wanted where movie.id = wanted.id and movie.features is distinct from wanted.features
$$;
comment on function private.write_features(uuid[]) is 'Rewrites movies.features from what the titles play.';
revoke all on function private.write_features(uuid[]) from public, anon, authenticated;

create function private.movies_that_play(asset uuid) returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select array(
    select movie.id from public.movies movie where movie.asset_id = asset
    union select episode.movie_id from public.episodes episode where episode.asset_id = asset)
$$;
revoke all on function private.movies_that_play(uuid) from public, anon, authenticated;

create function private.refresh_features() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  case tg_table_name
    when 'movies' then perform private.write_features(array[new.id]);
    when 'episodes' then perform private.write_features(array[coalesce(new.movie_id, old.movie_id)]);
    when 'video_assets' then perform private.write_features(private.movies_that_play(new.id));
    when 'subtitles' then
      perform private.write_features(private.movies_that_play(coalesce(new.asset_id, old.asset_id)));
  end case;
  return null;
end;
$$;
revoke all on function private.refresh_features() from public, anon, authenticated;

create trigger refresh_features after update of asset_id on public.movies
  for each row when (old.asset_id is distinct from new.asset_id) execute function private.refresh_features();
create trigger refresh_features_on_insert after insert on public.movies
  for each row when (new.asset_id is not null) execute function private.refresh_features();
create trigger refresh_features after insert or delete or update of asset_id on public.episodes
  for each row execute function private.refresh_features();
create trigger refresh_features after update of audio_tracks, status on public.video_assets
  for each row execute function private.refresh_features();
create trigger refresh_features after insert or delete or update of kind, asset_id on public.subtitles
  for each row execute function private.refresh_features();

select private.write_features(array(select movie.id from public.movies movie where movie.asset_id is not null or movie.type = 'series'));

create index movies_features_idx on public.movies using gin (features);
create index movies_countries_idx on public.movies using gin (countries);
create index movies_published_length_idx on public.movies ((coalesce(duration_seconds, 0)) desc, id desc)
  where status = 'published';
-- Everything that the facets count, so that they never visit the table.
drop index public.movies_facets_idx;
create index movies_facets_idx on public.movies (maturity_rating)
  include (genres, category_id, language, year, published_at, id, type, countries, access_level, duration_seconds,
    features, asset_id) where status = 'published';

-- No "set search_path" here: Postgres inlines the body, which at 36,000 rows is most of the time.
create function private.length_of(seconds integer) returns text
language sql immutable parallel safe
as $$
  select case when seconds < 2400 then 'short' when seconds < 5400 then 'medium' when seconds < 7200 then 'long'
    when seconds >= 7200 then 'epic' end
$$;
comment on function private.length_of(integer) is 'short (under 40 min), medium (under 90), long (under 120), epic; null where unknown.';
revoke all on function private.length_of(integer) from public;
grant execute on function private.length_of(integer) to anon, authenticated, service_role;

-- The order is put into the text of the query (from a fixed list), so that each has an index of its own to walk.
create or replace function public.catalogue_browse(
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
        and ($4 is null or (%1$s, movie.id) %4$s ($4::%2$s, $5))
      order by %1$s %3$s, movie.id %3$s
      limit $6
    ) page
  $query$, key, kind, direction, beyond)
  into answer
  using p_maturity_limit, p_country, p_filters, p_after_value, p_after_id, least(greatest(p_limit, 1), 721);
  return answer;
end;
$$;
comment on function public.catalogue_browse(integer, text, text, jsonb, text, uuid, integer) is
  'One page of titles, [{card, after}], in the order newest, year, title, rating, popular or length; filters are type, genre, category, language, country, access, yearFrom, yearTo, maturity, length, features, watchable. The next page begins after the last row''s (after, card.id).';

-- Each row gets a bit for each filter that it fails. A choice is counted under the other filters: over the rows that fail
-- none, or only the one that it belongs to.
create function public.catalogue_facets(p_maturity_limit integer, p_country text, p_filters jsonb) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  wanted_genre text := p_filters ->> 'genre';
  wanted_type text := p_filters ->> 'type';
  wanted_language text := p_filters ->> 'language';
  wanted_country text := p_filters ->> 'country';
  wanted_access text := p_filters ->> 'access';
  wanted_length text := p_filters ->> 'length';
  year_from integer := p_filters ->> 'yearFrom';
  year_to integer := p_filters ->> 'yearTo';
  wanted_maturity integer := p_filters ->> 'maturity';
  must_play boolean := p_filters ->> 'watchable' is not null;
  wanted_features text[] := array(select jsonb_array_elements_text(coalesce(p_filters -> 'features', '[]')));
  wanted_category uuid;
begin
  if p_filters ->> 'category' is not null then
    select coalesce((select category.id from public.categories category where category.slug = p_filters ->> 'category'),
      '00000000-0000-0000-0000-000000000000') into wanted_category;
  end if;
  return (
    with visible as materialized (
      select movie.genres, movie.type, movie.language, movie.countries, movie.access_level, movie.year,
        movie.maturity_rating, movie.duration_seconds, movie.features, movie.category_id,
        movie.asset_id is not null or movie.type = 'series' as plays,
        case when wanted_genre is null or movie.genres @> array[wanted_genre] then 0 else 1 end
          + case when wanted_type is null or movie.type = wanted_type then 0 else 2 end
          + case when wanted_language is null or movie.language is not distinct from wanted_language then 0 else 4 end
          + case when wanted_country is null or movie.countries @> array[wanted_country] then 0 else 8 end
          + case when wanted_access is null or movie.access_level = wanted_access then 0 else 16 end
          + case when (year_from is null or coalesce(movie.year, 0) >= year_from)
              and (year_to is null or coalesce(movie.year, 9999) <= year_to) then 0 else 32 end
          + case when wanted_maturity is null or movie.maturity_rating <= wanted_maturity then 0 else 64 end
          + case when wanted_length is null
              or private.length_of(movie.duration_seconds) is not distinct from wanted_length then 0 else 128 end
          + case when wanted_category is null or movie.category_id is not distinct from wanted_category then 0 else 256 end
          + case when movie.features @> wanted_features and (not must_play or movie.asset_id is not null
              or movie.type = 'series') then 0 else 512 end
          as failed
      from public.catalogue_visible(p_maturity_limit, p_country) movie
    ),
    -- What every facet but genres and countries needs, gathered once: a few thousand groups instead of all rows.
    groups as materialized (
      select failed, type, language, access_level, year, maturity_rating, private.length_of(duration_seconds) as length,
        features, category_id, plays, count(*) as titles
      from visible where failed & (failed - 1) = 0
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    ),
    counted as (
      select 'genres' as facet, genre as value, count(*) as titles
      from visible, unnest(genres) genre where failed in (0, 1) group by genre
      union all
      select 'countries', country, count(*) from visible, unnest(countries) country where failed in (0, 8) group by country
      union all
      select 'types', type, sum(titles) from groups where failed in (0, 2) group by type
      union all
      select 'languages', language, sum(titles) from groups where failed in (0, 4) and language is not null group by language
      union all
      select 'access', access_level, sum(titles) from groups where failed in (0, 16) group by access_level
      union all
      select 'years', year::text, sum(titles) from groups where failed in (0, 32) and year is not null group by year
      union all
      select 'maturity', level::text, sum(titles) from groups, unnest(array[0, 7, 12, 16, 18]) level
      where failed in (0, 64) and maturity_rating <= level and level <= coalesce(p_maturity_limit, 0) group by level
      union all
      select 'lengths', length, sum(titles) from groups where failed in (0, 128) and length is not null group by length
      union all
      select 'features', feature, sum(titles) from groups, unnest(features) feature where failed = 0 group by feature
      union all
      select 'features', 'watchable', sum(titles) from groups where failed = 0 and plays having sum(titles) > 0
    )
    select jsonb_build_object(
      'total', (select coalesce(sum(titles), 0) from groups where failed = 0),
      'counts', (
        select coalesce(jsonb_object_agg(facet, choices), '{}') from (
          select facet, jsonb_agg(jsonb_build_object('value', value, 'count', titles) order by value) as choices
          from counted group by facet
        ) gathered),
      'categories', coalesce((
        select jsonb_agg(jsonb_build_object('slug', category.slug, 'name', category.name,
          'description', category.description, 'count', held.titles) order by category.position, category.name)
        from public.categories category
        join (select category_id, sum(titles) as titles from groups where failed in (0, 256) group by category_id) held
          on held.category_id = category.id
        where category.is_active), '[]')));
end;
$$;
comment on function public.catalogue_facets(integer, text, jsonb) is
  'How many titles each choice of each filter of browse leaves, under the other filters; filters as catalogue_browse takes them.';
revoke all on function public.catalogue_facets(integer, text, jsonb) from public;
grant execute on function public.catalogue_facets(integer, text, jsonb) to anon, authenticated, service_role;
drop function public.catalogue_facets(integer, text);
