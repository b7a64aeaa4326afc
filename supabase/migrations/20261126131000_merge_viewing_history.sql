-- What each device said about one film or episode is kept apart (the newest position, that the end was reached, what was
-- said by hand, that it was removed, that it was dismissed), each with its moment in milliseconds since 1970. Keeping
-- the newest of each is the same in any order; what everybody reads (progress, completed, deleted_at) follows from them.
alter table public.viewing_history
  add column reported_seconds double precision check (reported_seconds >= 0 and reported_seconds < 'Infinity'),
  add column reported_percentage double precision check (reported_percentage between 0 and 100),
  add column reported_moment bigint check (reported_moment >= 0),
  add column finished_moment bigint check (finished_moment >= 0),
  add column hand_mark boolean,
  add column hand_moment bigint check (hand_moment >= 0),
  add column removed_moment bigint check (removed_moment >= 0),
  add column is_dismissed boolean,
  add column dismissal_moment bigint check (dismissal_moment >= 0);
comment on column public.viewing_history.hand_mark is
  'Watched or not as said by hand; null where nothing was said, or that was taken back.';
comment on column public.viewing_history.finished_moment is 'Newest report from 90 % on: an older report never undoes it.';
grant insert (
  reported_seconds, reported_percentage, reported_moment, finished_moment, hand_mark, hand_moment, removed_moment,
  is_dismissed, dismissal_moment, deleted_at
), update (
  reported_seconds, reported_percentage, reported_moment, finished_moment, hand_mark, hand_moment, removed_moment,
  is_dismissed, dismissal_moment
) on public.viewing_history to authenticated;
create index viewing_history_changes_idx on public.viewing_history (viewer_profile_id, updated_at);

alter table public.viewer_profiles
  add column history_cleared_moment bigint not null default 0 check (history_cleared_moment >= 0),
  add column history_pause_moment bigint not null default 0 check (history_pause_moment >= 0);
comment on column public.viewer_profiles.history_cleared_moment is
  'What was watched or marked until then is forgotten, also when a device hands it in later.';
comment on column public.viewer_profiles.history_pause_moment is
  'When the history was last paused or went on; a report from before it went on is not kept.';
grant select (history_cleared_moment, history_pause_moment), update (history_cleared_moment, history_pause_moment)
  on public.viewer_profiles to authenticated;

create function private.milliseconds(p_time timestamptz) returns bigint
language sql immutable security invoker set search_path = ''
as $$ select floor(extract(epoch from p_time) * 1000)::bigint $$;
comment on function private.milliseconds(timestamptz) is 'A time as milliseconds since 1970.';
revoke all on function private.milliseconds(timestamptz) from public, anon;
grant execute on function private.milliseconds(timestamptz) to authenticated, service_role;

-- A row that was written before, or without the functions below, says the same by its other columns.
create function private.known_history(entry public.viewing_history) returns public.viewing_history
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if entry.reported_moment is null then
    entry.reported_moment := greatest(entry.report_sequence, case when entry.deleted_at is null then 1 else 0 end);
    entry.reported_seconds := entry.progress_seconds;
    entry.reported_percentage := entry.watch_percentage;
    entry.finished_moment := case when entry.completed then entry.reported_moment else 0 end;
  end if;
  entry.hand_moment := coalesce(entry.hand_moment, 0);
  entry.removed_moment := coalesce(entry.removed_moment, private.milliseconds(entry.deleted_at), 0);
  if entry.dismissal_moment is null then
    entry.is_dismissed := entry.dismissed_at is not null;
    entry.dismissal_moment := coalesce(private.milliseconds(entry.dismissed_at), 0);
  end if;
  return entry;
end;
$$;
comment on function private.known_history(public.viewing_history) is 'The same entry with every moment filled in.';
revoke all on function private.known_history(public.viewing_history) from public, anon;
grant execute on function private.known_history(public.viewing_history) to authenticated, service_role;

