-- One way in for every write to a viewer's library. The newest decision about a viewer and a title wins, whenever it
-- arrives; at one and the same moment "on the list" wins over "off it", and the higher rating over the lower.

create function private.put_listed(
  p_table text, p_user uuid, p_viewer uuid, p_movie uuid, p_is_listed boolean, p_at timestamptz
) returns boolean
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  changed integer;
begin
  execute format($query$
    insert into public.%1$I as entry (user_id, viewer_profile_id, movie_id, decided_at, deleted_at)
    values ($1, $2, $3, $4, case when not $5 then now() end)
    on conflict (viewer_profile_id, movie_id) do update
    set decided_at = excluded.decided_at, deleted_at = excluded.deleted_at
    where (excluded.decided_at, excluded.deleted_at is null) > (entry.decided_at, entry.deleted_at is null)
  $query$, p_table)
  using p_user, p_viewer, p_movie, p_at, p_is_listed;
  get diagnostics changed = row_count;
  return changed > 0;
end;
$$;
comment on function private.put_listed(text, uuid, uuid, uuid, boolean, timestamptz) is
  'Puts a title on one of a viewer''s lists or takes it off; false when a newer decision was there.';
revoke all on function private.put_listed(text, uuid, uuid, uuid, boolean, timestamptz) from public, anon;
grant execute on function private.put_listed(text, uuid, uuid, uuid, boolean, timestamptz) to authenticated;

create function private.put_rating(p_user uuid, p_viewer uuid, p_movie uuid, p_rating double precision, p_at timestamptz)
returns boolean
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  insert into public.movie_ratings as entry (user_id, viewer_profile_id, movie_id, rating, decided_at, deleted_at)
  values (p_user, p_viewer, p_movie, coalesce(p_rating, 0), p_at, case when p_rating is null then now() end)
  on conflict (viewer_profile_id, movie_id) do update
  set rating = excluded.rating, decided_at = excluded.decided_at, deleted_at = excluded.deleted_at
  where (excluded.decided_at, excluded.deleted_at is null, excluded.rating)
    > (entry.decided_at, entry.deleted_at is null, entry.rating);
  return found;
end;
$$;
comment on function private.put_rating(uuid, uuid, uuid, double precision, timestamptz) is
  'Rates a title, or with null takes the rating back; false when a newer decision was there.';
revoke all on function private.put_rating(uuid, uuid, uuid, double precision, timestamptz) from public, anon;
grant execute on function private.put_rating(uuid, uuid, uuid, double precision, timestamptz) to authenticated;

-- By hand, for a film or for any number of episodes of one series at once; null takes back what was said by hand.
create function private.put_watched(
  p_user uuid, p_viewer uuid, p_movie uuid, p_episodes uuid[], p_is_watched boolean, p_at bigint
) returns boolean
language sql volatile security invoker set search_path = ''
as $$
  with item as (
    select movie.id as movie_id, null::uuid as episode_id, movie.duration_seconds
    from public.movies movie where movie.id = p_movie and movie.type = 'movie' and p_episodes is null
    union all
    select episode.movie_id, episode.id, episode.duration_seconds
    from public.episodes episode where episode.movie_id = p_movie and episode.id = any (p_episodes)
    order by 2
  )
  select coalesce(bool_or(private.put_history(jsonb_populate_record(null::public.viewing_history, jsonb_build_object(
    'user_id', p_user, 'viewer_profile_id', p_viewer, 'movie_id', item.movie_id, 'episode_id', item.episode_id,
    'hand_mark', p_is_watched, 'hand_moment', p_at)))), false)
  from item
$$;
comment on function private.put_watched(uuid, uuid, uuid, uuid[], boolean, bigint) is
  'Marks a film or episodes as watched or not by hand; false when nothing of it was the newest, or there is no such item.';
revoke all on function private.put_watched(uuid, uuid, uuid, uuid[], boolean, bigint) from public, anon;
grant execute on function private.put_watched(uuid, uuid, uuid, uuid[], boolean, bigint) to authenticated;

-- What is said about entries that are there: that they go, or that their title leaves continue watching.
create function private.put_about_history(p_viewer uuid, p_write jsonb, p_at bigint) returns boolean
language sql volatile security invoker set search_path = ''
as $$
  with entry as (
    select history.user_id, history.viewer_profile_id, history.movie_id, history.episode_id
    from public.viewing_history history
    where history.viewer_profile_id = p_viewer
      and case p_write ->> 'kind'
        when 'cleared' then history.deleted_at is null
        when 'dismissed' then history.movie_id = (p_write ->> 'movieId')::uuid
        when 'removed' then history.movie_id = (p_write ->> 'movieId')::uuid
          and history.episode_id is not distinct from (p_write ->> 'episodeId')::uuid
        else false end
    order by history.id
  )
  select coalesce(bool_or(private.put_history(jsonb_populate_record(
    null::public.viewing_history,
    to_jsonb(entry) || case p_write ->> 'kind'
      when 'dismissed' then jsonb_build_object('is_dismissed', p_write -> 'isDismissed', 'dismissal_moment', p_at)
      else jsonb_build_object('removed_moment', p_at) end)) is not null), false)
  from entry
$$;
comment on function private.put_about_history(uuid, jsonb, bigint) is
  'Removes one entry or all, or dismisses a title from continue watching; false when there is no such entry.';
revoke all on function private.put_about_history(uuid, jsonb, bigint) from public, anon;
grant execute on function private.put_about_history(uuid, jsonb, bigint) to authenticated;

