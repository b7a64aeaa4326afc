import { randomUUID } from "node:crypto";
import { ADMINS, catalogue, columns, NOBODY, SERVICE_ONLY, slug, type TableAccess } from "./table-access";

export const PLATFORM_ACCESS: Record<string, TableAccess> = {
  system_config: {
    row: () => ({ key: `test.${randomUUID().slice(0, 8)}`, value: 1 }),
    fresh: () => ({ key: `test.${randomUUID().slice(0, 8)}`, value: 2 }),
    change: { description: "Changed" },
    select: ADMINS,
    insert: ADMINS,
    update: ADMINS,
    delete: ADMINS,
    columns: columns({
      written: "key value description",
      kept: "updated_by created_at updated_at",
    }),
  },
  feature_flags: catalogue({
    row: () => ({ key: `test.${randomUUID().slice(0, 8)}` }),
    fresh: () => ({ key: `test.${randomUUID().slice(0, 8)}` }),
    change: { is_enabled: true },
    columns: columns({
      written: "key description is_enabled roles percentage",
      kept: "created_at updated_at",
    }),
  }),
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
    columns: columns({
      kept: "id user_id route key body_hash claim claimed_until answer expires_at created_at",
      hidden: "id user_id route key body_hash claim claimed_until answer expires_at created_at",
    }),
  },
  cron_runs: {
    row: () => ({ name: slug() }),
    fresh: () => ({ name: slug() }),
    change: { error_text: "Changed" },
    select: ADMINS,
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: "id name status details error_text started_at finished_at held_until created_at",
    }),
  },
  analytics_events: {
    row: (world) => ({ id: randomUUID(), type: "test", user_id: world.owner.userId }),
    fresh: (world) => ({ id: randomUUID(), type: "test", user_id: world.owner.userId }),
    change: { path: "/changed" },
    select: ["owner", "suspended", ...ADMINS],
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: `id occurred_at type user_id session_id movie_id path properties referrer_host browser country city`,
    }),
  },
  page_analytics: {
    row: () => ({ path: "/", device: "phone", browser: "firefox", os: "android" }),
    fresh: () => ({ path: "/", device: "desktop", browser: "chrome", os: "linux" }),
    change: { path: "/changed" },
    select: ADMINS,
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: `id created_at path session_id referrer_host ttfb_ms fcp_ms lcp_ms inp_ms cls time_on_page_seconds
        scroll_depth device browser os`,
    }),
  },
  admin_action_logs: {
    row: () => ({ action: "test", target_type: "movie" }),
    fresh: (world) => ({ admin_id: world.actors.admin.userId, action: "test", target_type: "movie" }),
    change: { action: "forged" },
    select: ADMINS,
    // Staff sign with their own name, and this row bears the admin's.
    insert: ["admin", "service"],
    update: NOBODY,
    delete: NOBODY,
    columns: columns({
      added: "admin_id action target_type target_id before after ip_hash",
      kept: "id created_at",
    }),
  },
};