-- Each part is the greater of two, so that order and repetition make no difference; at one and the same moment the
-- later position, "watched" over "not watched" over nothing said, and "dismissed" win.
create function private.join_history(ours public.viewing_history, theirs public.viewing_history)
returns public.viewing_history
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  ours := private.known_history(ours);
  if (theirs.reported_moment, theirs.reported_seconds) > (ours.reported_moment, ours.reported_seconds) then
    ours.reported_moment := theirs.reported_moment;
    ours.reported_seconds := theirs.reported_seconds;
    ours.reported_percentage := theirs.reported_percentage;
    ours.duration_seconds := theirs.duration_seconds;
    ours.video_quality := coalesce(theirs.video_quality, ours.video_quality);
    ours.device_type := coalesce(theirs.device_type, ours.device_type);
  end if;
  ours.finished_moment := greatest(ours.finished_moment, theirs.finished_moment);
  if (theirs.hand_moment, coalesce(theirs.hand_mark::integer, -1))
    > (ours.hand_moment, coalesce(ours.hand_mark::integer, -1)) then
    ours.hand_moment := theirs.hand_moment;
    ours.hand_mark := theirs.hand_mark;
  end if;
  ours.removed_moment := greatest(ours.removed_moment, theirs.removed_moment);
  if (theirs.dismissal_moment, theirs.is_dismissed) > (ours.dismissal_moment, ours.is_dismissed) then
    ours.dismissal_moment := theirs.dismissal_moment;
    ours.is_dismissed := theirs.is_dismissed;
  end if;
  return ours;
end;
$$;
comment on function private.join_history(public.viewing_history, public.viewing_history) is
  'What two devices know of one film or episode, put together; the same in any order.';
revoke all on function private.join_history(public.viewing_history, public.viewing_history) from public, anon;
grant execute on function private.join_history(public.viewing_history, public.viewing_history)
  to authenticated, service_role;

create function private.settle_history(entry public.viewing_history) returns public.viewing_history
language plpgsql stable security invoker set search_path = ''
as $$
declare
  mark boolean := case when entry.hand_moment > entry.removed_moment then entry.hand_mark end;
  -- Until then nothing counts: it was removed, or marked as not watched.
  beginning bigint := greatest(entry.removed_moment, case when not mark then entry.hand_moment else 0 end);
  is_begun boolean := entry.reported_moment > beginning;
  is_marked_last boolean := coalesce(mark, false) and entry.hand_moment >= entry.reported_moment;
  touched bigint := greatest(
    case when is_begun then entry.reported_moment else 0 end, case when mark then entry.hand_moment else 0 end);
begin
  entry.completed := coalesce(mark, false) or entry.finished_moment > beginning;
  entry.completed_at := case when entry.completed then to_timestamp(greatest(
    case when entry.finished_moment > beginning then entry.finished_moment else 0 end,
    case when mark then entry.hand_moment else 0 end) / 1000.0) end;
  entry.progress_seconds := case
    when is_marked_last then entry.duration_seconds when is_begun then entry.reported_seconds else 0 end;
  entry.watch_percentage := case when is_marked_last then 100 when is_begun then entry.reported_percentage else 0 end;
  entry.marked_by_hand := mark is not null;
  entry.report_sequence := greatest(entry.reported_moment, entry.hand_moment);
  entry.watched_at := case when touched > 0 then to_timestamp(touched / 1000.0) else entry.watched_at end;
  entry.deleted_at := case when touched = 0 then coalesce(entry.deleted_at, now()) end;
  entry.dismissed_at := case when entry.is_dismissed and entry.dismissal_moment >= touched
    then to_timestamp(entry.dismissal_moment / 1000.0) end;
  return entry;
end;
$$;
comment on function private.settle_history(public.viewing_history) is
  'Fills in what everybody reads of an entry from what the devices said of it.';
revoke all on function private.settle_history(public.viewing_history) from public, anon;
grant execute on function private.settle_history(public.viewing_history) to authenticated, service_role;
