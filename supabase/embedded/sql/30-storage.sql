-- The part of a hosted project's storage schema that policies, migrations and the embedded Storage API rely on.
-- Runs at every start, so every statement may be repeated.

create table if not exists storage.buckets (
  id text primary key,
  name text not null,
  owner uuid,
  owner_id text,
  public boolean not null default false,
  avif_autodetection boolean not null default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  type text not null default 'STANDARD' check (type = 'STANDARD'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column storage.buckets.owner is 'Deprecated on hosted projects as well; use owner_id.';
create unique index if not exists bname on storage.buckets (name);

create table if not exists storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text not null references storage.buckets (id),
  name text not null,
  owner uuid,
  owner_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_accessed_at timestamptz not null default now(),
  metadata jsonb,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  version text,
  user_metadata jsonb
);
comment on column storage.objects.version is 'Name of the bytes on disk; every write makes a new one.';
comment on column storage.objects.owner is 'Deprecated on hosted projects as well; use owner_id.';
create unique index if not exists bucketid_objname on storage.objects (bucket_id, name);
-- Listing walks names bytewise, as hosted does, whatever the database's collation is.
create index if not exists idx_objects_bucket_id_name on storage.objects (bucket_id, name collate "C");
-- The sweep asks which files on disk still belong to a row.
create index if not exists idx_objects_version on storage.objects (version);

-- As on a hosted project: postgres, a member of this role, may write policies here.
alter table storage.buckets owner to supabase_storage_admin;
alter table storage.objects owner to supabase_storage_admin;

alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
-- Rows are guarded by policies alone, as on a hosted project: migrations write them.
grant all on storage.buckets, storage.objects to postgres, anon, authenticated, service_role;

-- 'a/b/c.png' → {a,b}
create or replace function storage.foldername(name text) returns text[]
  language sql immutable parallel safe set search_path = ''
  return (string_to_array(name, '/'))[1 : greatest(array_length(string_to_array(name, '/'), 1) - 1, 0)];

-- 'a/b/c.png' → 'c.png'
create or replace function storage.filename(name text) returns text
  language sql immutable parallel safe set search_path = ''
  return split_part(name, '/', -1);

-- 'a/b/c.tar.gz' → 'gz'
create or replace function storage.extension(name text) returns text
  language sql immutable parallel safe set search_path = ''
  return split_part(split_part(name, '/', -1), '.', -1);

create or replace function storage.update_updated_at_column() returns trigger
  language plpgsql set search_path = '' as $$
begin
  new.updated_at = now();
  return new;
end;
$$;

create or replace trigger update_objects_updated_at before update on storage.objects
  for each row execute function storage.update_updated_at_column();

-- A row deleted behind the Storage API's back would leave its bytes behind; hosted refuses it the same way.
create or replace function storage.protect_delete() returns trigger
  language plpgsql set search_path = '' as $$
begin
  if coalesce(current_setting('storage.allow_delete_query', true), 'false') <> 'true' then
    raise exception 'Direct deletion from storage tables is not allowed. Use the Storage API instead.'
      using errcode = '42501', hint = 'This prevents accidental data loss from orphaned objects.';
  end if;
  return null;
end;
$$;

create or replace trigger protect_buckets_delete before delete on storage.buckets
  for each statement execute function storage.protect_delete();
create or replace trigger protect_objects_delete before delete on storage.objects
  for each statement execute function storage.protect_delete();
