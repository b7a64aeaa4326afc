-- Definer: queues and runs are nobody's to read row by row; staff are told how many and how old.
create function public.platform_status() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  queues jsonb := null;
begin
  if not (select private.is_staff()) then
    raise exception 'Staff only' using errcode = '42501';
  end if;
  -- The queue makes its tables itself, when the first worker starts.
  if to_regclass('pgboss.job') is not null then
    execute $query$
      select coalesce(jsonb_agg(to_jsonb(queue) order by queue.name), '[]')
      from (
        select q.name,
          count(*) filter (where j.state in ('created', 'retry')) as waiting,
          count(*) filter (where j.state = 'active') as running,
          count(*) filter (where j.state = 'failed' and j.completed_on > now() - interval '1 day') as failed,
          extract(epoch from now() - min(greatest(j.created_on, j.start_after))
            filter (where j.state in ('created', 'retry') and j.start_after <= now()))::double precision as "oldestSeconds"
        from pgboss.queue q left join pgboss.job j on j.name = q.name
        where q.name not like '\_\_pgboss%'
        group by q.name
      ) queue
    $query$ into queues;
  end if;
  return jsonb_build_object(
    'queues', queues,
    'crons', (
      select coalesce(jsonb_agg(to_jsonb(run)), '[]')
      from (
        select name.name, latest.status, latest.started_at as "startedAt",
          extract(epoch from latest.finished_at - latest.started_at)::double precision as seconds,
          latest.error_text as "errorKind",
          (select max(run.started_at) from public.cron_runs run where run.name = name.name and run.status = 'succeeded')
            as "succeededAt"
        from (select distinct run.name from public.cron_runs run) name
        cross join lateral (
          select * from public.cron_runs run where run.name = name.name order by run.started_at desc limit 1
        ) latest
      ) run
    ),
    'vitals', (
      with recent as (
        -- Bounded: with many visitors the newest say enough.
        select * from public.page_analytics
        where created_at > now() - interval '7 days' and (ttfb_ms is not null or lcp_ms is not null)
        order by created_at desc limit 20000
      )
      select coalesce(jsonb_agg(to_jsonb(page) order by page.path is not null, page.visits desc, page.path), '[]')
      from (
        select recent.path, count(*) as visits,
          percentile_cont(0.75) within group (order by ttfb_ms) as ttfb,
          percentile_cont(0.75) within group (order by fcp_ms) as fcp,
          percentile_cont(0.75) within group (order by lcp_ms) as lcp,
          percentile_cont(0.75) within group (order by inp_ms) as inp,
          percentile_cont(0.75) within group (order by cls) as cls
        from recent
        group by grouping sets ((), (recent.path))
        having count(*) > 0
        order by recent.path is not null, count(*) desc
        limit 13
      ) page
    )
  );
end;
$$;
comment on function public.platform_status() is
  'For staff: how deep each queue is, how each cron last ran, and how fast pages were at the 75th percentile of the last seven days, as a whole (path null) and for the twelve most visited. Raises 42501 for anybody else.';
revoke all on function public.platform_status() from public, anon;
grant execute on function public.platform_status() to authenticated;
