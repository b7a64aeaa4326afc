-- Each row of a viewer's lists carries the moment at which the viewer decided, so that devices which were offline can
-- hand in their writes in any order and all of them end alike. Rules: docs/decisions/0070-the-newest-decision-wins.md.

create function private.moment(p_milliseconds bigint) returns timestamptz
language sql volatile security invoker set search_path = ''
as $$
  select to_timestamp(greatest(least(p_milliseconds, private.report_clock()), 0) / 1000.0)
$$;
comment on function private.moment(bigint) is
  'Milliseconds since 1970 as a time, never later than now: a clock that runs ahead wins nothing.';
revoke all on function private.moment(bigint) from public, anon;
grant execute on function private.moment(bigint) to authenticated, service_role;

create function private.bound_decision() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.decided_at := least(new.decided_at, clock_timestamp());
  return new;
end;
$$;
comment on function private.bound_decision() is 'Nobody has decided anything in the future.';
revoke all on function private.bound_decision() from public, anon, authenticated;

-- user_favorites
alter table public.user_favorites add column decided_at timestamptz not null default now();
update public.user_favorites set decided_at = coalesce(deleted_at, created_at);
comment on column public.user_favorites.decided_at is 'When the viewer added or removed it; the newest decision wins.';
drop index public.user_favorites_newest_idx;
create index user_favorites_newest_idx on public.user_favorites (viewer_profile_id, decided_at desc, id desc)
  where deleted_at is null;
create index user_favorites_changes_idx on public.user_favorites (viewer_profile_id, updated_at);
grant insert (decided_at), update (decided_at) on public.user_favorites to authenticated;
create trigger bound_decision before insert or update of decided_at on public.user_favorites
  for each row execute function private.bound_decision();

-- user_watchlist
alter table public.user_watchlist add column decided_at timestamptz not null default now();
update public.user_watchlist set decided_at = coalesce(deleted_at, created_at);
comment on column public.user_watchlist.decided_at is 'When the viewer added or removed it; the newest decision wins.';
drop index public.user_watchlist_newest_idx;
create index user_watchlist_newest_idx on public.user_watchlist (viewer_profile_id, decided_at desc, id desc)
  where deleted_at is null;
create index user_watchlist_changes_idx on public.user_watchlist (viewer_profile_id, updated_at);
grant insert (decided_at), update (decided_at) on public.user_watchlist to authenticated;
create trigger bound_decision before insert or update of decided_at on public.user_watchlist
  for each row execute function private.bound_decision();

-- hidden_movies
alter table public.hidden_movies add column decided_at timestamptz not null default now();
update public.hidden_movies set decided_at = coalesce(deleted_at, created_at);
comment on column public.hidden_movies.decided_at is 'When the viewer hid it or took that back; the newest decision wins.';
drop index public.hidden_movies_newest_idx;
create index hidden_movies_newest_idx on public.hidden_movies (viewer_profile_id, decided_at desc, id desc)
  where deleted_at is null;
create index hidden_movies_changes_idx on public.hidden_movies (viewer_profile_id, updated_at);
grant insert (decided_at), update (decided_at) on public.hidden_movies to authenticated;
create trigger bound_decision before insert or update of decided_at on public.hidden_movies
  for each row execute function private.bound_decision();

-- movie_ratings: taken back means deleted_at, as in the other lists
alter table public.movie_ratings
  add column deleted_at timestamptz,
  add column decided_at timestamptz not null default now();
update public.movie_ratings set decided_at = updated_at;
comment on column public.movie_ratings.decided_at is 'When the viewer gave, changed or took back the rating; the newest wins.';
create index movie_ratings_newest_idx on public.movie_ratings (viewer_profile_id, decided_at desc, id desc)
  where deleted_at is null;
create index movie_ratings_changes_idx on public.movie_ratings (viewer_profile_id, updated_at);
drop policy "Owners delete their own ratings" on public.movie_ratings;
revoke delete on public.movie_ratings from authenticated;
grant insert (deleted_at, decided_at), update (deleted_at, decided_at) on public.movie_ratings to authenticated;
grant delete on public.movie_ratings to service_role;
create trigger stamp_tombstone before insert or update on public.movie_ratings
  for each row execute function private.stamp_tombstone();
create trigger bound_decision before insert or update of decided_at on public.movie_ratings
  for each row execute function private.bound_decision();

alter publication supabase_realtime add table public.movie_ratings;
create policy "Only whole sessions see changes" on public.movie_ratings
  as restrictive for select to authenticated using ((select private.is_whole_session()));
