-- The hash never leaves the database: setting and checking a PIN are the only ways to it.
create function public.check_viewer_pin(p_viewer uuid, p_pin text) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
declare
  viewer record;
begin
  select id, pin_hash, failed_pin_attempts, pin_locked_until into viewer
  from public.viewer_profiles
  where id = p_viewer and user_id = (select auth.uid())
  for update;

  if viewer.id is null then
    return false;
  elsif viewer.pin_hash is null then
    return true;
  elsif viewer.pin_locked_until > now() then
    raise exception 'Too many wrong PINs.' using errcode = 'CV002', detail = viewer.pin_locked_until::text;
  elsif viewer.pin_hash = extensions.crypt(left(coalesce(p_pin, ''), 20), viewer.pin_hash) then
    update public.viewer_profiles set failed_pin_attempts = 0, pin_locked_until = null where id = p_viewer;
    return true;
  end if;

  -- Answered with false and not with an error, which would take the count back.
  update public.viewer_profiles
  set failed_pin_attempts = (failed_pin_attempts + 1) % 5,
    pin_locked_until = case when failed_pin_attempts >= 4 then now() + interval '15 minutes' end
  where id = p_viewer;
  return false;
end;
$$;
comment on function public.check_viewer_pin(uuid, text) is
  'Whether this is the PIN of one of the caller''s viewers (true without a PIN). The fifth wrong one locks it for 15 minutes: CV002 with the time as detail.';
revoke all on function public.check_viewer_pin(uuid, text) from public, anon, authenticated;
grant execute on function public.check_viewer_pin(uuid, text) to authenticated;

create function public.set_viewer_pin(p_viewer uuid, p_pin text default null, p_current_pin text default null)
returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
  if p_pin is not null and p_pin !~ '^[0-9]{4,8}$' then
    raise exception 'A PIN has 4 to 8 digits.' using errcode = 'check_violation';
  elsif not public.check_viewer_pin(p_viewer, p_current_pin) then
    return false;
  end if;
  update public.viewer_profiles
  set has_pin = p_pin is not null,
    pin_hash = case when p_pin is not null then extensions.crypt(p_pin, extensions.gen_salt('bf', 8)) end
  where id = p_viewer and user_id = (select auth.uid());
  return found;
end;
$$;
comment on function public.set_viewer_pin(uuid, text, text) is
  'Sets, changes or (without p_pin) removes a viewer''s PIN; false when the current one is wrong.';
revoke all on function public.set_viewer_pin(uuid, text, text) from public, anon, authenticated;
grant execute on function public.set_viewer_pin(uuid, text, text) to authenticated;
