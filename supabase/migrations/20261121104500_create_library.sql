-- user_favorites
create table public.user_favorites (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid(),
  viewer_profile_id uuid not null,
  movie_id uuid not null references public.movies (id) on delete cascade,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (viewer_profile_id, movie_id),
  foreign key (viewer_profile_id, user_id) references public.viewer_profiles (id, user_id) on delete cascade
);
comment on table public.user_favorites is
  'Titles that a viewer loves. Removed means deleted_at; upserting with deleted_at null adds it again.';

create index user_favorites_owner_idx on public.user_favorites (user_id, viewer_profile_id);
create index user_favorites_movie_idx on public.user_favorites (movie_id);
create index user_favorites_newest_idx on public.user_favorites (viewer_profile_id, created_at desc, id desc)
  where deleted_at is null;

alter table public.user_favorites enable row level security;
revoke all on public.user_favorites from public, anon, authenticated, service_role;
grant select on public.user_favorites to authenticated;
grant insert (user_id, viewer_profile_id, movie_id, deleted_at) on public.user_favorites to authenticated;
grant update (user_id, viewer_profile_id, movie_id, deleted_at) on public.user_favorites to authenticated;
grant select, insert, update, delete on public.user_favorites to service_role;

create policy "Owners read their own favourites" on public.user_favorites
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners add their own favourites" on public.user_favorites
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners update their own favourites" on public.user_favorites
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
-- No delete by owners: other devices learn of a removal from deleted_at; a job prunes old ones.

create trigger stamp_tombstone before insert or update on public.user_favorites
  for each row execute function private.stamp_tombstone();
create trigger set_updated_at before update on public.user_favorites
  for each row execute function private.set_updated_at();

-- Statement triggers with transition tables: one update per movie however many rows change.
create function private.count_favorites() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    update public.movies movie
    set favorite_count = movie.favorite_count + change.difference
    from (
      select movie_id, count(*) as difference from new_rows where deleted_at is null group by movie_id
    ) change
    where movie.id = change.movie_id;
  elsif tg_op = 'DELETE' then
    update public.movies movie
    set favorite_count = greatest(movie.favorite_count - change.difference, 0)
    from (
      select movie_id, count(*) as difference from old_rows where deleted_at is null group by movie_id
    ) change
    where movie.id = change.movie_id;
  else
    update public.movies movie
    set favorite_count = greatest(movie.favorite_count + change.difference, 0)
    from (
      select movie_id, sum(sign) as difference
      from (
        select movie_id, 1 as sign from new_rows where deleted_at is null
        union all
        select movie_id, -1 from old_rows where deleted_at is null
      ) both_sides
      group by movie_id
      having sum(sign) <> 0
    ) change
    where movie.id = change.movie_id;
  end if;
  return null;
end;
$$;
comment on function private.count_favorites() is 'Keeps movies.favorite_count.';
revoke all on function private.count_favorites() from public, anon, authenticated;

create trigger count_favorites_on_insert after insert on public.user_favorites
  referencing new table as new_rows for each statement execute function private.count_favorites();
create trigger count_favorites_on_update after update on public.user_favorites
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.count_favorites();
create trigger count_favorites_on_delete after delete on public.user_favorites
  referencing old table as old_rows for each statement execute function private.count_favorites();

-- user_watchlist
create table public.user_watchlist (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid(),
  viewer_profile_id uuid not null,
  movie_id uuid not null references public.movies (id) on delete cascade,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (viewer_profile_id, movie_id),
  foreign key (viewer_profile_id, user_id) references public.viewer_profiles (id, user_id) on delete cascade
);
comment on table public.user_watchlist is
  'Titles that a viewer wants to watch. Removed means deleted_at; upserting with deleted_at null adds it again.';

create index user_watchlist_owner_idx on public.user_watchlist (user_id, viewer_profile_id);
create index user_watchlist_movie_idx on public.user_watchlist (movie_id);
create index user_watchlist_newest_idx on public.user_watchlist (viewer_profile_id, created_at desc, id desc)
  where deleted_at is null;

alter table public.user_watchlist enable row level security;
revoke all on public.user_watchlist from public, anon, authenticated, service_role;
grant select on public.user_watchlist to authenticated;
grant insert (user_id, viewer_profile_id, movie_id, deleted_at) on public.user_watchlist to authenticated;
grant update (user_id, viewer_profile_id, movie_id, deleted_at) on public.user_watchlist to authenticated;
grant select, insert, update, delete on public.user_watchlist to service_role;

create policy "Owners read their own watchlist" on public.user_watchlist
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners add their own watchlist" on public.user_watchlist
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners update their own watchlist" on public.user_watchlist
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
-- No delete by owners: other devices learn of a removal from deleted_at; a job prunes old ones.

create trigger stamp_tombstone before insert or update on public.user_watchlist
  for each row execute function private.stamp_tombstone();
create trigger set_updated_at before update on public.user_watchlist
  for each row execute function private.set_updated_at();

