import "server-only";
import { createClient } from "@supabase/supabase-js";
import { env } from "@/lib/platform/env";
import type { Database } from "@/lib/platform/supabase/database.types";
import { BOUNDED } from "@/lib/platform/supabase/fetch";
import type { Db } from "@/lib/platform/supabase/server";

let client: Db | undefined;

/** Bypasses row-level security: only webhooks, crons, jobs and the one file each of playback and of the household's viewers may hold it. */
export function adminClient(): Db {
  client ??= createClient<Database>(env().SUPABASE_URL, env().SUPABASE_SECRET_KEY, {
    ...BOUNDED,
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  return client;
}