-- A thousand entries one by one took a second. Where nothing newer is known of an entry, which is nearly always, what
-- settle_history would make of it is known too.
create function private.clear_history(p_viewer uuid, p_at bigint) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  update public.viewer_profiles viewer
  set history_cleared_moment = greatest(viewer.history_cleared_moment, p_at) where viewer.id = p_viewer;
  update public.viewing_history history
  set removed_moment = p_at, progress_seconds = 0, watch_percentage = 0, completed = false, completed_at = null,
    marked_by_hand = false, deleted_at = now()
  where history.viewer_profile_id = p_viewer and history.deleted_at is null
    and greatest(history.report_sequence, history.reported_moment, history.hand_moment) <= p_at;
  perform private.put_about_history(p_viewer, '{"kind": "cleared"}', p_at);
end;
$$;
comment on function private.clear_history(uuid, bigint) is
  'Forgets everything that a viewer watched or marked until then, also what is handed in later.';
revoke all on function private.clear_history(uuid, bigint) from public, anon;
grant execute on function private.clear_history(uuid, bigint) to authenticated;
grant update (removed_moment, progress_seconds, watch_percentage, completed, completed_at, marked_by_hand, deleted_at)
  on public.viewing_history to authenticated;

create function private.apply_library_write(
  p_user uuid, p_viewer uuid, p_write jsonb, p_maturity_limit integer, p_country text
) returns text
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  kind text := p_write ->> 'kind';
  movie uuid := (p_write ->> 'movieId')::uuid;
  at bigint := greatest(least((p_write ->> 'madeAt')::numeric, private.report_clock()), 0)::bigint;
  is_newest boolean;
begin
  -- What a viewer may not see cannot be saved, rated or marked. Taking away is always allowed: of what they once saw.
  if movie is not null and not exists (select from public.movies known where known.id = movie) then
    return 'refused';
  end if;
  if kind in ('favorites', 'watchlist', 'hidden', 'rating', 'watched')
    and coalesce(p_write -> 'isListed', p_write -> 'rating', p_write -> 'isWatched') not in ('false', 'null')
    and not exists (
      select from public.catalogue_visible(p_maturity_limit, p_country) visible where visible.id = movie) then
    return 'refused';
  end if;
  case kind
    when 'favorites' then
      is_newest := private.put_listed(
        'user_favorites', p_user, p_viewer, movie, (p_write ->> 'isListed')::boolean, private.moment(at));
    when 'watchlist' then
      is_newest := private.put_listed(
        'user_watchlist', p_user, p_viewer, movie, (p_write ->> 'isListed')::boolean, private.moment(at));
    when 'hidden' then
      is_newest := private.put_listed(
        'hidden_movies', p_user, p_viewer, movie, (p_write ->> 'isListed')::boolean, private.moment(at));
    when 'rating' then
      is_newest := private.put_rating(
        p_user, p_viewer, movie, (p_write ->> 'rating')::double precision, private.moment(at));
    when 'watched' then
      is_newest := private.put_watched(
        p_user, p_viewer, movie,
        case when jsonb_typeof(p_write -> 'episodeIds') = 'array' then array(
          select jsonb_array_elements_text(p_write -> 'episodeIds'))::uuid[] end,
        (p_write ->> 'isWatched')::boolean, at);
    when 'removed', 'dismissed' then
      is_newest := private.put_about_history(p_viewer, p_write, at);
    when 'cleared' then
      perform private.clear_history(p_viewer, at);
      is_newest := true;
    when 'paused' then
      update public.viewer_profiles viewer
      set history_paused = (p_write ->> 'isPaused')::boolean, history_pause_moment = at
      where viewer.id = p_viewer
        and (at, (p_write ->> 'isPaused')::boolean) > (viewer.history_pause_moment, viewer.history_paused);
      is_newest := found;
    else return 'refused';
  end case;
  return case when is_newest then 'done' else 'superseded' end;
end;
$$;
comment on function private.apply_library_write(uuid, uuid, jsonb, integer, text) is
  'One write: done, superseded (a newer one was there, or this very one) or refused (no such title for this viewer).';
revoke all on function private.apply_library_write(uuid, uuid, jsonb, integer, text) from public, anon;
grant execute on function private.apply_library_write(uuid, uuid, jsonb, integer, text) to authenticated;

create function public.apply_library_writes(
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
  -- One device of a viewer after the other, and titles in one order for everybody: nobody can deadlock.
  perform pg_advisory_xact_lock(hashtextextended('library:' || p_viewer::text, 0));
  for write in
    select item.value from jsonb_array_elements(p_writes) with ordinality item (value, place)
    order by item.value ->> 'movieId', item.place
  loop
    outcome := private.apply_library_write(owner, p_viewer, write, p_maturity_limit, p_country);
    answers := answers || jsonb_build_object('id', write -> 'id', 'outcome', outcome);
  end loop;
  return answers;
end;
$$;
comment on function public.apply_library_writes(uuid, jsonb, integer, text) is
  'Writes of one of the caller''s viewers, [{id, kind, madeAt, movieId, …}], madeAt in milliseconds since 1970 and never taken as later than now: [{id, outcome}]; null for a viewer who is not the caller''s. The newest of each kind and title wins, in whatever order and however often they come.';
revoke all on function public.apply_library_writes(uuid, jsonb, integer, text) from public, anon, authenticated;
grant execute on function public.apply_library_writes(uuid, jsonb, integer, text) to authenticated;
