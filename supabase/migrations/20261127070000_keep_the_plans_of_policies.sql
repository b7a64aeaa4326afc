-- What row-level security asks is asked several times by every statement. A function in SQL that cannot be inlined is parsed
-- and planned anew each time, some 0.3 ms here; one in PL/pgSQL keeps its plan for as long as the connection lives.

create or replace function private.has_role(variadic allowed text[]) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (
    select from public.user_accounts account
    where account.user_id = (select auth.uid())
      and account.role = any (allowed)
      and (account.suspended_until is null or account.suspended_until <= now())
  );
end;
$$;

create or replace function private.is_staff() returns boolean
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return private.has_role('moderator', 'admin', 'super_admin');
end;
$$;

create or replace function private.is_admin() returns boolean
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return private.has_role('admin', 'super_admin');
end;
$$;

create or replace function private.is_whole_session() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  person uuid := auth.uid();
  session_id uuid := nullif(auth.jwt() ->> 'session_id', '')::uuid;
begin
  if session_id is not null and not exists (
    select from auth.sessions session
    where session.id = session_id and session.user_id = person
      and (session.not_after is null or session.not_after > now())
  ) then
    return false;
  end if;
  return coalesce(auth.jwt() ->> 'aal' = 'aal2', false) or not exists (
    select from auth.mfa_factors factor where factor.user_id = person and factor.status = 'verified'
  );
end;
$$;

-- The same for the largest questions that are asked for one title at a time: their bodies stay what they were, as the value
-- that a function in PL/pgSQL returns. Planning was more than half of playback_source and title_state.
do $convert$
declare
  found record;
begin
  for found in
    select routine.oid::regprocedure as signature, routine.proname as name, routine.prosecdef as is_definer,
      pg_get_function_arguments(routine.oid) as arguments, pg_get_function_result(routine.oid) as result,
      rtrim(routine.prosrc, E' \n;') as body
    from pg_proc routine
    where routine.pronamespace = 'public'::regnamespace
      and routine.proname in ('playback_source', 'catalogue_title', 'title_state')
  loop
    execute format(
      'create or replace function public.%I(%s) returns %s language plpgsql stable %s set search_path = '''' as %L',
      found.name, found.arguments, found.result,
      case when found.is_definer then 'security definer' else 'security invoker' end,
      format(E'\nbegin\n  return (%s\n  );\nend;\n', found.body));
  end loop;
end;
$convert$;

create or replace function private.report_clock() returns bigint
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  return (extract(epoch from clock_timestamp()) * 1000)::bigint;
end;
$$;

create or replace function private.moment(p_milliseconds bigint) returns timestamptz
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  return to_timestamp(greatest(least(p_milliseconds, private.report_clock()), 0) / 1000.0);
end;
$$;

create or replace function private.milliseconds(p_time timestamptz) returns bigint
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  return floor(extract(epoch from p_time) * 1000)::bigint;
end;
$$;
