import { createServerClient } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { env } from "@/lib/platform/env";
import { authCookieOptions, type CookieJar } from "@/lib/platform/supabase/cookies";
import type { Database } from "@/lib/platform/supabase/database.types";
import { BOUNDED, fetchUntil } from "@/lib/platform/supabase/fetch";

/** A client that acts as somebody, or as a visitor: row-level security decides what it sees. */
export type Db = SupabaseClient<Database>;

/**
 * One per request: acts as the person whose session is in the cookies, refreshed when it is about to end. After `signal` it
 * asks nothing more.
 */
export function createUserClient(jar: CookieJar, signal?: AbortSignal): Db {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  return createServerClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    ...BOUNDED,
    ...(signal && { global: { fetch: fetchUntil(signal) } }),
    cookieOptions: authCookieOptions(),
    cookies: {
      getAll: () => jar.getAll(),
      // May be called several times; the jar keeps the last value of each name.
      setAll: (cookies) => {
        for (const { name, value, options } of cookies) jar.set(name, value, options);
      },
    },
  });
}
