import { confirmUrl } from "@/lib/accounts/session/links";
import { atOnePace } from "@/lib/accounts/session/one-pace";
import { throwUnlessTelling } from "@/lib/accounts/session/sign-in";
import type { AudienceContext } from "@/lib/platform/auth/types";

/** Mails a link to set a new password. The answer is the same for an unknown address. */
export async function sendResetLink({ db }: AudienceContext, email: string): Promise<void> {
  const asked = db.auth.resetPasswordForEmail(email, { redirectTo: confirmUrl("/reset-password") });
  await atOnePace(asked.then(({ error }) => throwUnlessTelling(error)));
}
