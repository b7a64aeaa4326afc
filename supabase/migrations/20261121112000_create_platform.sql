-- system_config
create table public.system_config (
  key text primary key check (key ~ '^[a-z][a-z0-9_.]{1,99}$'),
  value jsonb not null check (pg_column_size(value) <= 65536),
  description text not null default '' check (char_length(description) <= 1000),
  updated_by uuid references public.user_profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.system_config is 'Settings that admins change while the site runs; a schema in code checks each value.';

create index system_config_updated_by_idx on public.system_config (updated_by);

alter table public.system_config enable row level security;
revoke all on public.system_config from public, anon, authenticated, service_role;
grant select, insert, update, delete on public.system_config to authenticated, service_role;

create policy "Admins read settings" on public.system_config
  for select to authenticated using ((select private.is_admin()));
create policy "Admins add settings" on public.system_config
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update settings" on public.system_config
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete settings" on public.system_config
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.system_config
  for each row execute function private.set_updated_at();

-- feature_flags
create table public.feature_flags (
  key text primary key check (key ~ '^[a-z][a-z0-9_.]{1,99}$'),
  description text not null default '' check (char_length(description) <= 1000),
  is_enabled boolean not null default false,
  roles text[] not null default '{}'
    check (roles <@ array['user', 'creator', 'operator', 'moderator', 'admin', 'super_admin']),
  percentage smallint not null default 100 check (percentage between 0 and 100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.feature_flags is
  'A feature is on for a share of the accounts that have one of the roles; no roles means everybody.';

alter table public.feature_flags enable row level security;
revoke all on public.feature_flags from public, anon, authenticated, service_role;
grant select on public.feature_flags to anon;
grant select, insert, update, delete on public.feature_flags to authenticated, service_role;

create policy "Everybody reads feature flags" on public.feature_flags
  for select to anon, authenticated using (true);
create policy "Admins add feature flags" on public.feature_flags
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update feature flags" on public.feature_flags
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete feature flags" on public.feature_flags
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.feature_flags
  for each row execute function private.set_updated_at();

-- idempotency_keys
create table public.idempotency_keys (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.user_profiles (id) on delete cascade,
  route text not null check (char_length(route) between 1 and 200),
  key text not null check (char_length(key) between 8 and 200),
  answer jsonb check (pg_column_size(answer) <= 65536),
  expires_at timestamptz not null default now() + interval '24 hours',
  created_at timestamptz not null default now(),
  unique (user_id, route, key)
);
comment on table public.idempotency_keys is
  'A write that a client may repeat: the row is taken first, the answer stored after; no answer yet means in progress.';

create index idempotency_keys_expires_idx on public.idempotency_keys (expires_at);

alter table public.idempotency_keys enable row level security;
revoke all on public.idempotency_keys from public, anon, authenticated, service_role;
grant select, delete on public.idempotency_keys to authenticated;
grant insert (user_id, route, key) on public.idempotency_keys to authenticated;
grant update (answer) on public.idempotency_keys to authenticated;
grant select, insert, update, delete on public.idempotency_keys to service_role;

create policy "Owners read their own keys" on public.idempotency_keys
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners take keys of their own" on public.idempotency_keys
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners answer their own keys" on public.idempotency_keys
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "Owners give back their own keys" on public.idempotency_keys
  for delete to authenticated using (user_id = (select auth.uid()));

-- cron_runs
create table public.cron_runs (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 100),
  status text not null default 'running' check (status in ('running', 'succeeded', 'failed')),
  details jsonb not null default '{}' check (pg_column_size(details) <= 65536),
  error_text text check (char_length(error_text) <= 5000),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  check ((status = 'running') = (finished_at is null))
);
comment on table public.cron_runs is 'Every run of a scheduled job. Written by the service.';

create index cron_runs_name_started_idx on public.cron_runs (name, started_at desc);

alter table public.cron_runs enable row level security;
revoke all on public.cron_runs from public, anon, authenticated, service_role;
grant select on public.cron_runs to authenticated;
grant select, insert, update, delete on public.cron_runs to service_role;

create policy "Admins read runs of jobs" on public.cron_runs
  for select to authenticated using ((select private.is_admin()));

-- admin_action_logs
create table public.admin_action_logs (
  id uuid primary key default gen_random_uuid(),
  admin_id uuid default auth.uid() references public.user_profiles (id) on delete set null,
  action text not null check (char_length(action) between 1 and 100),
  target_type text not null check (char_length(target_type) between 1 and 50),
  target_id text check (char_length(target_id) <= 200),
  before jsonb,
  after jsonb,
  ip_hash text check (char_length(ip_hash) <= 128),
  created_at timestamptz not null default now()
);
comment on table public.admin_action_logs is 'What staff did, append-only for everybody. admin_id goes null with the account.';

create index admin_action_logs_admin_idx on public.admin_action_logs (admin_id, created_at desc);
create index admin_action_logs_target_idx on public.admin_action_logs (target_type, target_id, created_at desc);
create index admin_action_logs_created_idx on public.admin_action_logs (created_at desc, id desc);

alter table public.admin_action_logs enable row level security;
revoke all on public.admin_action_logs from public, anon, authenticated, service_role;
grant select on public.admin_action_logs to authenticated;
grant insert (admin_id, action, target_type, target_id, before, after, ip_hash)
  on public.admin_action_logs to authenticated;
grant select, insert on public.admin_action_logs to service_role;

create policy "Admins read the log and staff their own entries" on public.admin_action_logs
  for select to authenticated
  using ((select private.is_admin()) or (admin_id = (select auth.uid()) and (select private.is_staff())));
create policy "Staff log what they did themselves" on public.admin_action_logs
  for insert to authenticated
  with check (admin_id = (select auth.uid()) and (select private.is_staff()));

-- Privileges stop every role of the API; this stops the owner of the table too.
create function private.refuse_log_change() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.admin_id is null
    and to_jsonb(new) - 'admin_id' = to_jsonb(old) - 'admin_id'
    and not exists (select from public.user_profiles where id = old.admin_id) then
    return new;
  end if;
  raise exception 'The log of staff actions is append-only.' using errcode = 'insufficient_privilege';
end;
$$;
comment on function private.refuse_log_change() is
  'Lets nothing change in the log but the admin of a deleted account becoming null.';
revoke all on function private.refuse_log_change() from public, anon, authenticated;

create trigger refuse_change before update or delete on public.admin_action_logs
  for each row execute function private.refuse_log_change();
create trigger refuse_truncate before truncate on public.admin_action_logs
  for each statement execute function private.refuse_log_change();
