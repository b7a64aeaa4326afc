-- The player's figures arrive with its positions, in one call. They are running totals of a session, so a report that is
-- repeated or late changes nothing; the only way in is the function below, which bounds them.

alter table public.video_analytics
  add column dropped_frames integer not null default 0 check (dropped_frames >= 0),
  add column error_count integer not null default 0 check (error_count >= 0),
  add column report_sequence bigint not null default 0 check (report_sequence >= 0);
comment on column public.video_analytics.report_sequence is
  'Sequence of the newest report; an older or repeated one is not applied.';

drop policy "Owners report their own video analytics" on public.video_analytics;
revoke update on public.video_analytics from authenticated;
revoke update (
  play_count, pause_count, seek_count, buffer_count, quality_change_count, watched_seconds, buffering_seconds,
  session_seconds, average_bitrate, startup_time_ms, device, browser, os, screen, completion_rate, drop_off_seconds
) on public.video_analytics from authenticated;

create function private.record_playback_figures(p_session uuid, p_sequence bigint, p_figures jsonb) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
  update public.video_analytics analytics
  set report_sequence = p_sequence,
    play_count = greatest(analytics.play_count, figures.play_count),
    pause_count = greatest(analytics.pause_count, figures.pause_count),
    seek_count = greatest(analytics.seek_count, figures.seek_count),
    buffer_count = greatest(analytics.buffer_count, figures.buffer_count),
    quality_change_count = greatest(analytics.quality_change_count, figures.quality_change_count),
    dropped_frames = greatest(analytics.dropped_frames, figures.dropped_frames),
    error_count = greatest(analytics.error_count, figures.error_count),
    watched_seconds = greatest(analytics.watched_seconds, figures.watched_seconds),
    session_seconds = age.seconds,
    -- Nobody waits longer than the session is old.
    buffering_seconds = least(greatest(analytics.buffering_seconds, figures.buffering_seconds), age.seconds),
    average_bitrate = coalesce(figures.average_bitrate, analytics.average_bitrate),
    startup_time_ms = coalesce(analytics.startup_time_ms, figures.startup_time_ms),
    completion_rate = greatest(analytics.completion_rate, least(figures.completion_rate, 1)),
    drop_off_seconds = coalesce(figures.drop_off_seconds, analytics.drop_off_seconds),
    device = coalesce(left(figures.device, 50), analytics.device),
    browser = coalesce(left(figures.browser, 50), analytics.browser),
    os = coalesce(left(figures.os, 50), analytics.os),
    screen = coalesce(left(figures.screen, 20), analytics.screen)
  from jsonb_to_record(p_figures) as figures(
      play_count integer, pause_count integer, seek_count integer, buffer_count integer, quality_change_count integer,
      dropped_frames integer, error_count integer, watched_seconds double precision,
      buffering_seconds double precision, average_bitrate integer, startup_time_ms integer,
      completion_rate double precision, drop_off_seconds double precision, device text, browser text, os text,
      screen text),
    lateral (select greatest(extract(epoch from clock_timestamp() - (
      select session.started_at from public.playback_sessions session where session.id = p_session)), 0) as seconds) age
  where analytics.playback_session_id = p_session and analytics.user_id = (select auth.uid())
    and analytics.report_sequence < p_sequence;
  return found;
end;
$$;
comment on function private.record_playback_figures(uuid, bigint, jsonb) is
  'Running totals of one of the caller''s sessions, keyed by column. False when a newer report was there already.';
revoke all on function private.record_playback_figures(uuid, bigint, jsonb) from public, anon, authenticated;
grant execute on function private.record_playback_figures(uuid, bigint, jsonb) to authenticated;

create function public.report_playback(
  p_session uuid, p_position numeric, p_duration numeric, p_sequence bigint, p_quality text default null,
  p_figures jsonb default null
) returns boolean
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  session public.playback_sessions;
  is_newest boolean := false;
begin
  select * into session from public.playback_sessions own
  where own.id = p_session and own.user_id = (select auth.uid());
  if not found then
    return null;
  end if;
  if p_position is not null then
    is_newest := public.save_progress(
      session.viewer_profile_id, session.movie_id, p_position, p_duration, p_sequence, session.episode_id, p_quality,
      left(session.device, 50));
  end if;
  if p_figures is not null then
    perform private.record_playback_figures(p_session, p_sequence, p_figures);
  end if;
  return is_newest;
end;
$$;
comment on function public.report_playback(uuid, numeric, numeric, bigint, text, jsonb) is
  'save_progress for the viewer and the item of one of the caller''s sessions, ended or not, and the session''s figures; null when there is no such session. Without a position only the figures are taken.';
revoke all on function public.report_playback(uuid, numeric, numeric, bigint, text, jsonb)
  from public, anon, authenticated;
grant execute on function public.report_playback(uuid, numeric, numeric, bigint, text, jsonb) to authenticated;
