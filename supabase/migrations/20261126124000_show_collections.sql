alter table public.collections
  add column translations jsonb not null default '{}'
    check (jsonb_typeof(translations) = 'object' and pg_column_size(translations) <= 16384);
comment on column public.collections.translations is 'By language: title, description.';

-- A collection of which a viewer may see nothing is not there for them.
create function public.catalogue_collections(p_maturity_limit integer, p_country text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', collection.slug, 'title', collection.title,
    'description', collection.description, 'translations', collection.translations, 'count', held.titles,
    'cards', held.cards) order by collection.position, collection.title), '[]')
  from public.collections collection
  cross join lateral (
    select count(*) as titles, (jsonb_agg(public.movie_card(movie) order by item.position))
      #- '{}' as cards
    from public.collection_items item
    join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = item.movie_id
    where item.collection_id = collection.id
  ) held
  where collection.is_published and held.titles > 0
$$;
comment on function public.catalogue_collections(integer, text) is 'Every collection that holds something for this viewer, with its titles in order.';
revoke all on function public.catalogue_collections(integer, text) from public;
grant execute on function public.catalogue_collections(integer, text) to anon, authenticated, service_role;

create or replace function public.catalogue_title(p_slug text, p_maturity_limit integer, p_country text) returns jsonb
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
    'audio_languages', coalesce((
      select jsonb_agg(distinct track ->> 'language' order by track ->> 'language')
      from public.video_assets asset, jsonb_array_elements(asset.audio_tracks) track
      where asset.status = 'ready' and track ->> 'language' is distinct from 'zxx' and (asset.id = movie.asset_id
        or asset.id in (select episode.asset_id from public.episodes episode where episode.movie_id = movie.id))
    ), '[]'),
    'collections', coalesce((
      select jsonb_agg(jsonb_build_object('slug', collection.slug, 'title', collection.title,
        'translations', collection.translations) order by collection.position, collection.title)
      from public.collection_items item join public.collections collection on collection.id = item.collection_id
      where item.movie_id = movie.id and collection.is_published), '[]'),
    'similar', private.similar_titles(movie, p_maturity_limit, p_country))
  from public.catalogue_visible(p_maturity_limit, p_country) movie
  where movie.slug = p_slug
$$;

create or replace function public.catalogue_person(p_slug text, p_maturity_limit integer, p_country text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'slug', person.slug, 'name', person.name, 'biography', person.biography, 'photo_path', person.photo_path,
    'photo_placeholder', person.photo_placeholder, 'titles', titles.list)
  from public.people person
  cross join lateral (
    select coalesce(jsonb_agg(
      known.card || jsonb_build_object('roles', known.roles, 'characters', known.characters,
        'billing', known.billing, 'views', known.view_count, 'plays', known.plays)
      order by known.year desc nulls last, known.id), '[]') as list
    from (
      select public.movie_card(movie) as card, movie.year, movie.id, movie.view_count, part.roles, part.characters,
        part.billing, movie.asset_id is not null or movie.type = 'series' as plays
      from (
        select credit.movie_id, jsonb_agg(distinct credit.role) as roles, min(credit.position) as billing,
          coalesce(jsonb_agg(distinct credit.character) filter (where credit.character is not null), '[]') as characters
        from public.credits credit where credit.person_id = person.id group by credit.movie_id
      ) part
      join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = part.movie_id
      order by movie.year desc nulls last, movie.id limit 300
    ) known
  ) titles
  where person.slug = p_slug
$$;
comment on function public.catalogue_person(text, integer, text) is
  'A person and the titles (300 at most, newest first) that this viewer may see, with their part in each.';

-- Only titles that play are drawn from, which are few beside all that are known.
create function public.catalogue_random(
  p_maturity_limit integer, p_country text, p_filters jsonb default '{}', p_levels text[] default '{free}',
  p_viewer uuid default null, p_but uuid default null
) returns text
language sql volatile security definer set search_path = ''
as $$
  select movie.slug
  from public.catalogue_visible(p_maturity_limit, p_country) movie
  where (movie.asset_id is not null or (movie.type = 'series' and exists (
      select from public.episodes episode where episode.movie_id = movie.id and episode.asset_id is not null)))
    and movie.access_level = any (p_levels)
    and (p_filters ->> 'type' is null or movie.type = p_filters ->> 'type')
    and (p_filters ->> 'genre' is null or movie.genres @> array[p_filters ->> 'genre'])
    and (p_filters ->> 'category' is null or movie.category_id = (
      select category.id from public.categories category where category.slug = p_filters ->> 'category'))
    and (p_filters ->> 'language' is null or movie.language = p_filters ->> 'language')
    and (p_filters ->> 'country' is null or movie.countries @> array[p_filters ->> 'country'])
    and (p_filters ->> 'access' is null or movie.access_level = p_filters ->> 'access')
    and (p_filters ->> 'yearFrom' is null or movie.year >= (p_filters ->> 'yearFrom')::integer)
    and (p_filters ->> 'yearTo' is null or movie.year <= (p_filters ->> 'yearTo')::integer)
    and (p_filters ->> 'maturity' is null or movie.maturity_rating <= (p_filters ->> 'maturity')::integer)
    and (p_filters ->> 'length' is null or private.length_of(movie.duration_seconds) = p_filters ->> 'length')
    and (p_filters -> 'features' is null
      or movie.features @> array(select jsonb_array_elements_text(p_filters -> 'features')))
    and (p_viewer is null or (
      not exists (select from public.viewing_history seen
        where seen.viewer_profile_id = p_viewer and seen.user_id = (select auth.uid()) and seen.movie_id = movie.id
          and seen.completed and seen.deleted_at is null)
      and not exists (select from public.hidden_movies hidden
        where hidden.viewer_profile_id = p_viewer and hidden.user_id = (select auth.uid())
          and hidden.movie_id = movie.id and hidden.deleted_at is null)))
  -- The last one only where there is no other.
  order by movie.id is not distinct from p_but, random()
  limit 1
$$;
comment on function public.catalogue_random(integer, text, jsonb, text[], uuid, uuid) is
  'The slug of a title that this viewer may watch, has not watched and did not hide, as the filters of browse say; null where there is none.';
revoke all on function public.catalogue_random(integer, text, jsonb, text[], uuid, uuid) from public;
grant execute on function public.catalogue_random(integer, text, jsonb, text[], uuid, uuid) to anon, authenticated, service_role;
