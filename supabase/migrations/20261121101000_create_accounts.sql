-- user_profiles: the public face of an account
create table public.user_profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  username text not null unique check (username ~ '^[a-z0-9_]{3,30}$'),
  display_name text check (char_length(display_name) between 1 and 100),
  avatar_path text check (char_length(avatar_path) <= 300),
  bio text check (char_length(bio) <= 500),
  is_private boolean not null default false,
  is_verified boolean not null default false,
  layout_preference text not null default 'grid' check (layout_preference in ('grid', 'list')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.user_profiles is 'The public face of an account; everybody reads it.';

alter table public.user_profiles enable row level security;
revoke all on public.user_profiles from public, anon, authenticated, service_role;
grant select on public.user_profiles to anon, authenticated;
grant update (username, display_name, avatar_path, bio, is_private, layout_preference)
  on public.user_profiles to authenticated;
grant select, insert, update, delete on public.user_profiles to service_role;

create policy "Everybody reads profiles" on public.user_profiles
  for select to anon, authenticated using (true);
create policy "Owners update their own profile" on public.user_profiles
  for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));

create trigger set_updated_at before update on public.user_profiles
  for each row execute function private.set_updated_at();

-- user_accounts: what an owner may know about the account but not change
create table public.user_accounts (
  user_id uuid primary key references public.user_profiles (id) on delete cascade,
  role text not null default 'user'
    check (role in ('user', 'creator', 'operator', 'moderator', 'admin', 'super_admin')),
  subscription_tier text not null default 'free'
    check (subscription_tier in ('free', 'basic', 'premium', 'vip')),
  subscription_expires_at timestamptz,
  total_watch_seconds bigint not null default 0 check (total_watch_seconds >= 0),
  suspended_until timestamptz,
  suspension_reason text check (char_length(suspension_reason) <= 1000),
  referral_code text not null unique check (referral_code ~ '^[0-9A-F]{10}$'),
  referred_by uuid references public.user_profiles (id) on delete set null,
  stripe_customer_id text unique check (char_length(stripe_customer_id) <= 255),
  paystack_customer_id text unique check (char_length(paystack_customer_id) <= 255),
  last_login_at timestamptz,
  deletion_requested_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (referred_by is distinct from user_id)
);
comment on table public.user_accounts is
  'Role, tier, suspension and provider ids of an account; only the service and staff functions write it.';

create index user_accounts_referred_by_idx on public.user_accounts (referred_by);
create index user_accounts_role_idx on public.user_accounts (role) where role <> 'user';

alter table public.user_accounts enable row level security;
revoke all on public.user_accounts from public, anon, authenticated, service_role;
grant select on public.user_accounts to authenticated;
grant select, insert, update, delete on public.user_accounts to service_role;

create function private.has_role(variadic allowed text[]) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.user_accounts account
    where account.user_id = (select auth.uid())
      and account.role = any (allowed)
      and (account.suspended_until is null or account.suspended_until <= now())
  )
$$;
comment on function private.has_role(text[]) is
  'Whether the signed-in account has one of these roles and is not suspended.';
revoke all on function private.has_role(text[]) from public;
grant execute on function private.has_role(text[]) to anon, authenticated, service_role;

create function private.is_staff() returns boolean
language sql stable security invoker set search_path = ''
as $$ select private.has_role('moderator', 'admin', 'super_admin') $$;
comment on function private.is_staff() is
  'Moderators and admins. In a policy always as (select private.is_staff()): once per statement.';
revoke all on function private.is_staff() from public;
grant execute on function private.is_staff() to anon, authenticated, service_role;

create function private.is_admin() returns boolean
language sql stable security invoker set search_path = ''
as $$ select private.has_role('admin', 'super_admin') $$;
comment on function private.is_admin() is
  'Admins. In a policy always as (select private.is_admin()): once per statement.';
revoke all on function private.is_admin() from public;
grant execute on function private.is_admin() to anon, authenticated, service_role;

create policy "Owners and staff read accounts" on public.user_accounts
  for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_staff()));

create trigger set_updated_at before update on public.user_accounts
  for each row execute function private.set_updated_at();

-- user_settings: what belongs to the account rather than to one viewer
create table public.user_settings (
  user_id uuid primary key references public.user_profiles (id) on delete cascade,
  theme text not null default 'dark' check (theme in ('dark', 'light', 'system')),
  notifications jsonb not null default '{}'
    check (jsonb_typeof(notifications) = 'object' and pg_column_size(notifications) <= 8192),
  quiet_hours_start time,
  quiet_hours_end time,
  time_zone text not null default 'UTC' check (char_length(time_zone) between 1 and 64),
  birth_date date check (birth_date >= date '1900-01-01'),
  country text check (country ~ '^[A-Z]{2}$'),
  sharing jsonb not null default '{}'
    check (jsonb_typeof(sharing) = 'object' and pg_column_size(sharing) <= 8192),
  is_personalised boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((quiet_hours_start is null) = (quiet_hours_end is null))
);
comment on table public.user_settings is 'Theme, notifications, country, birth date and sharing of an account.';

alter table public.user_settings enable row level security;
revoke all on public.user_settings from public, anon, authenticated, service_role;
grant select on public.user_settings to authenticated;
grant update (
  theme, notifications, quiet_hours_start, quiet_hours_end, time_zone, birth_date, country, sharing,
  is_personalised
) on public.user_settings to authenticated;
grant select, insert, update, delete on public.user_settings to service_role;

create policy "Owners read their own settings" on public.user_settings
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners update their own settings" on public.user_settings
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));

create trigger set_updated_at before update on public.user_settings
  for each row execute function private.set_updated_at();

-- user_devices: where the account is signed in
create table public.user_devices (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.user_profiles (id) on delete cascade,
  session_id uuid not null,
  name text not null check (char_length(name) between 1 and 100),
  place text check (char_length(place) <= 100),
  last_seen_at timestamptz not null default now(),
  signed_out_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, session_id)
);
comment on table public.user_devices is
  'Sessions of an account with a name and a coarse place (city or country, never an address).';

alter table public.user_devices enable row level security;
revoke all on public.user_devices from public, anon, authenticated, service_role;
grant select, delete on public.user_devices to authenticated;
grant insert (user_id, session_id, name, place, last_seen_at) on public.user_devices to authenticated;
grant update (user_id, session_id, name, place, last_seen_at, signed_out_at)
  on public.user_devices to authenticated;
grant select, insert, update, delete on public.user_devices to service_role;

create policy "Owners read their own devices" on public.user_devices
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners add their own devices" on public.user_devices
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners update their own devices" on public.user_devices
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "Owners remove their own devices" on public.user_devices
  for delete to authenticated using (user_id = (select auth.uid()));

create trigger set_updated_at before update on public.user_devices
  for each row execute function private.set_updated_at();
