-- What a caller asks for beyond all sense is bounded or refused as theirs; before, it failed as if it were our fault.
create or replace function public.latest_watched(p_viewer uuid, p_limit integer)
returns table (
  movie_id uuid, episode_id uuid, season smallint, number smallint, progress_seconds double precision,
  watch_percentage double precision, watched_at timestamptz, is_unfinished boolean
)
language sql stable security invoker set search_path = ''
as $$
  with touched as materialized (
    select history.movie_id, max(history.watched_at) as watched_at
    from public.viewing_history history
    where history.viewer_profile_id = p_viewer and history.deleted_at is null
      and not exists (
        select from public.hidden_movies hidden
        where hidden.viewer_profile_id = p_viewer and hidden.movie_id = history.movie_id and hidden.deleted_at is null)
    group by history.movie_id
    having coalesce(max(history.dismissed_at) < max(history.watched_at), true)
    order by 2 desc
    limit least(greatest(p_limit, 1), 200)
  )
  select touched.movie_id, latest.episode_id, latest.season, latest.number, latest.progress_seconds,
    latest.watch_percentage, latest.watched_at, latest.watch_percentage < 90 and latest.is_begun
  from touched
  cross join lateral (
    select history.episode_id, episode.season, episode.number, history.progress_seconds, history.watch_percentage,
      history.watched_at, begun.is_begun
    from public.viewing_history history
    left join public.episodes episode on episode.id = history.episode_id
    cross join lateral (select history.watch_percentage >= 5 or history.progress_seconds >= 60 as is_begun) begun
    where history.viewer_profile_id = p_viewer and history.movie_id = touched.movie_id and history.deleted_at is null
      and (begun.is_begun or history.completed)
    order by history.watched_at desc, episode.season desc, episode.number desc
    limit 1
  ) latest
$$;

create or replace function public.library_changes(p_viewer uuid, p_since timestamptz, p_limit integer default 200) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with asked as (select least(greatest(p_limit, 1), 1000) as rows),
  change as materialized (
    (select 'user_favorites' as "table", entry.updated_at, jsonb_build_object(
      'movie_id', entry.movie_id, 'deleted_at', entry.deleted_at) as record
    from public.user_favorites entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit (select rows from asked))
    union all
    (select 'user_watchlist', entry.updated_at, jsonb_build_object(
      'movie_id', entry.movie_id, 'deleted_at', entry.deleted_at)
    from public.user_watchlist entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit (select rows from asked))
    union all
    (select 'hidden_movies', entry.updated_at, jsonb_build_object(
      'movie_id', entry.movie_id, 'deleted_at', entry.deleted_at)
    from public.hidden_movies entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit (select rows from asked))
    union all
    (select 'movie_ratings', entry.updated_at, jsonb_build_object(
      'movie_id', entry.movie_id, 'deleted_at', entry.deleted_at, 'rating', entry.rating)
    from public.movie_ratings entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit (select rows from asked))
    union all
    (select 'viewing_history', entry.updated_at, jsonb_build_object('movie_id', entry.movie_id)
    from public.viewing_history entry
    where entry.viewer_profile_id = p_viewer and entry.updated_at > p_since - interval '10 seconds'
    order by entry.updated_at limit (select rows from asked))
    union all
    (select 'notifications', greatest(told.created_at, told.read_at), '{}'
    from public.notifications told
    where told.user_id = (select auth.uid()) and told.viewer_profile_id = p_viewer
      and greatest(told.created_at, told.read_at) > p_since - interval '10 seconds'
    order by 2 limit (select rows from asked))
    limit (select rows from asked)
  )
  select jsonb_build_object(
    'changes', coalesce((
      select jsonb_agg(jsonb_build_object('table', change."table", 'record', change.record) order by change.updated_at)
      from change), '[]'),
    'is_complete', (select count(*) < (select rows from asked) from change),
    'now', clock_timestamp())
$$;

create or replace function public.apply_library_writes(
  p_viewer uuid, p_writes jsonb, p_maturity_limit integer, p_country text
) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  owner uuid := (select auth.uid());
  write jsonb;
  outcome text;
  answers jsonb := '[]';
begin
  if not exists (
    select from public.viewer_profiles viewer where viewer.id = p_viewer and viewer.user_id = owner) then
    return null;
  end if;
  if jsonb_typeof(p_writes) is distinct from 'array' then
    raise exception 'The writes are no list' using errcode = '23514';
  end if;
  -- One device of a viewer after the other, and titles in one order for everybody: nobody can deadlock.
  perform pg_advisory_xact_lock(hashtextextended('library:' || p_viewer::text, 0));
  for write in
    select item.value from jsonb_array_elements(p_writes) with ordinality item (value, place)
    order by item.value ->> 'movieId', item.place
  loop
    outcome := case
      when write ->> 'kind' = 'paused' and write ->> 'isPaused' is null
        or write ->> 'kind' in ('favorites', 'watchlist', 'hidden', 'rating') and write ->> 'movieId' is null
      then 'refused'
      else private.apply_library_write(owner, p_viewer, write, p_maturity_limit, p_country) end;
    answers := answers || jsonb_build_object('id', write -> 'id', 'outcome', outcome);
  end loop;
  return answers;
end;
$$;

create or replace function public.claim_idempotency_key(p_route text, p_key text, p_body_hash text)
returns table (state text, claim uuid, answer text)
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  caller uuid := (select auth.uid());
  known public.idempotency_keys;
begin
  if caller is null then
    raise exception 'nobody is signed in' using errcode = '42501';
  end if;
  if p_route is null or p_key is null or p_body_hash is null then
    raise exception 'A claim needs a route, a key and a body' using errcode = '23514';
  end if;

  delete from public.idempotency_keys old where old.user_id = caller and old.expires_at < clock_timestamp();
  insert into public.idempotency_keys (user_id, route, key, body_hash)
  values (caller, p_route, p_key, p_body_hash)
  on conflict (user_id, route, key) do nothing
  returning * into known;
  if found then
    return query select 'claimed', known.claim, null::text;
    return;
  end if;

  select * into known from public.idempotency_keys row
  where row.user_id = caller and row.route = p_route and row.key = p_key
  for update;
  if not found then
    -- Its twin gave the key back a moment ago: whoever comes again may claim it.
    return query select 'running', null::uuid, null::text;
  elsif known.body_hash is distinct from p_body_hash then
    return query select 'different', null::uuid, null::text;
  elsif known.answer is not null then
    return query select 'answered', null::uuid, known.answer;
  elsif known.claimed_until > clock_timestamp() then
    return query select 'running', null::uuid, null::text;
  else
    return query
      update public.idempotency_keys row
      set claim = gen_random_uuid(), claimed_until = clock_timestamp() + interval '30 seconds'
      where row.id = known.id
      returning 'claimed', row.claim, null::text;
  end if;
end
$$;

create or replace function public.prune_tombstones(kept_days integer, at_once integer) returns integer
language plpgsql security invoker set search_path = ''
as $$
declare
  pruned integer := 0;
  removed integer;
  place text;
begin
  foreach place in array array[
    'user_favorites', 'user_watchlist', 'hidden_movies', 'movie_ratings', 'viewing_history'
  ] loop
    execute format(
      'delete from public.%1$I where id in (
         select id from public.%1$I where deleted_at < now() - make_interval(days => $1) limit $2)', place)
    using kept_days, greatest(at_once, 0);
    get diagnostics removed = row_count;
    pruned := pruned + removed;
  end loop;
  return pruned;
end;
$$;
