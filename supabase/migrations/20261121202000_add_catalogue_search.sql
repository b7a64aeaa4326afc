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

create function private.telling_words(words text) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(nullif(trim(regexp_replace(words, '\m(the|a|an|and|of)\M', ' ', 'g')), ''), words)
$$;
comment on function private.telling_words(text) is
  'A third of all titles hold "the": the words that tell titles apart, or all where there are no others.';
revoke all on function private.telling_words(text) from public;
grant execute on function private.telling_words(text) to anon, authenticated, service_role;

-- Of all titles with "Godfather" in them, the one that is nothing else comes first; and names of people must be nearer
-- to what was typed than titles, because nobody looks for a film by a name that only begins alike.
-- Misspellings are looked for only where whole and begun words find next to nothing.
create function public.catalogue_search(
  p_query text, p_maturity_limit integer, p_country text, p_limit integer default 24, p_genres text[] default '{}'
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked text := private.normalise_text(left(trim(p_query), 100));
  telling text := private.telling_words(asked);
  prefixes tsquery := private.prefix_query(asked);
  weights real[] := '{0.05, 0.2, 0.5, 1.0}';
  answer jsonb;
begin
  -- Its settings exist only once the extension's library is loaded, which the first call does.
  perform extensions.show_limit();
  perform set_config('pg_trgm.word_similarity_threshold', '0.42', true);

  with whole as materialized (
    select found.id from public.catalogue_visible(p_maturity_limit, p_country) found
    where found.search_vector @@ prefixes
    order by ts_rank(weights, found.search_vector, prefixes) desc limit 200
  ),
  alike as (
    select found.id from public.catalogue_visible(p_maturity_limit, p_country) found
    where (select count(*) from whole) < 12
      and telling operator(extensions.<%) private.normalise_text(found.title)
    order by extensions.word_similarity(asked, private.normalise_text(found.title)) desc limit 100
  ),
  titles as (
    select public.movie_card(movie) as card, movie.id, movie.view_count,
      extensions.word_similarity(asked, private.normalise_text(movie.title))
        + extensions.similarity(telling, private.telling_words(private.normalise_text(movie.title)))
        + case when private.normalise_text(movie.title) = asked then 1.0 else 0 end
        + coalesce(ts_rank(weights, movie.search_vector, prefixes), 0) as score
    from public.movies movie
    where movie.id in (select whole.id from whole union select alike.id from alike)
    order by score desc, movie.view_count desc, movie.id limit least(greatest(p_limit, 1), 100)
  ),
  people as (
    select person.slug, person.name, person.photo_path, person.photo_placeholder,
      extensions.word_similarity(asked, private.normalise_text(person.name))
        + extensions.similarity(asked, private.normalise_text(person.name)) as score
    from public.people person
    where asked operator(extensions.<%) private.normalise_text(person.name)
      and extensions.word_similarity(asked, private.normalise_text(person.name)) >= 0.5
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
