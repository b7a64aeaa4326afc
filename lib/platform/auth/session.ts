import { isAuthRetryableFetchError } from "@supabase/supabase-js";
import { z } from "zod";
import { getVerifiedClaims } from "@/lib/platform/auth/claims";
import type { SessionUser } from "@/lib/platform/auth/types";
import { CACHE_SECONDS, cacheKeys } from "@/lib/platform/cache";
import { AppError } from "@/lib/platform/errors";
import { withRedis } from "@/lib/platform/redis";
import { supabaseNow } from "@/lib/platform/supabase/clock";
import { AUTH_COOKIE, type CookieJar, cookieDefaults } from "@/lib/platform/supabase/cookies";
import type { Db } from "@/lib/platform/supabase/server";

const claimsSchema = z.object({
  sub: z.uuid(),
  email: z.string().default(""),
  session_id: z.string().default(""),
  iat: z.number().default(0),
  aal: z.string().default("aal1"),
  role: z.literal("authenticated"),
});

type Claims = z.output<typeof claimsSchema>;

const ENDED = "ended";
/** Who signs in anew at once must not be taken for old where clocks differ by less than we notice (supabase/clock.ts). */
const CLOCKS_DIFFER_SECONDS = 4;
/** Seconds since 1970, and the session that goes on. */
const cutSchema = z.object({ at: z.number(), except: z.string().nullable() });

/**
 * Who is signed in, or null. The token's signature is checked here, which asks nobody; a session ended from another device
 * is refused at once.
 */
export async function getSession(db: Db, jar: CookieJar): Promise<SessionUser | null> {
  return (await getSessionAnd(db, jar, async () => null))?.user ?? null;
}

/** The same, while something else is read for them: in one round trip where that asks Redis, too. */
export async function getSessionAnd<Result>(
  db: Db,
  jar: CookieJar,
  read: (userId: string) => Promise<Result>,
): Promise<{ user: SessionUser; result: Result } | null> {
  if (!hasSessionCookie(jar)) return null;
  const { claims: said, error } = await getVerifiedClaims(() => db, jar);
  // Who cannot be asked about has not been signed out.
  if (isAuthRetryableFetchError(error))
    throw new AppError("UNAVAILABLE", "platform.errors.unavailable", { cause: error });
  const claims = claimsSchema.safeParse(said);
  if (!claims.success) return null;
  const { sub, email, session_id: sessionId, aal } = claims.data;
  const [hasEnded, result] = await Promise.all([isEnded(claims.data), read(sub)]);
  if (hasEnded) return null;
  return { user: { id: sub, email, sessionId, hasPassedSecondStep: aal === "aal2" }, result };
}

export function hasSessionCookie(jar: CookieJar): boolean {
  return jar.getAll().some(({ name, value }) => value !== "" && isSessionCookie(name));
}

const isSessionCookie = (name: string) => name === AUTH_COOKIE || name.startsWith(`${AUTH_COOKIE}.`);

/** A session is spread over as many cookies as it needs: of an older, longer one no part may stay. */
function removeSession(jar: CookieJar): void {
  for (const { name } of jar.getAll())
    if (isSessionCookie(name)) jar.set(name, "", { ...cookieDefaults(), maxAge: 0 });
}

/** The same cookies without the session that was refused; one that is begun through this jar counts. */
export function withoutSession(jar: CookieJar): CookieJar {
  const begun = new Set<string>();
  return {
    getAll: () => jar.getAll().filter(({ name }) => begun.has(name) || !isSessionCookie(name)),
    set: (name, value, options) => {
      if (begun.size === 0) removeSession(jar);
      begun.add(name);
      jar.set(name, value, options);
    },
  };
}

/** An access token lives up to an hour after its session; until then this mark refuses it. */
export async function markSessionEnded(sessionId: string): Promise<void> {
  await withRedis<unknown>(
    (client) => client.set(cacheKeys.session(sessionId), ENDED, { ex: CACHE_SECONDS.session }),
    () => null,
  );
}

/**
 * Ends whatever else is signed in to an account, also what stands in no list of devices: its access tokens so far, but
 * those of one session, are refused for as long as they could live.
 */
export async function markOthersEnded(userId: string, except: string | null): Promise<void> {
  const cut = { at: Math.floor(supabaseNow() / 1000), except } satisfies z.output<typeof cutSchema>;
  await withRedis<unknown>(
    (client) => client.set(cacheKeys.session(userId), cut, { ex: CACHE_SECONDS.session }),
    () => null,
  );
}

async function isEnded({ sub, session_id: sessionId, iat }: Claims): Promise<boolean> {
  const marks = await withRedis<unknown>(
    (client) => client.mget(cacheKeys.session(sessionId), cacheKeys.session(sub)),
    () => [],
  );
  const [mark, stored] = z.array(z.unknown()).catch([]).parse(marks);
  const cut = cutSchema.safeParse(stored).data;
  const isOld = cut !== undefined && iat < cut.at - CLOCKS_DIFFER_SECONDS;
  return mark === ENDED || (isOld && cut.except !== sessionId);
}
