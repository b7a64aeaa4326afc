import "server-only";
import { createHmac } from "node:crypto";
import { mayHoldToken } from "@/lib/platform/auth/household-token";
import type { Viewer } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const TIMEOUT_MS = 1_000;
export const DOORBELL_EVENT = "changed";

type Who = Pick<Viewer, "profileId" | "isKids" | "maturityLimit">;

/**
 * A public topic of Realtime that nobody can guess, for a viewer who gets no token: it tells their other devices that
 * something changed, never what. They then ask our server, which knows who is watching.
 */
export function doorbellOf(viewer: Who): string | null {
  const { profileId } = viewer;
  if (!profileId || mayHoldToken(viewer)) return null;
  return `doorbell:${createHmac("sha256", env().COOKIE_SECRET).update(`doorbell:${profileId}`).digest("base64url")}`;
}

/** After a write. A bell that does not ring costs a moment, not the write: the other device asks when it is looked at. */
export async function ringDoorbell(viewer: Who): Promise<void> {
  const topic = doorbellOf(viewer);
  if (!topic) return;
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  try {
    const answer = await fetch(`${SUPABASE_URL}/realtime/v1/api/broadcast`, {
      method: "POST",
      headers: { apikey: SUPABASE_PUBLISHABLE_KEY, "content-type": "application/json" },
      body: JSON.stringify({ messages: [{ topic, event: DOORBELL_EVENT, payload: {}, private: false }] }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) log.warn({ status: answer.status }, "the doorbell was not rung");
  } catch (err) {
    log.warn({ err }, "the doorbell was not rung");
  }
}
