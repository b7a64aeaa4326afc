-- What says nothing new writes nothing: a report that comes twice touches no row and rings no bell. The answer is whether
-- anything was new, so that two positions of one moment are told of as every other change is.
create or replace function private.put_history(news public.viewing_history) returns boolean
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  -- A film that was cleared away before this was said stays away.
  select greatest(coalesce(news.removed_moment, 0), viewer.history_cleared_moment) into news.removed_moment
  from public.viewer_profiles viewer where viewer.id = news.viewer_profile_id;
  news.id := gen_random_uuid();
  news.duration_seconds := coalesce(news.duration_seconds, 0);
  news.reported_moment := coalesce(news.reported_moment, 0);
  news.reported_seconds := coalesce(news.reported_seconds, 0);
  news.reported_percentage := coalesce(news.reported_percentage, 0);
  news.finished_moment := coalesce(news.finished_moment, 0);
  news.hand_moment := coalesce(news.hand_moment, 0);
  news.is_dismissed := coalesce(news.is_dismissed, false);
  news.dismissal_moment := coalesce(news.dismissal_moment, 0);
  news.watched_at := now();
  news := private.settle_history(news);
  insert into public.viewing_history as history (
    user_id, viewer_profile_id, movie_id, episode_id, progress_seconds, duration_seconds, watch_percentage, completed,
    completed_at, marked_by_hand, video_quality, device_type, report_sequence, watched_at, dismissed_at, deleted_at,
    reported_seconds, reported_percentage, reported_moment, finished_moment, hand_mark, hand_moment, removed_moment,
    is_dismissed, dismissal_moment
  ) values (
    news.user_id, news.viewer_profile_id, news.movie_id, news.episode_id, news.progress_seconds, news.duration_seconds,
    news.watch_percentage, news.completed, news.completed_at, news.marked_by_hand, left(news.video_quality, 20),
    left(news.device_type, 50), news.report_sequence, news.watched_at, news.dismissed_at, news.deleted_at,
    news.reported_seconds, news.reported_percentage, news.reported_moment, news.finished_moment, news.hand_mark,
    news.hand_moment, news.removed_moment, news.is_dismissed, news.dismissal_moment
  )
  on conflict (viewer_profile_id, movie_id, episode_id) do update set (
    progress_seconds, duration_seconds, watch_percentage, completed, completed_at, marked_by_hand, video_quality,
    device_type, report_sequence, watched_at, dismissed_at, deleted_at, reported_seconds, reported_percentage,
    reported_moment, finished_moment, hand_mark, hand_moment, removed_moment, is_dismissed, dismissal_moment
  ) = (
    select
      whole.progress_seconds, whole.duration_seconds, whole.watch_percentage, whole.completed, whole.completed_at,
      whole.marked_by_hand, whole.video_quality, whole.device_type, whole.report_sequence, whole.watched_at,
      whole.dismissed_at, whole.deleted_at, whole.reported_seconds, whole.reported_percentage, whole.reported_moment,
      whole.finished_moment, whole.hand_mark, whole.hand_moment, whole.removed_moment, whole.is_dismissed,
      whole.dismissal_moment
    from private.settle_history(private.join_history(history, excluded)) whole
  )
  where private.join_history(history, excluded) is distinct from private.known_history(history);
  return found;
end;
$$;
comment on function private.put_history(public.viewing_history) is
  'Joins what a device says of one film or episode to what is known of it; true when it said anything new.';
comment on function public.save_progress(uuid, uuid, numeric, numeric, bigint, uuid, text, text) is
  'Saves a position (seconds) of one of the caller''s viewers; true when that was news. p_sequence is the time of the report in milliseconds since 1970: a late or repeated one does not move the position. From 90 % on the item counts as watched, however late the report comes, and starting again keeps that. Nothing is kept while the viewer''s history is paused, nor of that time afterwards.';
