-- playback_sessions: who is streaming what, and where
create table public.playback_sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  viewer_profile_id uuid not null,
  movie_id uuid not null references public.movies (id) on delete cascade,
  episode_id uuid,
  device text not null default '' check (char_length(device) <= 100),
  started_at timestamptz not null default now(),
  last_heartbeat_at timestamptz not null default now(),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (viewer_profile_id, user_id) references public.viewer_profiles (id, user_id) on delete cascade,
  foreign key (episode_id, movie_id) references public.episodes (id, movie_id) on delete cascade
);
comment on table public.playback_sessions is
  'Streams. One counts against the plan while it has not ended and its last heartbeat is newer than 60 s. Written by the playback functions only.';

create index playback_sessions_open_idx on public.playback_sessions (user_id, last_heartbeat_at desc)
  where ended_at is null;
create index playback_sessions_owner_idx on public.playback_sessions (user_id, viewer_profile_id);
create index playback_sessions_viewer_idx on public.playback_sessions (viewer_profile_id, user_id);
create index playback_sessions_movie_idx on public.playback_sessions (movie_id, started_at desc);
create index playback_sessions_episode_idx on public.playback_sessions (episode_id, movie_id);

alter table public.playback_sessions enable row level security;
revoke all on public.playback_sessions from public, anon, authenticated, service_role;
grant select on public.playback_sessions to authenticated;
grant select, insert, update, delete on public.playback_sessions to service_role;

create policy "Owners and admins read playback sessions" on public.playback_sessions
  for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_admin()));

-- video_analytics: quality of experience of one playback session
create table public.video_analytics (
  id uuid primary key default gen_random_uuid(),
  playback_session_id uuid not null unique references public.playback_sessions (id) on delete cascade,
  user_id uuid not null references public.user_profiles (id) on delete cascade,
  movie_id uuid not null references public.movies (id) on delete cascade,
  play_count integer not null default 0 check (play_count >= 0),
  pause_count integer not null default 0 check (pause_count >= 0),
  seek_count integer not null default 0 check (seek_count >= 0),
  buffer_count integer not null default 0 check (buffer_count >= 0),
  quality_change_count integer not null default 0 check (quality_change_count >= 0),
  watched_seconds double precision not null default 0 check (watched_seconds >= 0),
  buffering_seconds double precision not null default 0 check (buffering_seconds >= 0),
  session_seconds double precision not null default 0 check (session_seconds >= 0),
  average_bitrate integer check (average_bitrate >= 0),
  startup_time_ms integer check (startup_time_ms >= 0),
  device text check (char_length(device) <= 50),
  browser text check (char_length(browser) <= 50),
  os text check (char_length(os) <= 50),
  screen text check (char_length(screen) <= 20),
  completion_rate double precision not null default 0 check (completion_rate between 0 and 1),
  drop_off_seconds double precision check (drop_off_seconds >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.video_analytics is
  'One row per playback session, made with it; the player of the owner reports into it. average_bitrate is bits per second.';

create index video_analytics_user_idx on public.video_analytics (user_id);
create index video_analytics_movie_idx on public.video_analytics (movie_id, created_at desc);

alter table public.video_analytics enable row level security;
revoke all on public.video_analytics from public, anon, authenticated, service_role;
grant select on public.video_analytics to authenticated;
grant update (
  play_count, pause_count, seek_count, buffer_count, quality_change_count, watched_seconds, buffering_seconds,
  session_seconds, average_bitrate, startup_time_ms, device, browser, os, screen, completion_rate, drop_off_seconds
) on public.video_analytics to authenticated;
grant select, insert, update, delete on public.video_analytics to service_role;

create policy "Owners and admins read video analytics" on public.video_analytics
  for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_admin()));
create policy "Owners report their own video analytics" on public.video_analytics
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));

create trigger set_updated_at before update on public.video_analytics
  for each row execute function private.set_updated_at();

-- The clock bounds what a player may report, so nobody can inflate an hour into a year.
create function private.bound_watched_seconds() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.watched_seconds := greatest(
    old.watched_seconds, least(new.watched_seconds, extract(epoch from now() - new.created_at) * 4));
  return new;
end;
$$;
comment on function private.bound_watched_seconds() is
  'watched_seconds only grows, to at most four times the age of the session (the fastest playback speed).';
revoke all on function private.bound_watched_seconds() from public, anon, authenticated;

create trigger bound_watched_seconds before update of watched_seconds on public.video_analytics
  for each row execute function private.bound_watched_seconds();

create function private.count_watch_seconds() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.user_accounts
  set total_watch_seconds = total_watch_seconds + (floor(new.watched_seconds) - floor(old.watched_seconds))::bigint
  where user_id = new.user_id;
  return null;
end;
$$;
comment on function private.count_watch_seconds() is 'Keeps user_accounts.total_watch_seconds.';
revoke all on function private.count_watch_seconds() from public, anon, authenticated;

create trigger count_watch_seconds after update of watched_seconds on public.video_analytics
  for each row when (floor(old.watched_seconds) is distinct from floor(new.watched_seconds))
  execute function private.count_watch_seconds();