-- hidden_movies
create table public.hidden_movies (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid(),
  viewer_profile_id uuid not null,
  movie_id uuid not null references public.movies (id) on delete cascade,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (viewer_profile_id, movie_id),
  foreign key (viewer_profile_id, user_id) references public.viewer_profiles (id, user_id) on delete cascade
);
comment on table public.hidden_movies is
  'Titles that a viewer is not interested in. Taken back means deleted_at.';

create index hidden_movies_owner_idx on public.hidden_movies (user_id, viewer_profile_id);
create index hidden_movies_movie_idx on public.hidden_movies (movie_id);
create index hidden_movies_newest_idx on public.hidden_movies (viewer_profile_id, created_at desc, id desc)
  where deleted_at is null;

alter table public.hidden_movies enable row level security;
revoke all on public.hidden_movies from public, anon, authenticated, service_role;
grant select on public.hidden_movies to authenticated;
grant insert (user_id, viewer_profile_id, movie_id, deleted_at) on public.hidden_movies to authenticated;
grant update (user_id, viewer_profile_id, movie_id, deleted_at) on public.hidden_movies to authenticated;
grant select, insert, update, delete on public.hidden_movies to service_role;

create policy "Owners read their own hidden movies" on public.hidden_movies
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners add their own hidden movies" on public.hidden_movies
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners update their own hidden movies" on public.hidden_movies
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
-- No delete by owners: other devices learn of a removal from deleted_at; a job prunes old ones.

create trigger stamp_tombstone before insert or update on public.hidden_movies
  for each row execute function private.stamp_tombstone();
create trigger set_updated_at before update on public.hidden_movies
  for each row execute function private.set_updated_at();

-- movie_ratings
create table public.movie_ratings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid(),
  viewer_profile_id uuid not null,
  movie_id uuid not null references public.movies (id) on delete cascade,
  rating double precision not null check (rating between 0 and 10 and rating * 2 = trunc(rating * 2)),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (viewer_profile_id, movie_id),
  foreign key (viewer_profile_id, user_id) references public.viewer_profiles (id, user_id) on delete cascade
);
comment on table public.movie_ratings is 'What a viewer thinks of a title: 0 to 10 in halves. Others see only the average.';

create index movie_ratings_owner_idx on public.movie_ratings (user_id, viewer_profile_id);
create index movie_ratings_movie_idx on public.movie_ratings (movie_id);

alter table public.movie_ratings enable row level security;
revoke all on public.movie_ratings from public, anon, authenticated, service_role;
grant select, delete on public.movie_ratings to authenticated;
grant insert (user_id, viewer_profile_id, movie_id, rating) on public.movie_ratings to authenticated;
grant update (user_id, viewer_profile_id, movie_id, rating) on public.movie_ratings to authenticated;
grant select, insert, update, delete on public.movie_ratings to service_role;

create policy "Owners read their own ratings" on public.movie_ratings
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners add their own ratings" on public.movie_ratings
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners update their own ratings" on public.movie_ratings
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "Owners delete their own ratings" on public.movie_ratings
  for delete to authenticated using (user_id = (select auth.uid()));

create trigger set_updated_at before update on public.movie_ratings
  for each row execute function private.set_updated_at();

create function private.count_ratings() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    update public.movies movie
    set rating_count = movie.rating_count + change.votes, rating_sum = movie.rating_sum + change.total
    from (select movie_id, count(*) as votes, sum(rating) as total from new_rows group by movie_id) change
    where movie.id = change.movie_id;
  elsif tg_op = 'DELETE' then
    update public.movies movie
    set rating_count = greatest(movie.rating_count - change.votes, 0),
      rating_sum = greatest(movie.rating_sum - change.total, 0)
    from (select movie_id, count(*) as votes, sum(rating) as total from old_rows group by movie_id) change
    where movie.id = change.movie_id;
  else
    update public.movies movie
    set rating_count = greatest(movie.rating_count + change.votes, 0),
      rating_sum = greatest(movie.rating_sum + change.total, 0)
    from (
      select movie_id, sum(sign) as votes, sum(sign * rating) as total
      from (
        select movie_id, 1 as sign, rating from new_rows
        union all
        select movie_id, -1, rating from old_rows
      ) both_sides
      group by movie_id
    ) change
    where movie.id = change.movie_id and (change.votes <> 0 or change.total <> 0);
  end if;
  return null;
end;
$$;
comment on function private.count_ratings() is 'Keeps movies.rating_count and movies.rating_sum.';
revoke all on function private.count_ratings() from public, anon, authenticated;

create trigger count_ratings_on_insert after insert on public.movie_ratings
  referencing new table as new_rows for each statement execute function private.count_ratings();
create trigger count_ratings_on_update after update on public.movie_ratings
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.count_ratings();
create trigger count_ratings_on_delete after delete on public.movie_ratings
  referencing old table as old_rows for each statement execute function private.count_ratings();
