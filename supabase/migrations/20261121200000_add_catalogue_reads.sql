-- What the pages of the catalogue read. Every function takes the maturity limit and the country of the viewer, which
-- the server knows from the viewer's signed cookie, and answers with what that viewer may see, in one round trip.
-- They are definers because row-level security keeps operators that are not leakproof (full text, trigrams, arrays)
-- from using their indexes; catalogue_visible, the only way by which they reach titles, repeats the policy.

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

-- Definer, because a viewer's history is private: only counts over at least p_minimum_viewers people come out.
create function public.trending_movies(p_minimum_viewers integer default 3)
returns table (movie_id uuid, score double precision)
language sql stable security definer set search_path = ''
as $$
  select history.movie_id, sum(exp(-extract(epoch from now() - history.newest) / 259200))
  from (
    select viewing.movie_id, viewing.viewer_profile_id, max(viewing.watched_at) as newest
    from public.viewing_history viewing
    where viewing.watched_at > now() - interval '7 days'
    group by viewing.movie_id, viewing.viewer_profile_id
  ) history
  group by history.movie_id
  having count(*) >= greatest(p_minimum_viewers, 3)
  order by 2 desc, 1
  limit 100
$$;
comment on function public.trending_movies(integer) is
  'Distinct viewers of the last 7 days, each weighted exp(-age / 3 days); never a title with fewer than 3 viewers.';
revoke all on function public.trending_movies(integer) from public;
grant execute on function public.trending_movies(integer) to anon, authenticated, service_role;

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
  -- Until enough people watched this week, the most viewed of all time fill the row.
  trending as (
    select public.movie_card(movie) as card, trend.score, movie.view_count, movie.id
    from public.catalogue_visible(p_maturity_limit, p_country) movie
    join public.trending_movies() trend on trend.movie_id = movie.id
    union all
    select most_viewed.* from (
      select public.movie_card(movie), 0::double precision, movie.view_count, movie.id
      from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.id not in (select trend.movie_id from public.trending_movies() trend)
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

create function public.catalogue_title(p_slug text, p_maturity_limit integer, p_country text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select public.movie_card(movie) || jsonb_build_object(
    'original_title', movie.original_title, 'description', movie.description, 'plot', movie.plot,
    'language', movie.language, 'countries', movie.countries, 'keywords', movie.keywords,
    'imdb_rating', movie.imdb_rating, 'rating_count', movie.rating_count, 'published_at', movie.published_at,
    'is_playable', movie.asset_id is not null or exists (
      select from public.episodes episode where episode.movie_id = movie.id and episode.asset_id is not null),
    'category', (
      select jsonb_build_object('slug', category.slug, 'name', category.name)
      from public.categories category where category.id = movie.category_id and category.is_active),
    'credits', coalesce((
      select jsonb_agg(jsonb_build_object(
        'slug', person.slug, 'name', person.name, 'photo_path', person.photo_path, 'role', credit.role,
        'character', credit.character) order by credit.position, person.name)
      from public.credits credit join public.people person on person.id = credit.person_id
      where credit.movie_id = movie.id), '[]'),
    'episodes', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', episode.id, 'slug', episode.slug, 'season', episode.season, 'number', episode.number,
        'title', episode.title, 'description', episode.description, 'duration_seconds', episode.duration_seconds,
        'still_path', episode.still_path, 'still_placeholder', episode.still_placeholder,
        'is_playable', episode.asset_id is not null) order by episode.season, episode.number)
      from public.episodes episode where episode.movie_id = movie.id), '[]'),
    'subtitle_languages', coalesce((
      select jsonb_agg(distinct subtitle.language order by subtitle.language)
      from public.subtitles subtitle
      where subtitle.asset_id = movie.asset_id
        or subtitle.asset_id in (select episode.asset_id from public.episodes episode where episode.movie_id = movie.id)
    ), '[]'),
    'similar', coalesce((
      select jsonb_agg(near.card order by near.shared desc, near.distance, near.id)
      from (
        select public.movie_card(other) as card, other.id, shared.genres as shared,
          abs(coalesce(other.year, 0) - coalesce(movie.year, 0)) as distance
        from public.catalogue_visible(p_maturity_limit, p_country) other
        cross join lateral (
          select count(*) as genres from unnest(other.genres) genre where genre = any (movie.genres)
        ) shared
        where other.id is distinct from movie.id and other.genres && movie.genres
        order by shared.genres desc, distance, other.id limit 18
      ) near), '[]'))
  from public.catalogue_visible(p_maturity_limit, p_country) movie
  where movie.slug = p_slug
$$;
comment on function public.catalogue_title(text, integer, text) is
  'Everything that a title page shows to everybody; null where the viewer may not see the title.';
revoke all on function public.catalogue_title(text, integer, text) from public;
grant execute on function public.catalogue_title(text, integer, text) to anon, authenticated, service_role;

