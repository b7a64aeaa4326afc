-- viewer_profiles: the people of a household
create table public.viewer_profiles (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.user_profiles (id) on delete cascade,
  slot smallint not null check (slot between 1 and 5),
  name text not null check (char_length(name) between 1 and 50),
  avatar_path text check (char_length(avatar_path) <= 300),
  is_kids boolean not null default false,
  maturity_limit smallint not null default 16 check (maturity_limit in (0, 7, 12, 16, 18)),
  has_pin boolean not null default false,
  pin_hash text check (char_length(pin_hash) <= 255),
  failed_pin_attempts smallint not null default 0 check (failed_pin_attempts >= 0),
  pin_locked_until timestamptz,
  language text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  autoplay_next boolean not null default true,
  autoplay_previews boolean not null default true,
  subtitle_language text check (subtitle_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  subtitle_style jsonb not null default '{}'
    check (jsonb_typeof(subtitle_style) = 'object' and pg_column_size(subtitle_style) <= 4096),
  skip_intro boolean not null default false,
  skip_recap boolean not null default false,
  history_paused boolean not null default false,
  taste_reset_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- The slot is what holds a household at five viewers: there is no sixth value.
  unique (user_id, slot),
  unique (id, user_id),
  check (has_pin = (pin_hash is not null)),
  check (not is_kids or maturity_limit <= 12)
);
comment on table public.viewer_profiles is
  'The people of a household, at most five. All share one identity: RLS guards the household, the server the viewer.';
comment on column public.viewer_profiles.slot is '1 to 5, given by the database; slot 1 is made with the account.';
comment on column public.viewer_profiles.pin_hash is 'Readable by nobody but the functions that check a PIN.';

alter table public.viewer_profiles enable row level security;
revoke all on public.viewer_profiles from public, anon, authenticated, service_role;
grant select (
  id, user_id, slot, name, avatar_path, is_kids, maturity_limit, has_pin, pin_locked_until, language, autoplay_next,
  autoplay_previews, subtitle_language, subtitle_style, skip_intro, skip_recap, history_paused, taste_reset_at,
  created_at, updated_at
) on public.viewer_profiles to authenticated;
grant insert (
  user_id, name, avatar_path, is_kids, maturity_limit, language, autoplay_next, autoplay_previews,
  subtitle_language, subtitle_style, skip_intro, skip_recap, history_paused
) on public.viewer_profiles to authenticated;
grant update (
  name, avatar_path, is_kids, maturity_limit, language, autoplay_next, autoplay_previews, subtitle_language,
  subtitle_style, skip_intro, skip_recap, history_paused, taste_reset_at
) on public.viewer_profiles to authenticated;
grant delete on public.viewer_profiles to authenticated;
grant select, insert, update, delete on public.viewer_profiles to service_role;

create policy "Owners read their own viewers" on public.viewer_profiles
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners add viewers to their own household" on public.viewer_profiles
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners update their own viewers" on public.viewer_profiles
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "Owners remove their own viewers except the first" on public.viewer_profiles
  for delete to authenticated using (user_id = (select auth.uid()) and slot > 1);

-- Two viewers added at once would pick the same slot, so a household adds one at a time.
create function private.take_viewer_slot() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform from public.user_profiles where id = new.user_id for no key update;
  select min(free.slot) into new.slot
  from generate_series(1, 5) as free (slot)
  where not exists (
    select from public.viewer_profiles taken where taken.user_id = new.user_id and taken.slot = free.slot
  );
  if new.slot is null then
    raise exception 'A household has at most 5 viewers.'
      using errcode = 'check_violation', constraint = 'viewer_profiles_slot_check',
        schema = 'public', table = 'viewer_profiles';
  end if;
  return new;
end;
$$;
comment on function private.take_viewer_slot() is 'Gives a new viewer the first free slot of the household, or refuses the sixth.';
revoke all on function private.take_viewer_slot() from public, anon, authenticated;

create trigger take_viewer_slot before insert on public.viewer_profiles
  for each row execute function private.take_viewer_slot();
create trigger set_updated_at before update on public.viewer_profiles
  for each row execute function private.set_updated_at();
