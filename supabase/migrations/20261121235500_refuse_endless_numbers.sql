-- NaN and Infinity pass a check of ">= 0", and one of them in a sum or an average makes the whole of it worthless.
alter table public.viewing_history
  add constraint viewing_history_finite_check check (
    progress_seconds < 'Infinity' and duration_seconds < 'Infinity'
  );
alter table public.video_analytics
  add constraint video_analytics_finite_check check (
    watched_seconds < 'Infinity' and buffering_seconds < 'Infinity' and session_seconds < 'Infinity'
    and coalesce(drop_off_seconds, 0) < 'Infinity'
  );
alter table public.video_assets
  add constraint video_assets_finite_check check (coalesce(duration_seconds, 0) < 'Infinity');
