-- subscription_plans
create table public.subscription_plans (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60),
  name text not null check (char_length(name) between 1 and 60),
  tier text not null check (tier in ('free', 'basic', 'premium', 'vip')),
  description text check (char_length(description) <= 500),
  features jsonb not null default '[]' check (jsonb_typeof(features) = 'array'),
  max_concurrent_streams smallint not null check (max_concurrent_streams between 1 and 20),
  max_video_height smallint not null check (max_video_height between 144 and 4320),
  has_ads boolean not null default false,
  trial_days smallint not null default 0 check (trial_days between 0 and 90),
  position integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.subscription_plans is
  'What a tier may do. features is a list of message keys, so that every language has its own words.';

create unique index subscription_plans_one_per_tier_idx on public.subscription_plans (tier) where is_active;

alter table public.subscription_plans enable row level security;
revoke all on public.subscription_plans from public, anon, authenticated, service_role;
grant select on public.subscription_plans to anon;
grant select, insert, update, delete on public.subscription_plans to authenticated, service_role;

create policy "Everybody reads active plans" on public.subscription_plans
  for select to anon, authenticated using (is_active or (select private.is_staff()));
create policy "Admins add plans" on public.subscription_plans
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update plans" on public.subscription_plans
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete plans" on public.subscription_plans
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.subscription_plans
  for each row execute function private.set_updated_at();

-- plan_prices
create table public.plan_prices (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references public.subscription_plans (id) on delete cascade,
  billing_cycle text not null check (billing_cycle in ('monthly', 'yearly')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor integer not null check (amount_minor >= 0),
  provider text check (provider in ('stripe', 'paystack')),
  provider_price_id text check (char_length(provider_price_id) <= 255),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (plan_id, billing_cycle, currency, provider),
  unique (provider, provider_price_id)
);
comment on table public.plan_prices is
  'Price of a plan by cycle and currency, in minor units; a row without provider is the list price.';

alter table public.plan_prices enable row level security;
revoke all on public.plan_prices from public, anon, authenticated, service_role;
grant select on public.plan_prices to anon;
grant select, insert, update, delete on public.plan_prices to authenticated, service_role;

create policy "Everybody reads active prices of plans that they can read" on public.plan_prices
  for select to anon, authenticated
  using (
    (is_active or (select private.is_staff()))
    and exists (select from public.subscription_plans plan where plan.id = plan_id)
  );
create policy "Admins add prices" on public.plan_prices
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update prices" on public.plan_prices
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete prices" on public.plan_prices
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.plan_prices
  for each row execute function private.set_updated_at();

-- user_subscriptions
create table public.user_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.user_profiles (id) on delete cascade,
  plan_id uuid not null references public.subscription_plans (id) on delete restrict,
  status text not null check (status in (
    'trialing', 'active', 'past_due', 'paused', 'unpaid', 'incomplete', 'cancelled', 'expired'
  )),
  billing_cycle text not null check (billing_cycle in ('monthly', 'yearly')),
  amount_minor integer not null check (amount_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  payment_method text check (char_length(payment_method) <= 100),
  provider text not null check (provider in ('stripe', 'paystack', 'manual')),
  provider_subscription_id text check (char_length(provider_subscription_id) <= 255),
  current_period_start timestamptz,
  current_period_end timestamptz,
  trial_ends_at timestamptz,
  grace_until timestamptz,
  cancel_at_period_end boolean not null default false,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_subscription_id),
  check (current_period_start is null or current_period_end is null or current_period_start < current_period_end)
);
comment on table public.user_subscriptions is
  'What an account pays for and until when; at most one live one. Only the service writes it, from the provider''s word.';

create index user_subscriptions_user_idx on public.user_subscriptions (user_id, created_at desc);
create index user_subscriptions_plan_idx on public.user_subscriptions (plan_id);
create unique index user_subscriptions_one_live_idx on public.user_subscriptions (user_id)
  where status in ('trialing', 'active', 'past_due', 'paused', 'unpaid');

alter table public.user_subscriptions enable row level security;
revoke all on public.user_subscriptions from public, anon, authenticated, service_role;
grant select on public.user_subscriptions to authenticated;
grant select, insert, update, delete on public.user_subscriptions to service_role;

create policy "Owners and admins read subscriptions" on public.user_subscriptions
  for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_admin()));

create trigger set_updated_at before update on public.user_subscriptions
  for each row execute function private.set_updated_at();

-- current_entitlement: what an account may play right now
create function public.current_entitlement(p_user uuid)
returns table (tier text, max_streams integer, max_video_height integer, has_ads boolean)
language sql stable security invoker set search_path = ''
as $$
  select plan.tier, plan.max_concurrent_streams::integer, plan.max_video_height::integer, plan.has_ads
  from public.user_accounts account
  join public.subscription_plans plan
    on plan.is_active
    and plan.tier = case
      when account.subscription_expires_at is null or account.subscription_expires_at > now()
        then account.subscription_tier
      else 'free'
    end
  where account.user_id = p_user
$$;
comment on function public.current_entitlement(uuid) is
  'Tier and limits of an account, free once the subscription has expired. No row for an account that the caller may not read.';
revoke all on function public.current_entitlement(uuid) from public, anon, authenticated;
grant execute on function public.current_entitlement(uuid) to authenticated, service_role;
