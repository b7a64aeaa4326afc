import { z } from "zod";
import { ROLES } from "@/lib/platform/auth/household";
import type { CookieJar } from "@/lib/platform/supabase/cookies";
import { createUserClient } from "@/lib/platform/supabase/server";

const rowSchema = z.object({ role: z.enum(ROLES), suspended_until: z.string().nullable() });

export type Standing = { role: (typeof ROLES)[number]; suspendedUntil: number | null };

/** A role that is taken away, or a suspension, holds here within this time; handlers ask each time. */
const SECONDS = 30;
const MOST_KEPT = 5_000;
const kept = new Map<string, { standing: Standing; until: number }>();

/**
 * Role and suspension of an account, from the table that only the service writes and its owner reads. Null where the
 * database does not say: then nothing is opened.
 */
export async function findStanding(
  jar: CookieJar,
  userId: string,
  signal: AbortSignal,
): Promise<Standing | null> {
  const known = kept.get(userId);
  if (known && known.until > Date.now()) return known.standing;
  const { data } = await createUserClient(jar, signal)
    .from("user_accounts")
    .select("role, suspended_until")
    .eq("user_id", userId)
    .maybeSingle();
  const row = rowSchema.safeParse(data);
  if (!row.success) return null;
  const { role, suspended_until: until } = row.data;
  const standing = { role, suspendedUntil: until ? Date.parse(until) : null };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(userId, { standing, until: Date.now() + SECONDS * 1000 });
  return standing;
}
