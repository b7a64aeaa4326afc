import { randomUUID } from "node:crypto";
import { PERSONAS, type Persona, type World } from "./world";

type Values = Record<string, unknown>;
type Who = readonly Persona[];

/** Who may do what to one table. Rows belong to the owner where the table has owners. */
export type TableAccess = {
  /** The row that everybody tries to read, change and delete. */
  row: (world: World) => Values;
  /** The row that everybody tries to add; without it they try `row` again, which only the database makes. */
  fresh?: (world: World) => Values;
  /** The row is there already (made by the sign-up trigger): how to find it. */
  existing?: (world: World) => Values;
  change: Values;
  select: Who;
  insert: Who;
  update: Who;
  delete: Who;
};

const EVERYBODY: Who = PERSONAS;
const SIGNED_IN_ADMIN: Who = ["admin", "service"];
const OWNER: Who = ["owner", "service"];
const SERVICE_ONLY: Who = ["service"];
const NOBODY: Who = [];

const slug = () => `test-${randomUUID()}`;

function mine(world: World): Values {
  return { user_id: world.owner.userId, viewer_profile_id: world.owner.viewerId };
}

/** Catalogue rows: everybody reads what is published, admins write. */
function catalogue(
  row: (world: World) => Values,
  fresh: (world: World) => Values,
  change: Values,
): TableAccess {
  return {
    row,
    fresh,
    change,
    select: EVERYBODY,
    insert: SIGNED_IN_ADMIN,
    update: SIGNED_IN_ADMIN,
    delete: SIGNED_IN_ADMIN,
  };
}

/** Rows of one viewer that leave a tombstone: the owner reads, adds and changes them. */
function saved(change: Values): TableAccess {
  return {
    row: (world) => ({ ...mine(world), movie_id: world.movieId }),
    fresh: (world) => ({ ...mine(world), movie_id: world.otherMovieId }),
    change,
    select: OWNER,
    insert: OWNER,
    update: OWNER,
    delete: SERVICE_ONLY,
  };
}

const tombstone = { deleted_at: "2026-01-01T00:00:00Z" };

