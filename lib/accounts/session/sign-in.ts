import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import type { SignIn } from "@/lib/accounts/schema";
import { beginSession, pathAfterSignIn } from "@/lib/accounts/session/begin";
import { confirmUrl } from "@/lib/accounts/session/links";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { getSession } from "@/lib/platform/auth/session";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";

/** Signs in by password; answers with the path to go on to. A wrong address and a wrong password look the same. */
export async function signIn(
  ctx: AudienceContext,
  { email, password, next }: SignIn,
  { cookies, headers }: { cookies: RequestJar; headers: Headers },
): Promise<string> {
  const { error } = await ctx.db.auth.signInWithPassword({ email, password });
  if (authErrorCode(error) === "email_not_confirmed") {
    // Only somebody who knows the password gets here, so the new link gives nothing away.
    await ctx.db.auth.resend({ type: "signup", email, options: { emailRedirectTo: confirmUrl(next) } });
    throw new AppError("FORBIDDEN", "accounts.errors.notConfirmed");
  }
  if (error) throw fromAuth(error);
  const user = await getSession(ctx.db, cookies);
  if (!user) throw new AppError("UNAUTHENTICATED", "platform.errors.unauthenticated");
  return pathAfterSignIn(await beginSession(ctx, user, { cookies, headers }), safeNextPath(next));
}

/** Mails a link that signs in. The answer is the same for an unknown address. */
export async function sendMagicLink(
  { db }: AudienceContext,
  email: string,
  next: string | undefined,
): Promise<void> {
  const { error } = await db.auth.signInWithOtp({
    email,
    options: { shouldCreateUser: false, emailRedirectTo: confirmUrl(next) },
  });
  if (error) throwUnlessUnknown(error);
}

const UNKNOWN_ADDRESS = ["otp_disabled", "user_not_found", "signup_disabled", "email_not_confirmed"];

/** Said aloud, these would tell who has an account. */
export function throwUnlessUnknown(error: unknown): void {
  if (!UNKNOWN_ADDRESS.includes(authErrorCode(error))) throw fromAuth(error);
}
