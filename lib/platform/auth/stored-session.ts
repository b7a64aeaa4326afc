import { combineChunks, stringFromBase64URL } from "@supabase/ssr";
import { z } from "zod";
import { isBehindSupabase, supabaseNow } from "@/lib/platform/supabase/clock";
import { AUTH_COOKIE, type CookieJar } from "@/lib/platform/supabase/cookies";

/** The library renews 90 seconds before the end; who must not renew keeps well away from that. */
const RENEW_BEFORE_SECONDS = 120;
const LIBRARY_RENEWS_BEFORE_SECONDS = 90;
const PREFIX = "base64-";
const storedSession = z.object({ access_token: z.string(), expires_at: z.number() });

/** What the cookie says of itself: nothing of it is verified. */
export type StoredSession = z.output<typeof storedSession>;

const MOST_KEPT = 2_000;
/** A session's cookie is read with each of its requests: some kilobytes of Base64 and JSON, the same each time. */
const kept = new Map<string, StoredSession | null>();

/** Null for a cookie that cannot be read. */
export async function readStoredSession(jar: CookieJar): Promise<StoredSession | null> {
  const cookies = new Map(jar.getAll().map(({ name, value }) => [name, value]));
  const value = await combineChunks(AUTH_COOKIE, (name) => cookies.get(name));
  if (!value?.startsWith(PREFIX)) return null;
  const known = kept.get(value);
  if (known !== undefined) return known;
  const session = decode(value.slice(PREFIX.length));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(value, session);
  return session;
}

function decode(text: string): StoredSession | null {
  try {
    return storedSession.safeParse(JSON.parse(stringFromBase64URL(text))).data ?? null;
  } catch {
    return null;
  }
}

/** True for a session that has to be renewed before it is used. */
export function isAboutToEnd({ expires_at: endsAt }: StoredSession): boolean {
  return endsAt - RENEW_BEFORE_SECONDS <= supabaseNow() / 1000;
}

/** True where Supabase is about to refuse it, and the library, going by a clock that is behind, does not know. */
export function isOverUnnoticed({ expires_at: endsAt }: StoredSession): boolean {
  return isBehindSupabase() && endsAt - LIBRARY_RENEWS_BEFORE_SECONDS <= supabaseNow() / 1000;
}
