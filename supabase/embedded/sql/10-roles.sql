-- What a hosted project has before its first migration: roles, schemas, grants and the publication. Run as
-- superuser at every start, so every statement may be repeated.

do $$
declare
  wanted record;
begin
  for wanted in
    select *
    from
      (values
        ('postgres', 'login createrole createdb replication bypassrls'),
        ('anon', 'nologin'),
        ('authenticated', 'nologin'),
        ('service_role', 'nologin bypassrls'),
        ('authenticator', 'login noinherit'),
        ('supabase_auth_admin', 'login noinherit createrole'),
        ('supabase_storage_admin', 'login noinherit createrole'),
        ('supabase_realtime_admin', 'nologin noinherit'),
        ('dashboard_user', 'nologin createrole createdb replication')
      ) as roles (name, attributes)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.attributes);
    end if;
  end loop;
end
$$;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role, authenticator to postgres with admin option;
grant anon, authenticated, service_role to supabase_storage_admin;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres with admin option;
-- A hosted project lets postgres write policies on storage.objects and triggers on auth.users by an extension;
-- membership allows the same here.
grant supabase_auth_admin, supabase_storage_admin, supabase_realtime_admin to postgres;
grant set on parameter session_replication_role to postgres;
-- PostgREST calls this function before each request; a hosted project lets postgres set it by its extension.
grant set on parameter pgrst.db_pre_request to postgres;

alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role postgres set search_path = "$user", public, extensions;
alter role supabase_auth_admin set search_path = auth;
alter role supabase_storage_admin set search_path = storage;

alter database postgres owner to postgres;
grant all on schema public to postgres;
grant usage on schema public to anon, authenticated, service_role;

create schema if not exists extensions authorization postgres;
create schema if not exists auth authorization supabase_auth_admin;
create schema if not exists storage authorization supabase_storage_admin;
create schema if not exists realtime authorization supabase_realtime_admin;
create schema if not exists _realtime authorization supabase_realtime_admin;

grant usage on schema extensions, auth, storage, realtime to anon, authenticated, service_role;
grant usage, create on schema extensions to supabase_auth_admin, supabase_storage_admin;
grant all on schema auth, storage, realtime to postgres;

-- Tables, functions and sequences of a migration are open to the API roles until the migration revokes them.
alter default privileges for role postgres in schema public
  grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on sequences to postgres, anon, authenticated, service_role;

create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists pg_stat_statements with schema extensions;
grant execute on all functions in schema extensions to anon, authenticated, service_role;

do $$
begin
  if not exists (select from pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
end
$$;

alter publication supabase_realtime owner to postgres;