export const ACCESS: Record<string, TableAccess> = {
  user_profiles: {
    row: (world) => ({ id: world.owner.userId }),
    existing: (world) => ({ id: world.owner.userId }),
    change: { bio: "Hello" },
    select: EVERYBODY,
    insert: NOBODY,
    update: OWNER,
    delete: SERVICE_ONLY,
  },
  user_accounts: {
    row: (world) => ({ user_id: world.owner.userId }),
    existing: (world) => ({ user_id: world.owner.userId }),
    change: { role: "admin" },
    select: ["owner", "moderator", "admin", "service"],
    insert: NOBODY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
  },
  user_settings: {
    row: (world) => ({ user_id: world.owner.userId }),
    existing: (world) => ({ user_id: world.owner.userId }),
    change: { theme: "light" },
    select: OWNER,
    insert: NOBODY,
    update: OWNER,
    delete: SERVICE_ONLY,
  },
  user_devices: {
    row: (world) => ({ user_id: world.owner.userId, session_id: randomUUID(), name: "Laptop" }),
    fresh: (world) => ({ user_id: world.owner.userId, session_id: randomUUID(), name: "Phone" }),
    change: { name: "Television" },
    select: OWNER,
    insert: OWNER,
    update: OWNER,
    delete: OWNER,
  },
  recovery_codes: {
    row: (world) => ({ user_id: world.owner.userId, code_hash: "a".repeat(64) }),
    fresh: (world) => ({ user_id: world.owner.userId, code_hash: "b".repeat(64) }),
    change: { used_at: "2026-01-01T00:00:00Z" },
    select: SERVICE_ONLY,
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
  },
  viewer_profiles: {
    row: (world) => ({ user_id: world.owner.userId, name: "Second" }),
    fresh: (world) => ({ user_id: world.owner.userId, name: "Third" }),
    change: { name: "Renamed" },
    select: OWNER,
    insert: SERVICE_ONLY,
    update: OWNER,
    delete: SERVICE_ONLY,
  },
  categories: catalogue(
    () => ({ slug: slug(), name: slug() }),
    () => ({ slug: slug(), name: slug() }),
    { position: 9 },
  ),
  movies: catalogue(
    () => ({ slug: slug(), title: "Row", status: "published" }),
    () => ({ slug: slug(), title: "Fresh" }),
    { title: "Changed" },
  ),
  movie_availability: catalogue(
    (world) => ({ movie_id: world.movieId, country: "KE" }),
    (world) => ({ movie_id: world.movieId, country: "VN" }),
    { country: "TZ" },
  ),
  episodes: catalogue(
    (world) => ({ movie_id: world.seriesId, season: 1, number: 2, slug: "two", title: "Two" }),
    (world) => ({ movie_id: world.seriesId, season: 1, number: 3, slug: "three", title: "Three" }),
    { title: "Changed" },
  ),
  people: catalogue(
    () => ({ slug: slug(), name: "Row" }),
    () => ({ slug: slug(), name: "Fresh" }),
    { name: "Changed" },
  ),
  credits: catalogue(
    (world) => ({ movie_id: world.movieId, person_id: world.personId, role: "director" }),
    (world) => ({ movie_id: world.movieId, person_id: world.personId, role: "writer" }),
    { position: 3 },
  ),
  collections: catalogue(
    () => ({ slug: slug(), title: "Row", is_published: true }),
    () => ({ slug: slug(), title: "Fresh" }),
    { title: "Changed" },
  ),
  collection_items: catalogue(
    (world) => ({ collection_id: world.collectionId, movie_id: world.movieId }),
    (world) => ({ collection_id: world.collectionId, movie_id: world.otherMovieId }),
    { position: 4 },
  ),
  reminders: {
    row: (world) => ({ ...mine(world), movie_id: world.movieId }),
    fresh: (world) => ({ ...mine(world), movie_id: world.otherMovieId }),
    change: { notified_at: "2026-01-01T00:00:00Z" },
    select: OWNER,
    // By set_reminder, which knows the viewer's own limit.
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
  },
  notifications: {
    row: (world) => ({ ...mine(world), type: "system", title: "News", message: "Text", occasion: slug() }),
    fresh: (world) => ({ ...mine(world), type: "system", title: "More", message: "Text", occasion: slug() }),
    change: { is_read: true },
    select: OWNER,
    insert: SERVICE_ONLY,
    update: OWNER,
    delete: SERVICE_ONLY,
  },
  video_assets: catalogue(
    (world) => ({ movie_id: world.movieId, status: "ready" }),
    (world) => ({ movie_id: world.movieId }),
    { kind: "trailer" },
  ),
  subtitles: catalogue(
    (world) => ({ asset_id: world.assetId, language: "en", label: "English", path: slug() }),
    (world) => ({ asset_id: world.assetId, language: "vi", label: "Tiếng Việt", path: slug() }),
    { label: "Changed" },
  ),
  user_favorites: saved(tombstone),
  user_watchlist: saved(tombstone),
  hidden_movies: saved(tombstone),
  viewing_history: saved({ progress_seconds: 12 }),
  movie_ratings: {
    row: (world) => ({ ...mine(world), movie_id: world.movieId, rating: 7.5 }),
    fresh: (world) => ({ ...mine(world), movie_id: world.otherMovieId, rating: 3 }),
    change: { rating: 8 },
    select: OWNER,
    insert: OWNER,
    update: OWNER,
    delete: SERVICE_ONLY,
  },
  subscription_plans: {
    ...catalogue(
      (world) => ({ id: world.planId }),
      () => ({
        slug: slug(),
        name: "Fresh",
        tier: "vip",
        max_concurrent_streams: 1,
        max_video_height: 480,
        is_active: false,
      }),
      { position: 9 },
    ),
    existing: (world) => ({ id: world.planId }),
    select: ["moderator", "admin", "service"], // a retired plan; visitors read the active ones
  },
  plan_prices: {
    ...catalogue(
      (world) => ({ plan_id: world.planId, billing_cycle: "monthly", currency: "EUR", amount_minor: 500 }),
      (world) => ({ plan_id: world.planId, billing_cycle: "yearly", currency: "EUR", amount_minor: 500 }),
      { amount_minor: 700 },
    ),
    select: ["moderator", "admin", "service"],
  },
  user_subscriptions: {
    row: (world) => ({
      user_id: world.owner.userId,
      plan_id: world.planId,
      status: "active",
      billing_cycle: "monthly",
      amount_minor: 599,
      currency: "USD",
      provider: "manual",
    }),
    fresh: (world) => ({
      user_id: world.owner.userId,
      plan_id: world.planId,
      status: "expired",
      billing_cycle: "monthly",
      amount_minor: 599,
      currency: "USD",
      provider: "manual",
    }),
    change: { status: "expired" },
    select: ["owner", "admin", "service"],
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
  },
  playback_sessions: {
    row: (world) => ({ ...mine(world), movie_id: world.movieId }),
    fresh: (world) => ({ ...mine(world), movie_id: world.movieId }),
    change: { ended_at: "2026-01-01T00:00:00Z" },
    select: ["owner", "admin", "service"],
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
  },
  video_analytics: {
    row: (world) => ({
      playback_session_id: world.sessionId,
      user_id: world.owner.userId,
      movie_id: world.movieId,
    }),
    change: { play_count: 2 },
    select: ["owner", "admin", "service"],
    insert: NOBODY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
  },
  system_config: {
    row: () => ({ key: `test.${randomUUID().slice(0, 8)}`, value: 1 }),
    fresh: () => ({ key: `test.${randomUUID().slice(0, 8)}`, value: 2 }),
    change: { description: "Changed" },
    select: SIGNED_IN_ADMIN,
    insert: SIGNED_IN_ADMIN,
    update: SIGNED_IN_ADMIN,
    delete: SIGNED_IN_ADMIN,
  },
  feature_flags: catalogue(
    () => ({ key: `test.${randomUUID().slice(0, 8)}` }),
    () => ({ key: `test.${randomUUID().slice(0, 8)}` }),
    { is_enabled: true },
  ),
  idempotency_keys: {
    row: (world) => ({
      user_id: world.owner.userId,
      route: "POST /api/test",
      key: randomUUID(),
      body_hash: "0".repeat(64),
    }),
    change: { answer: "Changed" },
    select: NOBODY,
    insert: NOBODY,
    update: NOBODY,
    delete: NOBODY,
  },
  cron_runs: {
    row: () => ({ name: slug() }),
    fresh: () => ({ name: slug() }),
    change: { error_text: "Changed" },
    select: SIGNED_IN_ADMIN,
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
  },
  admin_action_logs: {
    row: () => ({ action: "test", target_type: "movie" }),
    fresh: (world) => ({ admin_id: world.actors.admin.userId, action: "test", target_type: "movie" }),
    change: { action: "forged" },
    select: SIGNED_IN_ADMIN,
    insert: SIGNED_IN_ADMIN,
    update: NOBODY,
    delete: NOBODY,
  },
};
