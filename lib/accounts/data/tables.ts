import type { Database } from "@/lib/platform/supabase/database.types";

type Table = keyof Database["public"]["Tables"];
/** How rows are found and put in order; "*" of what the owner may read unless columns are named. */
export type PersonalTable = {
  table: Table;
  owner: "id" | "user_id";
  key: "id" | "user_id";
  columns?: string;
};

const perAccount = (table: Table): PersonalTable => ({ table, owner: "user_id", key: "user_id" });
const list = (table: Table): PersonalTable => ({ table, owner: "user_id", key: "id" });

/** Whatever the database keeps about a person, as the owner reads it. A test holds this against the catalogue. */
export const PERSONAL_TABLES: PersonalTable[] = [
  { table: "user_profiles", owner: "id", key: "id" },
  perAccount("user_accounts"),
  perAccount("user_settings"),
  {
    ...list("viewer_profiles"),
    // Not the digest of a PIN, which nobody may read.
    columns:
      "id, slot, name, avatar_path, is_kids, maturity_limit, has_pin, language, autoplay_next, autoplay_previews, " +
      "subtitle_language, subtitle_style, intro_choice, recap_choice, credits_choice, wants_subtitles, " +
      "audio_language, data_saver, history_paused, taste_reset_at, created_at, updated_at",
  },
  list("user_devices"),
  list("user_favorites"),
  list("user_watchlist"),
  list("hidden_movies"),
  list("viewing_history"),
  list("movie_ratings"),
  list("reminders"),
  {
    ...list("notifications"),
    // Not what our own bookkeeping needs, which nobody else may read.
    columns:
      "id, viewer_profile_id, type, title, message, action_url, metadata, is_read, read_at, expires_at, created_at",
  },
  list("user_subscriptions"),
  list("playback_sessions"),
  list("video_analytics"),
  list("analytics_events"),
];

/** What names a person and is not theirs to take along, and why. */
export const LEFT_OUT: Partial<Record<Table, string>> = {
  recovery_codes: "digests of secrets, worth nothing to read",
  idempotency_keys: "answers kept for a day, so that a request may be repeated",
  admin_action_logs: "the company's record of what its staff did",
  video_assets: "the company's films, with the name of who brought them in",
  system_config: "the company's settings, with the name of who changed them last",
};
