-- analytics_events
create table public.analytics_events (
  id uuid not null default gen_random_uuid(),
  occurred_at timestamptz not null default now(),
  type text not null check (type ~ '^[a-z][a-z_]{1,49}$'),
  user_id uuid references public.user_profiles (id) on delete set null,
  session_id uuid,
  movie_id uuid references public.movies (id) on delete set null,
  path text check (char_length(path) <= 512),
  properties jsonb not null default '{}'
    check (jsonb_typeof(properties) = 'object' and pg_column_size(properties) <= 8192),
  referrer_host text check (char_length(referrer_host) <= 255),
  browser text check (char_length(browser) <= 50),
  country text check (country ~ '^[A-Z]{2}$'),
  city text check (char_length(city) <= 100),
  primary key (id, occurred_at)
) partition by range (occurred_at);
comment on table public.analytics_events is
  'What happened, one row an event, one partition a month (private.analytics_events_YYYY_MM). No address of anybody. Written by the service.';
comment on column public.analytics_events.id is 'Made where the event happened: what is stored twice is one row.';
comment on column public.analytics_events.browser is 'The family alone, never the whole user agent.';

create index analytics_events_type_idx on public.analytics_events (type, occurred_at);
create index analytics_events_user_idx on public.analytics_events (user_id);
create index analytics_events_movie_idx on public.analytics_events (movie_id);

alter table public.analytics_events enable row level security;
revoke all on public.analytics_events from public, anon, authenticated, service_role;
grant select on public.analytics_events to authenticated;
grant select, insert, update, delete on public.analytics_events to service_role;

create policy "Admins read events" on public.analytics_events
  for select to authenticated using ((select private.is_admin()));

-- Partitions lie in private, which the API does not serve: they are reached through the table alone.
create function private.make_analytics_month(month date) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  partition_name text := 'analytics_events_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass('private.' || partition_name) is not null then
    return;
  end if;
  -- Of two who need it first, the second finds it made.
  perform pg_advisory_xact_lock(hashtext('make_analytics_month'));
  if to_regclass('private.' || partition_name) is not null then
    return;
  end if;
  execute format(
    'create table private.%I partition of public.analytics_events for values from (%L) to (%L)',
    partition_name, month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
  execute format('alter table private.%I enable row level security', partition_name);
  execute format('revoke all on private.%I from public, anon, authenticated, service_role', partition_name);
end;
$$;
comment on function private.make_analytics_month(date) is
  'Makes the partition of the month (UTC) that begins on this day, where there is none.';
revoke all on function private.make_analytics_month(date) from public, anon, authenticated, service_role;

create function private.analytics_month(moment timestamptz) returns date
language sql stable security invoker set search_path = ''
as $$ select date_trunc('month', moment at time zone 'UTC')::date $$;
comment on function private.analytics_month(timestamptz) is 'The first day of the month, in UTC, that a moment lies in.';
revoke all on function private.analytics_month(timestamptz) from public, anon, authenticated, service_role;

select private.make_analytics_month(private.analytics_month(now()));
select private.make_analytics_month(private.analytics_month(now() + interval '1 month'));

-- Definer: it makes partitions, which belong to the owner of the table.
create function public.store_page_views(views jsonb) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  stored integer;
begin
  perform private.make_analytics_month(months.month)
  from (
    select distinct private.analytics_month(view.at) as month
    from jsonb_to_recordset(views) as view (at timestamptz)
    where view.at between now() - interval '40 days' and now() + interval '1 day'
  ) months;
  insert into public.analytics_events (id, occurred_at, type, path, referrer_host, browser, properties)
  select view.id, view.at, 'page_view', view.path, view."referrerHost", view.browser,
    jsonb_build_object('locale', view.locale, 'isSignedIn', view."isSignedIn")
  from jsonb_to_recordset(views) as view (
    id uuid, at timestamptz, path text, "referrerHost" text, browser text, locale text, "isSignedIn" boolean
  )
  -- A clock that is as wrong as that says nothing, and would have partitions made for ever.
  where view.at between now() - interval '40 days' and now() + interval '1 day'
  on conflict do nothing;
  get diagnostics stored = row_count;
  return stored;
end;
$$;
comment on function public.store_page_views(jsonb) is
  'Stores views of pages as events, each id once however often it is told; answers how many were new.';
revoke all on function public.store_page_views(jsonb) from public, anon, authenticated;
grant execute on function public.store_page_views(jsonb) to service_role;

-- page_analytics
create table public.page_analytics (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null default now(),
  path text not null check (char_length(path) between 1 and 200),
  session_id uuid,
  referrer_host text check (char_length(referrer_host) <= 255),
  ttfb_ms double precision check (ttfb_ms between 0 and 600000),
  fcp_ms double precision check (fcp_ms between 0 and 600000),
  lcp_ms double precision check (lcp_ms between 0 and 600000),
  inp_ms double precision check (inp_ms between 0 and 600000),
  cls double precision check (cls between 0 and 1000),
  time_on_page_seconds double precision check (time_on_page_seconds between 0 and 86400),
  scroll_depth double precision check (scroll_depth between 0 and 1),
  device text not null check (device in ('phone', 'tablet', 'desktop')),
  browser text not null check (char_length(browser) between 1 and 50),
  os text not null check (char_length(os) between 1 and 50)
);
comment on table public.page_analytics is
  'How fast one visit of one page was. path is the route''s pattern (/title/[slug]), never an address. Written by the service.';
comment on column public.page_analytics.id is 'Made where the report arrived: what is stored twice is one row.';
comment on column public.page_analytics.scroll_depth is 'The deepest point that was seen, as a share of the page.';

create index page_analytics_recent_idx on public.page_analytics (created_at, path);

alter table public.page_analytics enable row level security;
revoke all on public.page_analytics from public, anon, authenticated, service_role;
grant select on public.page_analytics to authenticated;
grant select, insert, update, delete on public.page_analytics to service_role;

create policy "Admins read the speed of pages" on public.page_analytics
  for select to authenticated using ((select private.is_admin()));
