-- viewing_history: one row per viewer and film or episode
create table public.viewing_history (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid(),
  viewer_profile_id uuid not null,
  movie_id uuid not null references public.movies (id) on delete cascade,
  episode_id uuid,
  progress_seconds double precision not null default 0 check (progress_seconds >= 0),
  duration_seconds double precision not null default 0 check (duration_seconds >= 0),
  watch_percentage double precision not null default 0 check (watch_percentage between 0 and 100),
  completed boolean not null default false,
  completed_at timestamptz,
  marked_by_hand boolean not null default false,
  video_quality text check (char_length(video_quality) <= 20),
  device_type text check (char_length(device_type) <= 50),
  report_sequence bigint not null default 0 check (report_sequence >= 0),
  watched_at timestamptz not null default now(),
  dismissed_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (viewer_profile_id, movie_id, episode_id),
  foreign key (viewer_profile_id, user_id) references public.viewer_profiles (id, user_id) on delete cascade,
  foreign key (episode_id, movie_id) references public.episodes (id, movie_id) on delete cascade,
  check (completed = (completed_at is not null))
);
comment on table public.viewing_history is
  'How far a viewer is in a film or an episode. Written through save_progress, mark_watched and dismiss_history.';
comment on column public.viewing_history.report_sequence is
  'Milliseconds since 1970 of the report that set the position; an older report is dropped.';

create index viewing_history_owner_idx on public.viewing_history (user_id, viewer_profile_id);
create index viewing_history_movie_idx on public.viewing_history (movie_id, watched_at desc);
create index viewing_history_episode_idx on public.viewing_history (episode_id, movie_id);
create index viewing_history_newest_idx on public.viewing_history (viewer_profile_id, watched_at desc, id desc)
  where deleted_at is null;
create index viewing_history_watched_idx on public.viewing_history (watched_at);

alter table public.viewing_history enable row level security;
revoke all on public.viewing_history from public, anon, authenticated, service_role;
grant select on public.viewing_history to authenticated;
grant insert (
  user_id, viewer_profile_id, movie_id, episode_id, progress_seconds, duration_seconds, watch_percentage, completed,
  completed_at, marked_by_hand, video_quality, device_type, report_sequence, watched_at, dismissed_at
) on public.viewing_history to authenticated;
grant update (
  progress_seconds, duration_seconds, watch_percentage, completed, completed_at, marked_by_hand, video_quality,
  device_type, report_sequence, watched_at, dismissed_at, deleted_at
) on public.viewing_history to authenticated;
grant select, insert, update, delete on public.viewing_history to service_role;

create policy "Owners read their own history" on public.viewing_history
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners add to their own history" on public.viewing_history
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "Owners update their own history" on public.viewing_history
  for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
-- No delete by owners: other devices learn of a removal from deleted_at; a job prunes old ones.

create trigger stamp_tombstone before insert or update on public.viewing_history
  for each row execute function private.stamp_tombstone();
create trigger set_updated_at before update on public.viewing_history
  for each row execute function private.set_updated_at();

-- Once per viewer and item, so that reloading a page adds nothing.
create function private.count_first_view() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.movies set view_count = view_count + 1 where id = new.movie_id;
  return null;
end;
$$;
comment on function private.count_first_view() is 'Keeps movies.view_count: viewers who really played a film or an episode.';
revoke all on function private.count_first_view() from public, anon, authenticated;

create trigger count_first_view_on_insert after insert on public.viewing_history
  for each row when (new.duration_seconds > 0)
  execute function private.count_first_view();
create trigger count_first_view_on_update after update of duration_seconds on public.viewing_history
  for each row when (old.duration_seconds = 0 and new.duration_seconds > 0)
  execute function private.count_first_view();

-- A device whose clock runs ahead must not shut out the others, so a sequence is never later than now.
create function private.report_clock() returns bigint
language sql volatile security invoker set search_path = ''
as $$ select (extract(epoch from clock_timestamp()) * 1000)::bigint $$;
comment on function private.report_clock() is 'Milliseconds since 1970, the unit of viewing_history.report_sequence.';
revoke all on function private.report_clock() from public, anon;
grant execute on function private.report_clock() to authenticated, service_role;

