import { sendNotice } from "@/lib/accounts/notice";
import type { UserContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";

/** Whoever did not change it themselves has to hear of it. */
export async function sendPasswordNotice({ user, viewer }: UserContext): Promise<void> {
  await sendNotice(user.email, viewer.locale, "passwordChanged", {
    link: `${env().SITE_URL}/forgot-password`,
  });
}
