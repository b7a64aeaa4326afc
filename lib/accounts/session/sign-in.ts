import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import type { SignIn } from "@/lib/accounts/schema";
import { enterAfterFirstStep, type Surroundings } from "@/lib/accounts/session/enter";
import { confirmUrl } from "@/lib/accounts/session/links";
import { atOnePace } from "@/lib/accounts/session/one-pace";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";

/** Signs in by password; answers with the path to go on to. A wrong address and a wrong password look the same. */
export async function signIn(
  ctx: AudienceContext,
  { email, password, next }: SignIn,
  surroundings: Surroundings,
): Promise<string> {
  const { data, error } = await ctx.db.auth.signInWithPassword({ email, password });
  if (authErrorCode(error) === "email_not_confirmed") {
    // Only somebody who knows the password gets here, so the new link gives nothing away.
    await ctx.db.auth.resend({ type: "signup", email, options: { emailRedirectTo: confirmUrl(next) } });
    throw new AppError("FORBIDDEN", "accounts.errors.notConfirmed");
  }
  if (error) throw fromAuth(error);
  return enterAfterFirstStep(ctx.db, data.user, surroundings, next);
}

/** Mails a link that signs in. The answer is the same for an unknown address. */
export async function sendMagicLink(
  { db }: AudienceContext,
  email: string,
  next: string | undefined,
): Promise<void> {
  const asked = db.auth.signInWithOtp({
    email,
    options: { shouldCreateUser: false, emailRedirectTo: confirmUrl(next) },
  });
  await atOnePace(asked.then(({ error }) => throwUnlessTelling(error)));
}

/** The last one is said only of an address that has just got a mail. */
const TELLING = [
  ...["otp_disabled", "user_not_found", "signup_disabled", "email_not_confirmed"],
  "over_email_send_rate_limit",
];

/** Said aloud, these would tell who has an account. */
export function throwUnlessTelling(error: unknown): void {
  if (error && !TELLING.includes(authErrorCode(error))) throw fromAuth(error);
}
