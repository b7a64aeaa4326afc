-- Every column but the PIN's: who may see a row is decided by RLS, what of it by this list.
alter publication supabase_realtime add table
  public.user_favorites,
  public.user_watchlist,
  public.viewing_history,
  public.hidden_movies,
  public.video_assets,
  public.viewer_profiles (
    id, user_id, slot, name, avatar_path, is_kids, maturity_limit, has_pin, pin_locked_until, language, autoplay_next,
    autoplay_previews, subtitle_language, subtitle_style, skip_intro, skip_recap, history_paused, taste_reset_at,
    created_at, updated_at
  );
