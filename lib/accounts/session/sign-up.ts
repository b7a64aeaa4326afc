import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import { sendNotice } from "@/lib/accounts/notice";
import type { SignUp } from "@/lib/accounts/schema";
import { confirmUrl } from "@/lib/accounts/session/links";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";

/**
 * Makes an account that waits for its address to be confirmed. Nobody learns here whether an address is known: the
 * answer is the same, and whoever has an account already gets a mail that says so.
 */
export async function signUp({ db, viewer }: AudienceContext, input: SignUp): Promise<void> {
  const { email, password, displayName, next } = input;
  const { data, error } = await db.auth.signUp({
    email,
    password,
    options: {
      emailRedirectTo: confirmUrl(next),
      data: {
        display_name: displayName,
        locale: viewer.locale,
        ...(viewer.country && { country: viewer.country }),
      },
    },
  });
  const isKnown = ["user_already_exists", "email_exists"].includes(authErrorCode(error));
  if (error && !isKnown) throw fromAuth(error);
  if (isKnown || data.user?.identities?.length === 0) await tellAboutAccount(email, viewer.locale);
}

async function tellAboutAccount(email: string, locale: AudienceContext["viewer"]["locale"]): Promise<void> {
  const site = env().SITE_URL;
  const values = { reset: `${site}/forgot-password` };
  await sendNotice(email, locale, "alreadyMember", { link: `${site}/sign-in`, values });
}
