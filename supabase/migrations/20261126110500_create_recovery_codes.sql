-- What opens the second step without the device. Auth has no recovery codes that every project may use, so they are ours;
-- only the server reads and writes them, for whom the session does not count yet.
create table public.recovery_codes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.user_profiles (id) on delete cascade,
  code_hash text not null check (char_length(code_hash) = 64),
  used_at timestamptz,
  created_at timestamptz not null default now(),
  unique (user_id, code_hash)
);
comment on table public.recovery_codes is
  'Digests of an account''s recovery codes, each good once. No policy on purpose: the server alone reaches them.';
comment on column public.recovery_codes.code_hash is 'SHA-256 of 80 random bits, in hexadecimal.';

alter table public.recovery_codes enable row level security;
revoke all on public.recovery_codes from public, anon, authenticated, service_role;
grant select, insert, update, delete on public.recovery_codes to service_role;

-- What the account's pages have to know of Auth's own tables.
create function public.account_security()
returns table (has_password boolean, has_second_step boolean, recovery_codes_left integer)
language sql stable security definer set search_path = ''
as $$
  select
    coalesce(person.encrypted_password, '') <> '',
    exists (select from auth.mfa_factors factor where factor.user_id = person.id and factor.status = 'verified'),
    (select count(*)::integer from public.recovery_codes code where code.user_id = person.id and code.used_at is null)
  from auth.users person
  where person.id = (select auth.uid())
$$;
comment on function public.account_security() is
  'Whether the caller''s account has a password and a second step, and how many recovery codes are left.';
revoke all on function public.account_security() from public, anon, authenticated;
grant execute on function public.account_security() to authenticated;
