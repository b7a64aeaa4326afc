-- A device is signed out by the session that its row names, so nobody's row may name somebody else's.
create function private.refuse_foreign_session() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from auth.sessions session where session.id = new.session_id and session.user_id <> new.user_id)
    -- What ends all sessions of an account is kept under the account's own number.
    or exists (select from public.user_profiles profile where profile.id = new.session_id)
  then
    raise exception 'That session is not of this account.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end;
$$;
comment on function private.refuse_foreign_session() is
  'Keeps a list of devices to the sessions of its own account.';
revoke all on function private.refuse_foreign_session() from public, anon, authenticated;

create trigger refuse_foreign_session before insert or update of session_id, user_id on public.user_devices
  for each row execute function private.refuse_foreign_session();
