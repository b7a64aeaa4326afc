-- The Auth API ends the caller's own session or all of them; a list of devices needs to end one of the others.
create function public.end_session(p_session uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
  delete from auth.sessions where id = p_session and user_id = (select auth.uid());
  update public.user_devices
  set signed_out_at = now()
  where session_id = p_session and user_id = (select auth.uid()) and signed_out_at is null;
  return found;
end;
$$;
comment on function public.end_session(uuid) is
  'Signs one of the caller''s devices out: its refresh token is gone with the session. False where there was none.';
revoke all on function public.end_session(uuid) from public, anon, authenticated;
grant execute on function public.end_session(uuid) to authenticated;
