-- people
create table public.people (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 200),
  name text not null check (char_length(name) between 1 and 200),
  biography text check (char_length(biography) <= 10000),
  photo_path text check (char_length(photo_path) <= 300),
  photo_placeholder text check (char_length(photo_placeholder) <= 2000),
  tmdb_id integer unique,
  imdb_id text unique check (imdb_id ~ '^nm[0-9]{5,10}$'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.people is 'Everybody who is credited on a title.';

create index people_name_trigram_idx on public.people
  using gin (private.normalise_text(name) extensions.gin_trgm_ops);

alter table public.people enable row level security;
revoke all on public.people from public, anon, authenticated, service_role;
grant select on public.people to anon;
grant select, insert, update, delete on public.people to authenticated, service_role;

create policy "Everybody reads people" on public.people
  for select to anon, authenticated using (true);
create policy "Admins add people" on public.people
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update people" on public.people
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete people" on public.people
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.people
  for each row execute function private.set_updated_at();

-- credits
create table public.credits (
  id uuid primary key default gen_random_uuid(),
  movie_id uuid not null references public.movies (id) on delete cascade,
  person_id uuid not null references public.people (id) on delete cascade,
  role text not null check (role in (
    'actor', 'voice', 'creator', 'director', 'writer', 'producer', 'composer', 'cinematographer', 'editor',
    'animator', 'designer', 'other'
  )),
  character text check (char_length(character) <= 200),
  position integer not null default 0,
  created_at timestamptz not null default now(),
  unique nulls not distinct (movie_id, person_id, role, character)
);
comment on table public.credits is 'Who did what on a title, in billing order.';

create index credits_movie_position_idx on public.credits (movie_id, position);
create index credits_person_idx on public.credits (person_id);

alter table public.credits enable row level security;
revoke all on public.credits from public, anon, authenticated, service_role;
grant select on public.credits to anon;
grant select, insert, update, delete on public.credits to authenticated, service_role;

create policy "Everybody reads credits of movies that they can read" on public.credits
  for select to anon, authenticated
  using (exists (select from public.movies movie where movie.id = movie_id));
create policy "Admins add credits" on public.credits
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update credits" on public.credits
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete credits" on public.credits
  for delete to authenticated using ((select private.is_admin()));

-- Once per statement, so that an import of ten thousand titles stays one pass.
create function private.write_cast_names(movie_ids uuid[]) returns void
language sql security definer set search_path = ''
as $$
  update public.movies movie
  set cast_names = named.names
  from (
    select wanted.id, coalesce(left(string_agg(distinct person.name, ', '), 5000), '') as names
    from unnest(movie_ids) as wanted (id)
    left join public.credits credit on credit.movie_id = wanted.id
    left join public.people person on person.id = credit.person_id
    group by wanted.id
  ) named
  where movie.id = named.id and movie.cast_names is distinct from named.names
$$;
comment on function private.write_cast_names(uuid[]) is 'Rewrites movies.cast_names from the credits.';
revoke all on function private.write_cast_names(uuid[]) from public, anon, authenticated;

create function private.refresh_cast_names() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.write_cast_names(array(select distinct movie_id from new_rows));
  elsif tg_op = 'DELETE' then
    perform private.write_cast_names(array(select distinct movie_id from old_rows));
  else
    perform private.write_cast_names(array(select movie_id from new_rows union select movie_id from old_rows));
  end if;
  return null;
end;
$$;
revoke all on function private.refresh_cast_names() from public, anon, authenticated;

create trigger refresh_cast_names_on_insert after insert on public.credits
  referencing new table as new_rows for each statement execute function private.refresh_cast_names();
create trigger refresh_cast_names_on_update after update on public.credits
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.refresh_cast_names();
create trigger refresh_cast_names_on_delete after delete on public.credits
  referencing old table as old_rows for each statement execute function private.refresh_cast_names();

create function private.refresh_cast_names_of_person() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.write_cast_names(array(select distinct movie_id from public.credits where person_id = new.id));
  return null;
end;
$$;
revoke all on function private.refresh_cast_names_of_person() from public, anon, authenticated;

create trigger refresh_cast_names after update of name on public.people
  for each row when (old.name is distinct from new.name)
  execute function private.refresh_cast_names_of_person();

-- collections
create table public.collections (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 200),
  title text not null check (char_length(title) between 1 and 200),
  description text check (char_length(description) <= 2000),
  image_path text check (char_length(image_path) <= 300),
  position integer not null default 0,
  is_published boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.collections is 'Curated lists of titles, shown in order.';

create index collections_published_position_idx on public.collections (is_published, position);

alter table public.collections enable row level security;
revoke all on public.collections from public, anon, authenticated, service_role;
grant select on public.collections to anon;
grant select, insert, update, delete on public.collections to authenticated, service_role;

create policy "Everybody reads published collections" on public.collections
  for select to anon, authenticated using (is_published or (select private.is_staff()));
create policy "Admins add collections" on public.collections
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update collections" on public.collections
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete collections" on public.collections
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.collections
  for each row execute function private.set_updated_at();

-- collection_items
create table public.collection_items (
  id uuid primary key default gen_random_uuid(),
  collection_id uuid not null references public.collections (id) on delete cascade,
  movie_id uuid not null references public.movies (id) on delete cascade,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  unique (collection_id, movie_id)
);
comment on table public.collection_items is 'Titles of a collection in order.';

create index collection_items_order_idx on public.collection_items (collection_id, position);
create index collection_items_movie_idx on public.collection_items (movie_id);

alter table public.collection_items enable row level security;
revoke all on public.collection_items from public, anon, authenticated, service_role;
grant select on public.collection_items to anon;
grant select, insert, update, delete on public.collection_items to authenticated, service_role;

create policy "Everybody reads items whose collection and movie they can read" on public.collection_items
  for select to anon, authenticated
  using (
    exists (select from public.collections collection where collection.id = collection_id)
    and exists (select from public.movies movie where movie.id = movie_id)
  );
create policy "Admins add items to collections" on public.collection_items
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update items of collections" on public.collection_items
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete items of collections" on public.collection_items
  for delete to authenticated using ((select private.is_admin()));

-- reminders
create table public.reminders (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid(),
  viewer_profile_id uuid not null,
  movie_id uuid not null references public.movies (id) on delete cascade,
  notified_at timestamptz,
  created_at timestamptz not null default now(),
  unique (viewer_profile_id, movie_id),
  foreign key (viewer_profile_id, user_id) references public.viewer_profiles (id, user_id) on delete cascade
);
comment on table public.reminders is 'Viewers who want to hear when a coming title is there.';

create index reminders_owner_idx on public.reminders (user_id, viewer_profile_id);
create index reminders_movie_idx on public.reminders (movie_id);

alter table public.reminders enable row level security;
revoke all on public.reminders from public, anon, authenticated, service_role;
grant select, delete on public.reminders to authenticated;
grant insert (user_id, viewer_profile_id, movie_id) on public.reminders to authenticated;
grant select, insert, update, delete on public.reminders to service_role;

create policy "Owners read their own reminders" on public.reminders
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners add their own reminders" on public.reminders
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners remove their own reminders" on public.reminders
  for delete to authenticated using (user_id = (select auth.uid()));
