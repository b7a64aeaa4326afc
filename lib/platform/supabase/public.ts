import { createClient } from "@supabase/supabase-js";
import { env } from "@/lib/platform/env";
import type { Database } from "@/lib/platform/supabase/database.types";
import { BOUNDED } from "@/lib/platform/supabase/fetch";
import type { Db } from "@/lib/platform/supabase/server";

let client: Db | undefined;

/** Acts as a visitor and knows no cookie: for what is the same for everybody and may be cached. */
export function publicClient(): Db {
  client ??= createClient<Database>(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, {
    ...BOUNDED,
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  return client;
}
