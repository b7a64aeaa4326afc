-- A television or another receiver reads playlists itself and has none of our cookies. What opens a stream to it is an
-- address that the server signed for that one stream; everything else is asked here again, for the viewer of the stream.
create function public.receiver_stream(p_session uuid, p_country text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
begin
  -- While the telephone sleeps beside the television, what the television asks for keeps the place.
  update public.playback_sessions
  set last_heartbeat_at = clock_timestamp()
  where id = p_session and ended_at is null
    and last_heartbeat_at > clock_timestamp() - interval '60 seconds'
    and last_heartbeat_at < clock_timestamp() - interval '15 seconds';
  return (
    select public.playback_source(
      session.user_id, session.viewer_profile_id, session.movie_id, session.episode_id, viewer.maturity_limit, p_country)
    from public.playback_sessions session
    join public.viewer_profiles viewer on viewer.id = session.viewer_profile_id
    join public.user_accounts account on account.user_id = session.user_id
    where session.id = p_session and session.ended_at is null
      and session.last_heartbeat_at > clock_timestamp() - interval '60 seconds'
      and (account.suspended_until is null or account.suspended_until <= now())
  );
end;
$$;
comment on function public.receiver_stream(uuid, text) is
  'What a running stream plays, checked again for its viewer, and keeps its place: playback_source, or null once it has ended or may no longer be seen. For the server alone, which has checked the signature of the address.';
revoke all on function public.receiver_stream(uuid, text) from public, anon, authenticated;
grant execute on function public.receiver_stream(uuid, text) to service_role;
