import { z } from "zod";
import type { SessionUser } from "@/lib/platform/auth/types";
import { CACHE_SECONDS, cacheKeys } from "@/lib/platform/cache";
import { withRedis } from "@/lib/platform/redis";
import { AUTH_COOKIE, type CookieJar } from "@/lib/platform/supabase/cookies";
import type { Db } from "@/lib/platform/supabase/server";

const claimsSchema = z.object({
  sub: z.uuid(),
  email: z.string().default(""),
  session_id: z.string().default(""),
  role: z.literal("authenticated"),
});

const ENDED = "ended";

/**
 * Who is signed in, or null. The token's signature is checked here with the project's public keys, which supabase-js
 * keeps for ten minutes, so this makes no request; a session ended from another device is refused at once.
 */
export async function getSession(db: Db, jar: CookieJar): Promise<SessionUser | null> {
  if (!hasSessionCookie(jar)) return null;
  const { data } = await db.auth.getClaims();
  const claims = claimsSchema.safeParse(data?.claims);
  if (!claims.success) return null;
  const { sub, email, session_id: sessionId } = claims.data;
  if (sessionId && (await isEnded(sessionId))) return null;
  return { id: sub, email, sessionId };
}

export function hasSessionCookie(jar: CookieJar): boolean {
  return jar
    .getAll()
    .some(({ name, value }) => value !== "" && (name === AUTH_COOKIE || name.startsWith(`${AUTH_COOKIE}.`)));
}

/** An access token lives up to an hour after its session; until then this mark refuses it. */
export async function markSessionEnded(sessionId: string): Promise<void> {
  await withRedis<unknown>(
    (client) => client.set(cacheKeys.session(sessionId), ENDED, { ex: CACHE_SECONDS.session }),
    () => null,
  );
}

async function isEnded(sessionId: string): Promise<boolean> {
  const mark = await withRedis<unknown>(
    (client) => client.get(cacheKeys.session(sessionId)),
    () => null,
  );
  return mark === ENDED;
}
