import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import type { SignUp } from "@/lib/accounts/schema";
import { confirmUrl } from "@/lib/accounts/session/links";
import { translate } from "@/lib/i18n/translate";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";

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
  const reset = `${site}/forgot-password`;
  await sendMail({
    to: email,
    content: {
      locale,
      subject: translate(locale, "accounts.mail.alreadyMember.subject"),
      title: translate(locale, "accounts.mail.alreadyMember.title"),
      paragraphs: [translate(locale, "accounts.mail.alreadyMember.text")],
      button: { label: translate(locale, "accounts.mail.alreadyMember.button"), link: `${site}/sign-in` },
      note: translate(locale, "accounts.mail.alreadyMember.note", { reset }),
      tagline: translate(locale, "accounts.mail.tagline"),
    },
  });
}
