import { combineChunks, stringFromBase64URL } from "@supabase/ssr";
import { z } from "zod";
import { hasSessionCookie } from "@/lib/platform/auth/session";
import { AUTH_COOKIE, type CookieJar } from "@/lib/platform/supabase/cookies";
import { createUserClient } from "@/lib/platform/supabase/server";

const REFRESH_BEFORE_SECONDS = 120;
const PREFIX = "base64-";
const storedSession = z.object({ expires_at: z.number() });

/**
 * Renews a session that is about to end, before a page is rendered that could not write the cookie. A fresh one costs
 * no more than reading its end: whoever trusts the session verifies it.
 */
export async function refreshSession(jar: CookieJar): Promise<void> {
  if (!hasSessionCookie(jar)) return;
  const expiresAt = await readExpiry(jar);
  if (expiresAt && expiresAt - REFRESH_BEFORE_SECONDS > Date.now() / 1000) return;
  await createUserClient(jar).auth.getClaims();
}

async function readExpiry(jar: CookieJar): Promise<number | null> {
  const value = await combineChunks(
    AUTH_COOKIE,
    (name) => jar.getAll().find((cookie) => cookie.name === name)?.value,
  );
  if (!value?.startsWith(PREFIX)) return null;
  try {
    const session = storedSession.safeParse(JSON.parse(stringFromBase64URL(value.slice(PREFIX.length))));
    return session.success ? session.data.expires_at : null;
  } catch {
    return null;
  }
}
