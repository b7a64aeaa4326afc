-- Tables of the services belong to the service's own role, as on a hosted project: only so may a migration, which
-- runs as postgres and not as superuser, write policies on storage.objects or triggers on auth.users.

do $$
declare
  stray record;
begin
  for stray in
    select namespace.nspname as schema_name, class.relname as name, owners.owner
    from pg_class class
    join pg_namespace namespace on namespace.oid = class.relnamespace
    join
      (values
        ('auth', 'supabase_auth_admin'),
        ('storage', 'supabase_storage_admin'),
        ('realtime', 'supabase_realtime_admin')
      ) as owners (schema_name, owner) on owners.schema_name = namespace.nspname
    where class.relkind in ('r', 'p') and class.relowner is distinct from owners.owner::regrole
  loop
    execute format('alter table %I.%I owner to %I', stray.schema_name, stray.name, stray.owner);
  end loop;
end
$$;
