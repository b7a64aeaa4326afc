import { hmac, isSameText } from "@/lib/platform/hmac";
import type { RateLimitClass } from "@/lib/platform/rate-limits/classes";

/** Set by the gate on requests it lets through, never on an answer: a caller cannot see one, nor make one. */
export const MARK_HEADER = "x-cineverse-gate";

/** What the gate has done already: the handler takes over its request id and does not count again. */
export type GateMark = { requestId: string; limit: RateLimitClass | null };

const MINUTE_MS = 60_000;
/** The secret of a minute is the same for all its requests: made once, not signed for each. */
const secrets = new Map<number, string>();

export async function signMark({ requestId, limit }: GateMark): Promise<string> {
  return `${requestId}.${limit ?? ""}.${await secretOf(minuteNow())}`;
}

/** Null for a request that did not come through the gate within the last minutes, whatever it says of itself. */
export async function readMark(headers: Headers): Promise<{ requestId: string; limit: string } | null> {
  const [requestId = "", limit = "", secret = ""] = (headers.get(MARK_HEADER) ?? "").split(".");
  if (!secret) return null;
  // A minute may end on the way, and the clocks of two machines may differ a little.
  for (const minute of [0, -1, 1])
    if (isSameText(secret, await secretOf(minuteNow() + minute))) return { requestId, limit };
  return null;
}

const minuteNow = () => Math.floor(Date.now() / MINUTE_MS);

async function secretOf(minute: number): Promise<string> {
  const known = secrets.get(minute);
  if (known) return known;
  for (const old of secrets.keys()) if (old < minute - 2) secrets.delete(old);
  const secret = await hmac("gate", String(minute));
  secrets.set(minute, secret);
  return secret;
}
