-- The cookie that says who is watching carries the number of the PIN that it was given for, so that a new PIN ends the
-- cookies of who knew the old one.
alter table public.viewer_profiles add column pin_version integer not null default 0;
comment on column public.viewer_profiles.pin_version is 'Counts the PINs that this viewer has had.';
grant select (pin_version) on public.viewer_profiles to authenticated;

create function private.count_viewer_pin() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.pin_version := old.pin_version + 1;
  return new;
end;
$$;
comment on function private.count_viewer_pin() is 'Numbers a viewer''s PINs.';
revoke all on function private.count_viewer_pin() from public, anon, authenticated;

create trigger count_viewer_pin before update of pin_hash on public.viewer_profiles
  for each row when (old.pin_hash is distinct from new.pin_hash)
  execute function private.count_viewer_pin();
