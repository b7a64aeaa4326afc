import { hmac, isSameText } from "@/lib/platform/hmac";
import type { RateLimitClass } from "@/lib/platform/rate-limits/classes";

/** Set by the gate on requests it lets through, never on an answer: a caller cannot see one, nor make one. */
export const MARK_HEADER = "x-cineverse-gate";

/** What the gate has done already: the handler takes over its request id and does not count again. */
export type GateMark = { requestId: string; limit: RateLimitClass | null };

export async function signMark({ requestId, limit }: GateMark): Promise<string> {
  const text = `${requestId}.${limit ?? ""}`;
  return `${text}.${await hmac("gate", text)}`;
}

/** Null for a request that did not come through the gate, whatever it says of itself. */
export async function readMark(headers: Headers): Promise<{ requestId: string; limit: string } | null> {
  const [requestId = "", limit = "", signature = ""] = (headers.get(MARK_HEADER) ?? "").split(".");
  if (!signature || !isSameText(signature, await hmac("gate", `${requestId}.${limit}`))) return null;
  return { requestId, limit };
}
