-- A run is its own lock: one row per cron may be running, and counts as abandoned when its time is over.
alter table public.cron_runs
  add column held_until timestamptz not null default now() + interval '60 seconds';
comment on table public.cron_runs is 'Every run of a scheduled job; a running one keeps others of its name out. Written by the service.';
comment on column public.cron_runs.held_until is 'A run that has not ended by then was killed: the next one takes over.';

update public.cron_runs set status = 'failed', error_text = 'Abandoned', finished_at = now() where status = 'running';
create unique index cron_runs_one_at_once_idx on public.cron_runs (name) where status = 'running';

create function public.begin_cron_run(cron text, hold_seconds integer) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  run uuid;
begin
  update public.cron_runs set status = 'failed', error_text = 'Abandoned', finished_at = now()
  where name = cron and status = 'running' and held_until < now();
  insert into public.cron_runs (name, held_until) values (cron, now() + make_interval(secs => hold_seconds))
  on conflict (name) where status = 'running' do nothing
  returning id into run;
  return run;
end;
$$;
comment on function public.begin_cron_run(text, integer) is
  'Takes the cron for so many seconds and answers the run; null while another run of it is alive.';
revoke all on function public.begin_cron_run(text, integer) from public, anon, authenticated;
grant execute on function public.begin_cron_run(text, integer) to service_role;

create function public.finish_cron_run(run uuid, counts jsonb, error_kind text default null) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update public.cron_runs
  set status = case when error_kind is null then 'succeeded' else 'failed' end,
    details = counts, error_text = error_kind, finished_at = now()
  where id = run and status = 'running';
  return found;
end;
$$;
comment on function public.finish_cron_run(uuid, jsonb, text) is
  'Ends a run; false when it had been given up as abandoned before.';
revoke all on function public.finish_cron_run(uuid, jsonb, text) from public, anon, authenticated;
grant execute on function public.finish_cron_run(uuid, jsonb, text) to service_role;

create function public.prune_tombstones(kept_days integer, at_once integer) returns integer
language plpgsql security invoker set search_path = ''
as $$
declare
  pruned integer := 0;
  removed integer;
  place text;
begin
  foreach place in array array[
    'user_favorites', 'user_watchlist', 'hidden_movies', 'movie_ratings', 'viewing_history'
  ] loop
    execute format(
      'delete from public.%1$I where id in (
         select id from public.%1$I where deleted_at < now() - make_interval(days => $1) limit $2)', place)
    using kept_days, at_once;
    get diagnostics removed = row_count;
    pruned := pruned + removed;
  end loop;
  return pruned;
end;
$$;
comment on function public.prune_tombstones(integer, integer) is
  'Deletes what was removed so many days ago, at most so many rows of each list; answers how many.';
revoke all on function public.prune_tombstones(integer, integer) from public, anon, authenticated;
grant execute on function public.prune_tombstones(integer, integer) to service_role;

-- Definer: answers kept under keys are nobody's to read or delete, not even the service's.
create function public.expire_rows(at_once integer) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  keys integer;
  runs integer;
begin
  delete from public.idempotency_keys where id in (
    select id from public.idempotency_keys where expires_at < now() limit at_once
  );
  get diagnostics keys = row_count;
  -- The last run of a cron is kept however old it is: it says when the cron fell silent.
  delete from public.cron_runs where id in (
    select old.id from public.cron_runs old
    where old.started_at < now() - interval '30 days' and old.status is distinct from 'running'
      and exists (select from public.cron_runs newer where newer.name = old.name and newer.started_at > old.started_at)
    limit at_once
  );
  get diagnostics runs = row_count;
  return jsonb_build_object('idempotencyKeys', keys, 'cronRuns', runs);
end;
$$;
comment on function public.expire_rows(integer) is 'Deletes rows whose time is over, at most so many of each table.';
revoke all on function public.expire_rows(integer) from public, anon, authenticated;
grant execute on function public.expire_rows(integer) to service_role;
