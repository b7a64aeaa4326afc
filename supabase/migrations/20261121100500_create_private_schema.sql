-- What policies, triggers and generated columns need, and the REST API must not offer as rpc.
create schema private;
comment on schema private is 'Helpers of policies, triggers and generated columns; never exposed by the REST API.';
revoke all on schema private from public;
grant usage on schema private to anon, authenticated, service_role;

create function private.set_updated_at() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;
comment on function private.set_updated_at() is 'The one trigger that keeps updated_at.';
revoke all on function private.set_updated_at() from public, anon, authenticated;

-- unaccent() is only stable because its dictionary could be edited; ours is not, and an index needs immutable.
create function private.normalise_text(input text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$ select lower(extensions.unaccent('extensions.unaccent'::regdictionary, input)) $$;
comment on function private.normalise_text(text) is
  'Lower case without accents: the form in which titles and names are searched.';
revoke all on function private.normalise_text(text) from public;
grant execute on function private.normalise_text(text) to anon, authenticated, service_role;

-- A tombstone keeps the server's time, and a row added again counts as added now.
create function private.stamp_tombstone() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  if new.deleted_at is not null then
    new.deleted_at := case when tg_op = 'UPDATE' then coalesce(old.deleted_at, now()) else now() end;
  elsif tg_op = 'UPDATE' and old.deleted_at is not null then
    new.created_at := now();
  end if;
  return new;
end;
$$;
comment on function private.stamp_tombstone() is
  'Gives deleted_at the time of the server; a row that is added again becomes the newest.';
revoke all on function private.stamp_tombstone() from public, anon, authenticated;
