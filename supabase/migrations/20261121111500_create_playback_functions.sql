-- Sessions of an account are counted and added one at a time, under a lock that the transaction holds.
create function private.lock_streams(p_user uuid) returns void
language sql volatile security definer set search_path = ''
as $$ select pg_advisory_xact_lock(hashtextextended('streams:' || p_user::text, 0)) $$;
comment on function private.lock_streams(uuid) is 'Serialises the starts of one account''s streams.';
revoke all on function private.lock_streams(uuid) from public, anon, authenticated;

create function private.other_streams(p_user uuid, p_except uuid)
returns table (id uuid, device text, movie_id uuid, title text, started_at timestamptz)
language sql stable security definer set search_path = ''
as $$
  select session.id, session.device, session.movie_id, movie.title, session.started_at
  from public.playback_sessions session
  join public.movies movie on movie.id = session.movie_id
  where session.user_id = p_user
    and session.ended_at is null
    and session.last_heartbeat_at > clock_timestamp() - interval '60 seconds'
    and session.id is distinct from p_except
  order by session.started_at
$$;
comment on function private.other_streams(uuid, uuid) is 'Streams of an account that count right now, but one.';
revoke all on function private.other_streams(uuid, uuid) from public, anon, authenticated;

create function public.start_playback_session(
  p_user uuid, p_viewer uuid, p_movie uuid, p_device text, p_max_streams integer, p_episode uuid default null
) returns uuid
language plpgsql volatile security definer set search_path = ''
as $$
declare
  others jsonb;
  session_id uuid;
begin
  perform private.lock_streams(p_user);
  -- A statement of its own after the lock: it sees what the one before committed.
  select coalesce(jsonb_agg(jsonb_build_object(
    'sessionId', stream.id, 'device', stream.device, 'movieId', stream.movie_id, 'title', stream.title,
    'startedAt', stream.started_at)), '[]')
  into others
  from private.other_streams(p_user, null) stream;

  if jsonb_array_length(others) >= p_max_streams then
    raise exception 'Too many streams.' using errcode = 'CV001', detail = others::text;
  end if;

  insert into public.playback_sessions
    (user_id, viewer_profile_id, movie_id, episode_id, device, started_at, last_heartbeat_at)
  values (
    p_user, p_viewer, p_movie, p_episode, left(coalesce(p_device, ''), 100), clock_timestamp(), clock_timestamp())
  returning id into session_id;
  insert into public.video_analytics (playback_session_id, user_id, movie_id)
  values (session_id, p_user, p_movie);
  return session_id;
end;
$$;
comment on function public.start_playback_session(uuid, uuid, uuid, text, integer, uuid) is
  'Starts a stream unless p_max_streams others count; then CV001, with [{sessionId, device, movieId, title, startedAt}] as detail. The caller has checked the entitlement.';
revoke all on function public.start_playback_session(uuid, uuid, uuid, text, integer, uuid)
  from public, anon, authenticated;
grant execute on function public.start_playback_session(uuid, uuid, uuid, text, integer, uuid) to service_role;

create function public.heartbeat_playback_session(p_session uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
declare
  owner uuid := (select auth.uid());
begin
  update public.playback_sessions
  set last_heartbeat_at = clock_timestamp()
  where id = p_session and user_id = owner and ended_at is null
    and last_heartbeat_at > clock_timestamp() - interval '60 seconds';
  if found then
    return true;
  end if;

  -- A laptop that slept gets its place back only if nobody has taken it.
  perform private.lock_streams(owner);
  update public.playback_sessions
  set last_heartbeat_at = clock_timestamp()
  where id = p_session and user_id = owner and ended_at is null
    and (select count(*) from private.other_streams(owner, p_session))
      < (select entitlement.max_streams from public.current_entitlement(owner) entitlement);
  return found;
end;
$$;
comment on function public.heartbeat_playback_session(uuid) is
  'Keeps one of the caller''s streams counted, every 30 s or less. False when it has ended or lost its place: start a new one.';
revoke all on function public.heartbeat_playback_session(uuid) from public, anon, authenticated;
grant execute on function public.heartbeat_playback_session(uuid) to authenticated;

create function public.end_playback_session(p_session uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
  update public.playback_sessions
  set ended_at = clock_timestamp()
  where id = p_session and user_id = (select auth.uid()) and ended_at is null;
  return found;
end;
$$;
comment on function public.end_playback_session(uuid) is
  'Ends one of the caller''s streams, from any device of the household; false when there was none to end.';
revoke all on function public.end_playback_session(uuid) from public, anon, authenticated;
grant execute on function public.end_playback_session(uuid) to authenticated;
