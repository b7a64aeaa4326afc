import { z } from "zod";
import { issueRecoveryCookie } from "@/lib/accounts/password/recovery-cookie";
import type { confirmSchema } from "@/lib/accounts/schema";
import { beginSession, pathAfterSignIn } from "@/lib/accounts/session/begin";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { getSession } from "@/lib/platform/auth/session";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";

type Confirmation = z.output<typeof confirmSchema>;

/** Follows a mailed link or the return from an OAuth provider; answers with the path to go on to. */
export async function confirm(
  ctx: AudienceContext,
  confirmation: Confirmation,
  { cookies, headers }: { cookies: RequestJar; headers: Headers },
): Promise<string> {
  const isRecovery = await openSession(ctx, confirmation);
  const begun = await beginSession(ctx, cookies, headers);
  if (isRecovery) {
    const user = await getSession(ctx.db, cookies);
    if (user) await issueRecoveryCookie(cookies, user.id);
    return "/reset-password";
  }
  if (confirmation.type === "email_change") {
    const user = await getSession(ctx.db, cookies);
    if (user) await forgetHousehold(user.id);
  }
  return pathAfterSignIn(begun, safeNextPath(confirmation.next));
}

/** Whether the link was for a forgotten password. */
async function openSession(
  { db }: AudienceContext,
  { token_hash, type, code }: Confirmation,
): Promise<boolean> {
  if (token_hash && type) {
    const { error } = await db.auth.verifyOtp({ token_hash, type });
    if (error) throw new AppError("INVALID", "accounts.errors.linkExpired", { cause: error });
    return type === "recovery";
  }
  if (code) {
    const { data, error } = await db.auth.exchangeCodeForSession(code);
    if (error) throw new AppError("INVALID", "accounts.errors.linkExpired", { cause: error });
    return redirectType.parse(data).redirectType?.toLowerCase().includes("recovery") ?? false;
  }
  throw new AppError("INVALID", "accounts.errors.linkExpired");
}

/** The library returns what the link was for beside the session, but does not declare it. */
const redirectType = z.object({ redirectType: z.string().nullish() });
