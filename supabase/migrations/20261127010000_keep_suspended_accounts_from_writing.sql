-- The handlers refuse a suspended account; whoever takes the session to the REST API is refused here. Triggers and not
-- policies, because a function that runs as its definer passes by policies, too.
create function private.refuse_suspended() returns trigger
language plpgsql stable security definer set search_path = ''
as $$
begin
  if exists (
    select from public.user_accounts account
    where account.user_id = (select auth.uid()) and account.suspended_until > now()
  ) then
    raise exception 'This account is suspended.' using errcode = 'insufficient_privilege';
  end if;
  return null;
end;
$$;
comment on function private.refuse_suspended() is
  'Lets a suspended account write nothing of its own but its devices: it still signs out, and ends what it streams.';
revoke all on function private.refuse_suspended() from public, anon, authenticated;

create trigger refuse_suspended before insert or update on public.user_profiles
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update on public.user_settings
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update on public.viewer_profiles
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update on public.notifications
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update or delete on public.reminders
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update on public.user_favorites
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update on public.user_watchlist
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update on public.hidden_movies
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update on public.movie_ratings
  for each statement execute function private.refuse_suspended();
create trigger refuse_suspended before insert or update on public.viewing_history
  for each statement execute function private.refuse_suspended();
-- What ends a stream is left alone.
create trigger refuse_suspended before insert or update of last_heartbeat_at on public.playback_sessions
  for each statement execute function private.refuse_suspended();
