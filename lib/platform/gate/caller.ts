import { z } from "zod";
import { getVerifiedClaims } from "@/lib/platform/auth/claims";
import { hasSessionCookie } from "@/lib/platform/auth/session";
import { isAboutToEnd, readStoredSession } from "@/lib/platform/auth/stored-session";
import { callerIsKnown } from "@/lib/platform/log/request";
import type { CookieJar } from "@/lib/platform/supabase/cookies";
import { createUserClient } from "@/lib/platform/supabase/server";

/** `unclear`: there is a session that could not be verified, because it is forged, over, or Auth does not answer. */
export type Caller = { kind: "visitor" } | { kind: "user"; id: string } | { kind: "unclear" };

const claimsSchema = z.object({ sub: z.uuid(), role: z.literal("authenticated") });

/**
 * Who asks, by the verified claims of the session. One that is about to end is renewed, so that a page, which cannot write
 * cookies, is rendered with a fresh one; `mayRenew` is false for routes, which renew their own.
 */
export async function findCaller(
  jar: CookieJar,
  { mayRenew, signal }: { mayRenew: boolean; signal: AbortSignal },
): Promise<Caller> {
  if (!hasSessionCookie(jar)) return { kind: "visitor" };
  const stored = mayRenew ? null : await readStoredSession(jar);
  if (!mayRenew && (!stored || isAboutToEnd(stored))) return { kind: "unclear" };
  const verified = await getVerifiedClaims(() => createUserClient(jar, signal), jar, signal);
  const claims = claimsSchema.safeParse(verified.claims);
  if (claims.success) {
    callerIsKnown(claims.data.sub);
    return { kind: "user", id: claims.data.sub };
  }
  return hasSessionCookie(jar) ? { kind: "unclear" } : { kind: "visitor" };
}
