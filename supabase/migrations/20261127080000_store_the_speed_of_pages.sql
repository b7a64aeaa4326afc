create function public.store_page_speed(pages jsonb) returns integer
language plpgsql security invoker set search_path = ''
as $$
declare
  stored integer;
begin
  insert into public.page_analytics as known (
    id, created_at, path, session_id, referrer_host, ttfb_ms, fcp_ms, lcp_ms, inp_ms, cls, time_on_page_seconds,
    scroll_depth, device, browser, os
  )
  -- Of one page that was told several times the largest figures are the last ones: all of them only grow, or stay. Of two
  -- documents that claim one id the first has it.
  select distinct on (page.id) page.id, min(page.at), min(page.path), page."documentId", min(page."referrerHost"), max(page.ttfb), max(page.fcp),
    max(page.lcp), max(page.inp), max(page.cls), max(page.seconds), max(page.depth), min(page.device), min(page.browser),
    min(page.os)
  from jsonb_to_recordset(pages) as page (
    id uuid, at timestamptz, path text, "documentId" uuid, "referrerHost" text, ttfb double precision, fcp double precision,
    lcp double precision, inp double precision, cls double precision, seconds double precision, depth double precision,
    device text, browser text, os text
  )
  where page.at between now() - interval '40 days' and now() + interval '1 day'
  group by page.id, page."documentId"
  order by page.id, min(page.at)
  on conflict (id) do update set
    ttfb_ms = greatest(known.ttfb_ms, excluded.ttfb_ms),
    fcp_ms = greatest(known.fcp_ms, excluded.fcp_ms),
    lcp_ms = greatest(known.lcp_ms, excluded.lcp_ms),
    inp_ms = greatest(known.inp_ms, excluded.inp_ms),
    cls = greatest(known.cls, excluded.cls),
    time_on_page_seconds = greatest(known.time_on_page_seconds, excluded.time_on_page_seconds),
    scroll_depth = greatest(known.scroll_depth, excluded.scroll_depth)
  -- Who guesses the id of another's row changes nothing of it, and nobody changes what is long over.
  where known.session_id = excluded.session_id and known.created_at > now() - interval '1 day';
  get diagnostics stored = row_count;
  return stored;
end;
$$;
comment on function public.store_page_speed(jsonb) is
  'Stores what browsers told of pages, one row an id however often it is told; answers how many rows were written.';
revoke all on function public.store_page_speed(jsonb) from public, anon, authenticated;
grant execute on function public.store_page_speed(jsonb) to service_role;

-- Without a number nothing is deleted; before, everything was.
create or replace function public.expire_rows(at_once integer) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  keys integer;
  runs integer;
  visits integer;
begin
  delete from public.idempotency_keys where id in (
    select id from public.idempotency_keys where expires_at < now() limit greatest(at_once, 0)
  );
  get diagnostics keys = row_count;
  -- The last run of a cron is kept however old it is: it says when the cron fell silent.
  delete from public.cron_runs where id in (
    select old.id from public.cron_runs old
    where old.started_at < now() - interval '30 days' and old.status is distinct from 'running'
      and exists (select from public.cron_runs newer where newer.name = old.name and newer.started_at > old.started_at)
    limit greatest(at_once, 0)
  );
  get diagnostics runs = row_count;
  delete from public.page_analytics where id in (
    select id from public.page_analytics where created_at < now() - interval '90 days' limit greatest(at_once, 0)
  );
  get diagnostics visits = row_count;
  return jsonb_build_object('idempotencyKeys', keys, 'cronRuns', runs, 'pageVisits', visits);
end;
$$;