create function public.catalogue_person(p_slug text, p_maturity_limit integer, p_country text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'slug', person.slug, 'name', person.name, 'biography', person.biography, 'photo_path', person.photo_path,
    'photo_placeholder', person.photo_placeholder, 'titles', titles.list)
  from public.people person
  cross join lateral (
    select coalesce(jsonb_agg(
      known.card || jsonb_build_object('roles', known.roles, 'characters', known.characters)
      order by known.year desc nulls last, known.id), '[]') as list
    from (
      select public.movie_card(movie) as card, movie.year, movie.id,
        (select jsonb_agg(distinct credit.role) from public.credits credit
          where credit.movie_id = movie.id and credit.person_id = person.id) as roles,
        (select coalesce(jsonb_agg(distinct credit.character) filter (where credit.character is not null), '[]')
          from public.credits credit
          where credit.movie_id = movie.id and credit.person_id = person.id) as characters
      from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.id in (select credit.movie_id from public.credits credit where credit.person_id = person.id)
      order by movie.year desc nulls last, movie.id limit 200
    ) known
  ) titles
  where person.slug = p_slug
$$;
comment on function public.catalogue_person(text, integer, text) is
  'A person and the titles (200 at most, newest first) that this viewer may see.';
revoke all on function public.catalogue_person(text, integer, text) from public;
grant execute on function public.catalogue_person(text, integer, text) to anon, authenticated, service_role;

-- Half-typed words match from their beginning. Only white space and ASCII punctuation part words, in any locale.
create function private.prefix_query(words text) returns tsquery
language sql immutable parallel safe set search_path = ''
as $$
  select to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & '))
  from regexp_split_to_table(words, '[\s!-/:-@\[-`{-~]+') word
  where word is distinct from ''
$$;
comment on function private.prefix_query(text) is 'A full-text query that wants every word, each at least begun; null without a word.';
revoke all on function private.prefix_query(text) from public;
grant execute on function private.prefix_query(text) to anon, authenticated, service_role;

-- Whole words by full text (title over cast over genres over description); what is left over, misspelt or half typed,
-- by trigrams of the title. Both lists are cut before they are ranked, so a common word costs no more than a rare one.
create function public.catalogue_search(
  p_query text, p_maturity_limit integer, p_country text, p_limit integer default 24, p_genres text[] default '{}'
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked text := private.normalise_text(left(trim(p_query), 100));
  prefixes tsquery := private.prefix_query(asked);
  weights real[] := '{0.05, 0.2, 0.5, 1.0}';
  answer jsonb;
begin
  -- Its settings exist only once the extension's library is loaded, which the first call does.
  perform extensions.show_limit();
  perform set_config('pg_trgm.word_similarity_threshold', '0.42', true);

  with titles as (
    select public.movie_card(movie) as card, movie.id, movie.view_count,
      greatest(
        extensions.word_similarity(asked, private.normalise_text(movie.title)),
        extensions.similarity(asked, private.normalise_text(movie.title)) * 1.2,
        case when private.normalise_text(movie.title) = asked then 2.0 else 0 end
      ) + coalesce(ts_rank(weights, movie.search_vector, prefixes), 0) as score
    from public.movies movie
    where movie.id in (
      (select found.id from public.catalogue_visible(p_maturity_limit, p_country) found
        where found.search_vector @@ prefixes
        order by ts_rank(weights, found.search_vector, prefixes) desc limit 200)
      union
      (select found.id from public.catalogue_visible(p_maturity_limit, p_country) found
        where asked operator(extensions.<%) private.normalise_text(found.title)
        order by extensions.word_similarity(asked, private.normalise_text(found.title)) desc limit 100)
    )
    order by score desc, movie.view_count desc, movie.id limit least(greatest(p_limit, 1), 100)
  ),
  people as (
    select person.slug, person.name, person.photo_path, person.photo_placeholder,
      extensions.word_similarity(asked, private.normalise_text(person.name))
        + extensions.similarity(asked, private.normalise_text(person.name)) as score
    from public.people person
    where asked operator(extensions.<%) private.normalise_text(person.name)
      and exists (
        select from public.credits credit
        join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = credit.movie_id
        where credit.person_id = person.id)
    order by score desc, person.name limit 8
  ),
  genres as (
    select genre, extensions.similarity(asked, private.normalise_text(genre)) as score
    from unnest(p_genres) genre
    where extensions.similarity(asked, private.normalise_text(genre)) > 0.3
      or private.normalise_text(genre) like asked || '%'
    order by score desc, genre limit 4
  )
  select jsonb_build_object(
    'titles', coalesce((select jsonb_agg(card order by score desc, view_count desc, id) from titles), '[]'),
    'people', coalesce((select jsonb_agg(jsonb_build_object('slug', slug, 'name', name, 'photo_path', photo_path,
      'photo_placeholder', photo_placeholder) order by score desc, name) from people), '[]'),
    'genres', coalesce((select jsonb_agg(genre order by score desc, genre) from genres), '[]'))
  into answer
  where asked is distinct from '';
  return coalesce(answer, '{"titles": [], "people": [], "genres": []}');
end;
$$;
comment on function public.catalogue_search(text, integer, text, integer, text[]) is
  'Titles, people and genres (of p_genres, those that this viewer is offered) for what was typed, best first; forgives accents, case, half words and small misspellings.';
revoke all on function public.catalogue_search(text, integer, text, integer, text[]) from public;
grant execute on function public.catalogue_search(text, integer, text, integer, text[]) to anon, authenticated, service_role;
