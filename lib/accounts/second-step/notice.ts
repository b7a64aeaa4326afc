import { type Notice, sendNotice } from "@/lib/accounts/notice";
import type { UserContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";

const NOTICES = {
  added: "secondStepAdded",
  removed: "secondStepRemoved",
  recovered: "secondStepRecovered",
} satisfies Record<string, Notice>;

/** Whoever did not do it themselves has to hear of it. */
export async function sendSecondStepNotice(
  { user, viewer }: Pick<UserContext, "user" | "viewer">,
  event: keyof typeof NOTICES,
): Promise<void> {
  await sendNotice(user.email, viewer.locale, NOTICES[event], {
    link: `${env().SITE_URL}/settings/security`,
  });
}
