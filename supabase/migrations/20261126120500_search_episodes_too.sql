-- Names first (whole or begun words; the title that is nothing else before those that hold it), then what else a title
-- says of itself where names fill no page, and misspellings only where names found next to nothing.
drop function public.catalogue_search(text, integer, text, integer, text[]);

create function private.names_begun(asked text, telling text)
returns table (kind text, movie_id uuid, person_id uuid, episode_id uuid, score double precision)
language plpgsql stable security definer set search_path = ''
as $$
declare
  prefixes tsquery := private.prefix_query(asked);
  beginning text := replace(replace(telling, '%', ''), '_', '') || '%';
begin
  return query
  select named.kind, named.movie_id, named.person_id, named.episode_id, max(
    case when named.core = telling then 10 else 0 end
    + case when named.name = asked then 1 else 0 end
    + case when starts_with(named.core, telling) then 2.5 else 0 end
    + named.standing / 3.0 - least(length(named.core), 100) / 40.0)::double precision
  from private.search_names named
  -- One letter or two, and articles, begin a fifth of all words: of these only the beginning of a name counts.
  where case when length(asked) > 2 and asked not in ('the', 'and') then named.words @@ prefixes
    else named.core like beginning end
  group by named.kind, named.movie_id, named.person_id, named.episode_id;
end;
$$;
comment on function private.names_begun(text, text) is 'Names that hold every word, each at least begun, with how well they fit.';
revoke all on function private.names_begun(text, text) from public, anon, authenticated;

-- Names of people must be nearer to what was typed than titles: nobody looks for a film by a name that only begins alike.
create function private.names_alike(asked text, telling text, likeness real)
returns table (kind text, movie_id uuid, person_id uuid, episode_id uuid, score double precision)
language plpgsql stable security definer set search_path = ''
as $$
begin
  -- Its settings exist only once the extension's library is loaded, which the first call does.
  perform extensions.show_limit();
  perform set_config('pg_trgm.word_similarity_threshold', likeness::text, true);
  return query
  select alike.kind, alike.movie_id, alike.person_id, alike.episode_id, max(alike.score)
  from (
    select named.kind, named.movie_id, named.person_id, named.episode_id,
      (extensions.word_similarity(asked, named.name) + extensions.similarity(telling, named.core)
        + named.standing / 60.0)::double precision as score,
      extensions.word_similarity(asked, named.name) as whole
    from private.search_names named
    where telling operator(extensions.<%) named.name
  ) alike
  where alike.kind is distinct from 'person' or alike.whole >= 0.5
  group by alike.kind, alike.movie_id, alike.person_id, alike.episode_id;
end;
$$;
comment on function private.names_alike(text, text, real) is 'Names that are spelt nearly like it (trigrams), with how nearly.';
revoke all on function private.names_alike(text, text, real) from public, anon, authenticated;

create function private.person_is_visible(p_person uuid, p_maturity_limit integer, p_country text) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.credits credit
    join public.catalogue_visible(p_maturity_limit, p_country) movie on movie.id = credit.movie_id
    where credit.person_id = p_person)
$$;
comment on function private.person_is_visible(uuid, integer, text) is 'Whether this viewer may see at least one of their titles.';
revoke all on function private.person_is_visible(uuid, integer, text) from public, anon, authenticated;

create function public.catalogue_search(
  p_query text, p_maturity_limit integer, p_country text, p_titles integer default 24, p_others integer default 8
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
      select movie.id from public.catalogue_visible(p_maturity_limit, p_country) movie where movie.id = best.movie_id
    ) seen
    limit most
  ),
  by_text as (
    select seen.id, ts_rank(weights, seen.search_vector, prefixes) + 50 as score
    from (
      select movie.id, movie.search_vector from public.catalogue_visible(p_maturity_limit, p_country) movie
      where movie.search_vector @@ prefixes and length(asked) > 2
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
      where series.id = best.movie_id
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
  return coalesce(answer, '{"titles": [], "people": [], "episodes": [], "meant": null}');
end;
$$;
comment on function public.catalogue_search(text, integer, text, integer, integer) is
  'Titles, people and episodes for what was typed, best first, and the name that was probably meant where none is called that; forgives accents, case, half words and small misspellings.';
revoke all on function public.catalogue_search(text, integer, text, integer, integer) from public;
grant execute on function public.catalogue_search(text, integer, text, integer, integer) to anon, authenticated, service_role;
