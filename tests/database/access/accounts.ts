import { randomUUID } from "node:crypto";
import {
  columns,
  EVERYBODY,
  mine,
  NOBODY,
  OWNER,
  READING_OWNER,
  SERVICE_ONLY,
  STAFF,
  slug,
  type TableAccess,
} from "./table-access";

export const ACCOUNTS_ACCESS: Record<string, TableAccess> = {
  user_profiles: {
    row: (world) => ({ id: world.owner.userId }),
    existing: (world) => ({ id: world.owner.userId }),
    change: { bio: "Hello" },
    select: EVERYBODY,
    insert: NOBODY,
    update: OWNER,
    delete: SERVICE_ONLY,
    columns: columns({
      changed: "username display_name bio is_private layout_preference",
      kept: "id avatar_path is_verified created_at updated_at",
    }),
  },
  user_accounts: {
    row: (world) => ({ user_id: world.owner.userId }),
    existing: (world) => ({ user_id: world.owner.userId }),
    change: { role: "admin" },
    select: ["owner", "suspended", ...STAFF],
    insert: NOBODY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: `
        user_id role subscription_tier subscription_expires_at total_watch_seconds suspended_until
        suspension_reason referral_code referred_by stripe_customer_id paystack_customer_id
        last_login_at deletion_requested_at created_at updated_at`,
    }),
  },
  user_settings: {
    row: (world) => ({ user_id: world.owner.userId }),
    existing: (world) => ({ user_id: world.owner.userId }),
    change: { theme: "light" },
    select: READING_OWNER,
    insert: NOBODY,
    update: OWNER,
    delete: SERVICE_ONLY,
    columns: columns({
      changed: `
        theme notifications quiet_hours_start quiet_hours_end time_zone birth_date country sharing
        is_personalised`,
      kept: "user_id created_at updated_at",
    }),
  },
  user_devices: {
    row: (world) => ({ user_id: world.owner.userId, session_id: randomUUID(), name: "Laptop" }),
    fresh: (world) => ({ user_id: world.owner.userId, session_id: randomUUID(), name: "Phone" }),
    change: { name: "Television" },
    // A suspended account still sees where it is signed in, and signs out.
    select: READING_OWNER,
    insert: READING_OWNER,
    update: READING_OWNER,
    delete: READING_OWNER,
    columns: columns({
      written: "user_id session_id device_id name place last_seen_at",
      changed: "signed_out_at",
      kept: "id created_at updated_at",
    }),
  },
  recovery_codes: {
    row: (world) => ({ user_id: world.owner.userId, code_hash: "a".repeat(64) }),
    fresh: (world) => ({ user_id: world.owner.userId, code_hash: "b".repeat(64) }),
    change: { used_at: "2026-01-01T00:00:00Z" },
    select: SERVICE_ONLY,
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: "id user_id code_hash used_at created_at",
      hidden: "id user_id code_hash used_at created_at",
    }),
  },
  viewer_profiles: {
    row: (world) => ({ user_id: world.owner.userId, name: "Second" }),
    fresh: (world) => ({ user_id: world.owner.userId, name: "Third" }),
    change: { name: "Renamed" },
    select: READING_OWNER,
    insert: SERVICE_ONLY,
    update: OWNER,
    delete: SERVICE_ONLY,
    columns: columns({
      changed: `
        name language autoplay_next autoplay_previews subtitle_language subtitle_style intro_choice
        recap_choice credits_choice wants_subtitles audio_language data_saver history_paused
        history_pause_moment history_cleared_moment taste_reset_at`,
      kept: `
        id user_id slot avatar_path is_kids maturity_limit has_pin pin_hash pin_version
        failed_pin_attempts pin_locked_until hides_titles created_at updated_at`,
      hidden: "pin_hash failed_pin_attempts",
    }),
  },
  reminders: {
    row: (world) => ({ ...mine(world), movie_id: world.movieId }),
    fresh: (world) => ({ ...mine(world), movie_id: world.otherMovieId }),
    change: { notified_at: "2026-01-01T00:00:00Z" },
    select: READING_OWNER,
    // By set_reminder, which knows the viewer's own limit.
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: "id user_id viewer_profile_id movie_id notified_at created_at",
    }),
  },
  notifications: {
    row: (world) => ({ ...mine(world), type: "system", title: "News", message: "Text", occasion: slug() }),
    fresh: (world) => ({ ...mine(world), type: "system", title: "More", message: "Text", occasion: slug() }),
    change: { is_read: true },
    select: READING_OWNER,
    insert: SERVICE_ONLY,
    update: OWNER,
    delete: SERVICE_ONLY,
    columns: columns({
      changed: "is_read",
      kept: `
        id user_id viewer_profile_id type title message action_url metadata occasion is_mail_due read_at
        expires_at created_at`,
      hidden: "occasion is_mail_due",
    }),
  },
};