create function public.save_progress(
  p_viewer uuid, p_movie uuid, p_position numeric, p_duration numeric, p_sequence bigint,
  p_episode uuid default null, p_quality text default null, p_device text default null
) returns boolean
language sql volatile security invoker set search_path = ''
as $$
  with report as (
    select
      viewer.id as viewer_profile_id,
      viewer.user_id,
      movie.id as movie_id,
      greatest(coalesce(p_duration, 0), 0)::double precision as duration,
      greatest(least(coalesce(p_position, 0), coalesce(nullif(p_duration, 0), p_position, 0)), 0)::double precision
        as reached,
      case when p_duration > 0 then least(greatest(p_position, 0) / p_duration, 1) * 100 else 0 end::double precision
        as percentage,
      greatest(least(p_sequence, private.report_clock()), 0) as sequence
    from public.viewer_profiles viewer
    join public.movies movie on movie.id = p_movie
    where viewer.id = p_viewer and viewer.user_id = (select auth.uid()) and not viewer.history_paused
  ), saved as (
    insert into public.viewing_history as history (
      user_id, viewer_profile_id, movie_id, episode_id, progress_seconds, duration_seconds, watch_percentage,
      completed, completed_at, video_quality, device_type, report_sequence
    )
    select
      user_id, viewer_profile_id, movie_id, p_episode, reached, duration, percentage, percentage >= 90,
      case when percentage >= 90 then now() end, left(p_quality, 20), left(p_device, 50), sequence
    from report
    on conflict (viewer_profile_id, movie_id, episode_id) do update set
      progress_seconds = excluded.progress_seconds,
      duration_seconds = excluded.duration_seconds,
      watch_percentage = excluded.watch_percentage,
      -- A row that was removed from the history begins again.
      completed = (history.completed and history.deleted_at is null) or excluded.completed,
      completed_at = coalesce(
        case when history.deleted_at is null then history.completed_at end, excluded.completed_at),
      video_quality = coalesce(excluded.video_quality, history.video_quality),
      device_type = coalesce(excluded.device_type, history.device_type),
      report_sequence = excluded.report_sequence,
      watched_at = now(),
      dismissed_at = null,
      deleted_at = null
    where excluded.report_sequence > history.report_sequence
    returning 1
  )
  select exists (select from saved)
$$;
comment on function public.save_progress(uuid, uuid, numeric, numeric, bigint, uuid, text, text) is
  'Saves a position (seconds) of one of the caller''s viewers; true when it was the newest report. p_sequence is the time of the report in milliseconds since 1970: a late or repeated one changes nothing. From 90 % on the item counts as watched, and starting again keeps that. Nothing is kept while the viewer''s history is paused.';
revoke all on function public.save_progress(uuid, uuid, numeric, numeric, bigint, uuid, text, text)
  from public, anon, authenticated;
grant execute on function public.save_progress(uuid, uuid, numeric, numeric, bigint, uuid, text, text) to authenticated;

create function public.mark_watched(
  p_viewer uuid, p_movie uuid, p_episode uuid default null, p_watched boolean default true
) returns boolean
language sql volatile security invoker set search_path = ''
as $$
  with saved as (
    insert into public.viewing_history as history (
      user_id, viewer_profile_id, movie_id, episode_id, watch_percentage, completed, completed_at, marked_by_hand,
      report_sequence
    )
    select
      viewer.user_id, viewer.id, movie.id, p_episode, case when p_watched then 100 else 0 end, p_watched,
      case when p_watched then now() end, true, private.report_clock()
    from public.viewer_profiles viewer
    join public.movies movie on movie.id = p_movie
    where viewer.id = p_viewer and viewer.user_id = (select auth.uid())
    on conflict (viewer_profile_id, movie_id, episode_id) do update set
      progress_seconds = case when p_watched then history.duration_seconds else 0 end,
      watch_percentage = excluded.watch_percentage,
      completed = excluded.completed,
      completed_at = case when excluded.completed then coalesce(history.completed_at, excluded.completed_at) end,
      marked_by_hand = true,
      report_sequence = greatest(excluded.report_sequence, history.report_sequence),
      watched_at = now(),
      deleted_at = null
    returning 1
  )
  select exists (select from saved)
$$;
comment on function public.mark_watched(uuid, uuid, uuid, boolean) is
  'Marks a film or an episode as watched (or not) by hand; false when the viewer or the title is not the caller''s to see.';
revoke all on function public.mark_watched(uuid, uuid, uuid, boolean) from public, anon, authenticated;
grant execute on function public.mark_watched(uuid, uuid, uuid, boolean) to authenticated;

create function public.dismiss_history(p_viewer uuid, p_movie uuid) returns integer
language sql volatile security invoker set search_path = ''
as $$
  with dismissed as (
    update public.viewing_history
    set dismissed_at = now()
    where viewer_profile_id = p_viewer and user_id = (select auth.uid()) and movie_id = p_movie
      and dismissed_at is null
    returning 1
  )
  select count(*)::integer from dismissed
$$;
comment on function public.dismiss_history(uuid, uuid) is
  'Takes a title (with all its episodes) out of continue watching until it is played again; the history stays.';
revoke all on function public.dismiss_history(uuid, uuid) from public, anon, authenticated;
grant execute on function public.dismiss_history(uuid, uuid) to authenticated;
