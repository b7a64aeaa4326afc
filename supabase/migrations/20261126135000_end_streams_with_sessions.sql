-- A stream belongs to the session of the browser that plays it, so that signing out, here or from afar, ends it at once:
-- the browser cannot say so itself any more when its cookies are gone.
alter table public.playback_sessions add column auth_session_id uuid;
comment on column public.playback_sessions.auth_session_id is
  'The session at Auth that started the stream; null where none was known.';
create index playback_sessions_signed_in_idx on public.playback_sessions (auth_session_id) where ended_at is null;

drop function public.start_playback_session(uuid, uuid, uuid, text, integer, uuid);
create function public.start_playback_session(
  p_user uuid, p_viewer uuid, p_movie uuid, p_device text, p_max_streams integer, p_episode uuid default null,
  p_auth_session uuid default null
) returns uuid
language plpgsql volatile security definer set search_path = ''
as $$
declare
  others jsonb;
  stream_id uuid;
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
    (user_id, viewer_profile_id, movie_id, episode_id, device, started_at, last_heartbeat_at, auth_session_id)
  values (
    p_user, p_viewer, p_movie, p_episode, left(coalesce(p_device, ''), 100), clock_timestamp(), clock_timestamp(),
    p_auth_session)
  returning id into stream_id;
  insert into public.video_analytics (playback_session_id, user_id, movie_id)
  values (stream_id, p_user, p_movie);
  return stream_id;
end;
$$;
comment on function public.start_playback_session(uuid, uuid, uuid, text, integer, uuid, uuid) is
  'Starts a stream unless p_max_streams others count; then CV001, with [{sessionId, device, movieId, title, startedAt}] as detail. The caller has checked the entitlement.';
revoke all on function public.start_playback_session(uuid, uuid, uuid, text, integer, uuid, uuid)
  from public, anon, authenticated;
grant execute on function public.start_playback_session(uuid, uuid, uuid, text, integer, uuid, uuid) to service_role;

create function public.end_streams(p_scope text) returns integer
language plpgsql volatile security definer set search_path = ''
as $$
declare
  own uuid := nullif((select auth.jwt()) ->> 'session_id', '')::uuid;
  ended integer;
begin
  update public.playback_sessions session
  set ended_at = clock_timestamp()
  where session.user_id = (select auth.uid()) and session.ended_at is null
    and case p_scope
      when 'local' then session.auth_session_id = own
      when 'others' then session.auth_session_id is distinct from own
      when 'global' then true
      else false
    end;
  get diagnostics ended = row_count;
  return ended;
end;
$$;
comment on function public.end_streams(text) is
  'Before signing out: ends the streams of the caller''s own session (local), of every other one (others), or all (global). Answers how many.';
revoke all on function public.end_streams(text) from public, anon, authenticated;
grant execute on function public.end_streams(text) to authenticated;

create or replace function public.end_session(p_session uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
  delete from auth.sessions where id = p_session and user_id = (select auth.uid());
  update public.playback_sessions
  set ended_at = clock_timestamp()
  where auth_session_id = p_session and user_id = (select auth.uid()) and ended_at is null;
  update public.user_devices
  set signed_out_at = now()
  where session_id = p_session and user_id = (select auth.uid()) and signed_out_at is null;
  return found;
end;
$$;
comment on function public.end_session(uuid) is
  'Signs one of the caller''s devices out: its refresh token is gone with the session, and what it plays ends. False where there was none.';

-- A second tab may still play for somebody of the household who has handed over meanwhile.
drop function public.heartbeat_playback_session(uuid);
create function public.heartbeat_playback_session(p_session uuid, p_viewer uuid) returns text
language plpgsql volatile security definer set search_path = ''
as $$
declare
  owner uuid := (select auth.uid());
  watching uuid;
begin
  update public.playback_sessions
  set last_heartbeat_at = clock_timestamp()
  where id = p_session and user_id = owner and viewer_profile_id = p_viewer and ended_at is null
    and last_heartbeat_at > clock_timestamp() - interval '60 seconds';
  if found then
    return 'counted';
  end if;

  select session.viewer_profile_id into watching from public.playback_sessions session
  where session.id = p_session and session.user_id = owner;
  if watching is distinct from p_viewer and watching is not null then
    update public.playback_sessions set ended_at = clock_timestamp() where id = p_session and ended_at is null;
    return 'other-viewer';
  end if;

  -- A laptop that slept gets its place back only if nobody has taken it.
  perform private.lock_streams(owner);
  update public.playback_sessions
  set last_heartbeat_at = clock_timestamp()
  where id = p_session and user_id = owner and ended_at is null
    and (select count(*) from private.other_streams(owner, p_session))
      < (select entitlement.max_streams from public.current_entitlement(owner) entitlement);
  return case when found then 'counted' else 'ended' end;
end;
$$;
comment on function public.heartbeat_playback_session(uuid, uuid) is
  'Keeps one of the caller''s streams counted, every 30 s or less, for the viewer who is watching: counted; ended when it has ended or lost its place; other-viewer when it was started for somebody else of the household, which ends it.';
revoke all on function public.heartbeat_playback_session(uuid, uuid) from public, anon, authenticated;
grant execute on function public.heartbeat_playback_session(uuid, uuid) to authenticated;
