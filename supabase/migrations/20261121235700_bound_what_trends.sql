-- The rows of the history are their owners' to write, and what they say adds up to what everybody sees.
create function private.bound_watched_at() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.watched_at := least(new.watched_at, now());
  return new;
end;
$$;
comment on function private.bound_watched_at() is 'Nobody has watched anything in the future.';
revoke all on function private.bound_watched_at() from public, anon, authenticated;

create trigger bound_watched_at before insert or update of watched_at on public.viewing_history
  for each row execute function private.bound_watched_at();

update public.viewing_history set watched_at = now() where watched_at > now();
