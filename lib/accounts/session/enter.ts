import type { User } from "@supabase/supabase-js";
import { hasSecondStep, secondStepPath } from "@/lib/accounts/second-step/half-way";
import { beginSession, pathAfterSignIn } from "@/lib/accounts/session/begin";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { getSession } from "@/lib/platform/auth/session";
import { AppError } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import type { Db } from "@/lib/platform/supabase/server";

export type Surroundings = { cookies: RequestJar; headers: Headers };

/** After the first step, however it was made: to the second where the account has one. Answers the path to go on to. */
export async function enterAfterFirstStep(
  db: Db,
  user: User,
  surroundings: Surroundings,
  next: string | undefined,
): Promise<string> {
  if (hasSecondStep(user)) return secondStepPath(safeNextPath(next));
  return enterSession(db, surroundings, next);
}

/** Begins what a session needs once nothing is missing from it. */
export async function enterSession(
  db: Db,
  { cookies, headers }: Surroundings,
  next: string | undefined,
): Promise<string> {
  const user = await getSession(db, cookies);
  if (!user) throw new AppError("UNAUTHENTICATED", "platform.errors.unauthenticated");
  await forgetHousehold(user.id);
  return pathAfterSignIn(await beginSession(db, user, { cookies, headers }), safeNextPath(next));
}
