import { confirmUrl } from "@/lib/accounts/session/links";
import { throwUnlessUnknown } from "@/lib/accounts/session/sign-in";
import type { AudienceContext } from "@/lib/platform/auth/types";

/** Mails a link to set a new password. The answer is the same for an unknown address. */
export async function sendResetLink({ db }: AudienceContext, email: string): Promise<void> {
  const { error } = await db.auth.resetPasswordForEmail(email, { redirectTo: confirmUrl("/reset-password") });
  if (error) throwUnlessUnknown(error);
}
