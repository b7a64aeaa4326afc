import { translate } from "@/lib/i18n/translate";
import type { UserContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";

/** Whoever did not change it themselves has to hear of it. */
export async function sendPasswordNotice({ user, viewer }: UserContext): Promise<void> {
  await sendMail({
    to: user.email,
    subject: translate(viewer.locale, "accounts.mail.passwordChanged.subject"),
    text: translate(viewer.locale, "accounts.mail.passwordChanged.text", {
      reset: `${env().SITE_URL}/forgot-password`,
    }),
  });
}
