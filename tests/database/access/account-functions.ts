import { expect } from "vitest";
import { type FunctionAccess, REFUSED, SERVER_ONLY, SIGNED_IN } from "./function-access";
import { PASSWORD, PIN } from "./furnish";

const SUSPENDED = { suspended: REFUSED };

export const ACCOUNT_FUNCTIONS: Record<string, FunctionAccess> = {
  account_security: {
    open: SIGNED_IN,
    call: () => [],
    answers: () => ({
      owner: [{ has_password: true, has_second_step: false, recovery_codes_left: 1 }],
      others: [{ has_password: false, has_second_step: false, recovery_codes_left: 0 }],
      service: [],
    }),
  },
  check_viewer_pin: {
    open: SIGNED_IN,
    call: ({ owner }) => [owner.viewerId, PIN],
    answers: () => ({ owner: [true], others: [false], ...SUSPENDED }),
  },
  set_viewer_pin: {
    open: SIGNED_IN,
    call: ({ owner }) => [owner.viewerId, "567890", PIN],
    answers: () => ({ owner: [true], others: [false], ...SUSPENDED }),
  },
  forget_viewer_pin: {
    open: SIGNED_IN,
    call: ({ owner }) => [owner.viewerId, PASSWORD],
    answers: () => ({ owner: [true], others: [false], ...SUSPENDED }),
  },
  current_entitlement: {
    open: SIGNED_IN,
    call: ({ owner }) => [owner.userId],
    answers: () => {
      const free = [{ tier: "free", max_streams: 1, max_video_height: 480, has_ads: true }];
      return { owner: free, moderator: free, admin: free, superAdmin: free, service: free, others: [] };
    },
  },
  // A suspended account still signs out, from afar too.
  end_session: {
    open: SIGNED_IN,
    call: ({ deviceSessionId }) => [deviceSessionId],
    answers: () => ({ owner: [true], others: [false] }),
  },
  // What tells of a factor is tried with one in functions.test.ts.
  has_second_step: {
    open: SIGNED_IN,
    call: ({ rows }) => [rows.account],
    answers: () => ({ others: [false] }),
  },
  notifications_page: {
    open: SIGNED_IN,
    call: ({ owner }) => [owner.viewerId, "true", "18", "KE"],
    answers: ({ notificationId }) => ({
      owner: [[expect.objectContaining({ id: notificationId, title: "News" })]],
      others: [[]],
    }),
  },
  set_reminder: {
    open: SIGNED_IN,
    call: ({ owner, comingId }) => [owner.viewerId, comingId, "KE", "true"],
    answers: () => ({ owner: [true], others: [false], ...SUSPENDED, suspendedAdmin: REFUSED }),
  },
  claim_idempotency_key: {
    open: SIGNED_IN,
    call: ({ idempotencyKey }) => ["POST /api/test", idempotencyKey, "0".repeat(64)],
    answers: () => ({
      owner: [expect.objectContaining({ state: "running", claim: null })],
      others: [expect.objectContaining({ state: "claimed", claim: expect.any(String) })],
      service: REFUSED,
    }),
  },
  answer_idempotency_key: {
    open: SIGNED_IN,
    call: ({ claim }) => [claim, "{}"],
    answers: () => ({ owner: [true], others: [false] }),
  },
  release_idempotency_key: {
    open: SIGNED_IN,
    call: ({ claim }) => [claim],
    answers: () => ({ owner: [true], others: [false] }),
  },
  platform_status: {
    open: SIGNED_IN,
    call: () => [],
    answers: () => {
      const status = [expect.objectContaining({ crons: expect.anything(), vitals: expect.anything() })];
      return { moderator: status, admin: status, superAdmin: status, others: REFUSED };
    },
  },
  begin_cron_run: {
    open: SERVER_ONLY,
    call: () => ["test", "60"],
    answers: () => ({ service: [expect.any(String)] }),
  },
  finish_cron_run: {
    open: SERVER_ONLY,
    call: ({ claim }) => [claim, "{}"],
    answers: () => ({ service: [false] }),
  },
  store_page_speed: {
    open: SERVER_ONLY,
    call: () => ["[]"],
    answers: () => ({ service: [0] }),
  },
  store_page_views: {
    open: SERVER_ONLY,
    call: () => ["[]"],
    answers: () => ({ service: [0] }),
  },
  expire_rows: {
    open: SERVER_ONLY,
    call: () => ["1"],
    answers: () => ({ service: [expect.anything()] }),
  },
  prune_tombstones: {
    open: SERVER_ONLY,
    call: () => ["3650", "1"],
    answers: () => ({ service: [expect.anything()] }),
  },
};
