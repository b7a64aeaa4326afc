import type { User } from "@supabase/supabase-js";
import { fromAuth } from "@/lib/accounts/auth-errors";
import { getSession } from "@/lib/platform/auth/session";
import type { SessionUser } from "@/lib/platform/auth/types";
import type { CookieJar } from "@/lib/platform/supabase/cookies";
import { createUserClient, type Db } from "@/lib/platform/supabase/server";

export type HalfWay = { db: Db; user: SessionUser; factorId: string };

export function hasSecondStep(user: Pick<User, "factors">): boolean {
  return (
    user.factors?.some(({ status, factor_type }) => status === "verified" && factor_type === "totp") ?? false
  );
}

export function secondStepPath(next: string): string {
  return next === "/" ? "/sign-in/code" : `/sign-in/code?next=${encodeURIComponent(next)}`;
}

/** The session that waits for its second step, which counts nowhere else; null for any other. */
export async function findHalfWay(jar: CookieJar): Promise<HalfWay | null> {
  const db = createUserClient(jar);
  const user = await getSession(db, jar);
  if (!user || user.hasPassedSecondStep) return null;
  const factorId = await findFactorId(db);
  return factorId ? { db, user, factorId } : null;
}

/** Asks Auth itself: what the cookie says of factors is the browser's word. */
export async function findFactorId(db: Db): Promise<string | null> {
  const { data, error } = await db.auth.mfa.listFactors();
  if (error) throw fromAuth(error);
  return data.totp[0]?.id ?? null;
}
