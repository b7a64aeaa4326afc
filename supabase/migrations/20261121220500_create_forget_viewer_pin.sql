-- Whoever holds the account's password may open a viewer whose PIN is forgotten; guesses share the PIN's lock.
create function public.forget_viewer_pin(p_viewer uuid, p_password text) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
declare
  viewer record;
  stored text;
begin
  select id, failed_pin_attempts, pin_locked_until into viewer
  from public.viewer_profiles
  where id = p_viewer and user_id = (select auth.uid())
  for update;
  if viewer.id is null then
    return false;
  elsif viewer.pin_locked_until > now() then
    raise exception 'Too many wrong PINs.' using errcode = 'CV002', detail = viewer.pin_locked_until::text;
  end if;

  -- pgcrypto knows bcrypt by the prefix 2a; 2b and 2y are the same algorithm.
  select regexp_replace(encrypted_password, '^\$2[by]\$', '$2a$') into stored
  from auth.users where id = (select auth.uid());
  if stored like '$2a$%' and stored = extensions.crypt(left(coalesce(p_password, ''), 72), stored) then
    update public.viewer_profiles
    set has_pin = false, pin_hash = null, failed_pin_attempts = 0, pin_locked_until = null
    where id = p_viewer;
    return true;
  end if;

  update public.viewer_profiles
  set failed_pin_attempts = (failed_pin_attempts + 1) % 5,
    pin_locked_until = case when failed_pin_attempts >= 4 then now() + interval '15 minutes' end
  where id = p_viewer;
  return false;
end;
$$;
comment on function public.forget_viewer_pin(uuid, text) is
  'Removes a viewer''s PIN when the account''s password is right; the fifth wrong answer locks it for 15 minutes: CV002.';
revoke all on function public.forget_viewer_pin(uuid, text) from public, anon, authenticated;
grant execute on function public.forget_viewer_pin(uuid, text) to authenticated;
