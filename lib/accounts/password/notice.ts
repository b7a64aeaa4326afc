import { translate } from "@/lib/i18n/translate";
import type { UserContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";

/** Whoever did not change it themselves has to hear of it. */
export async function sendPasswordNotice({ user, viewer: { locale } }: UserContext): Promise<void> {
  await sendMail({
    to: user.email,
    content: {
      locale,
      subject: translate(locale, "accounts.mail.passwordChanged.subject"),
      title: translate(locale, "accounts.mail.passwordChanged.title"),
      paragraphs: [translate(locale, "accounts.mail.passwordChanged.text")],
      button: {
        label: translate(locale, "accounts.mail.passwordChanged.button"),
        link: `${env().SITE_URL}/forgot-password`,
      },
      note: translate(locale, "accounts.mail.passwordChanged.note"),
      tagline: translate(locale, "accounts.mail.tagline"),
    },
  });
}
