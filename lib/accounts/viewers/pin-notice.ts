import { sendNotice } from "@/lib/accounts/notice";
import { chooseLocale } from "@/lib/i18n/config";
import type { UserContext } from "@/lib/platform/auth/types";
import { cacheKeys } from "@/lib/platform/cache";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { withRedis } from "@/lib/platform/redis";

const LOCK_SECONDS = 15 * 60;

/** After a wrong PIN: where it was the one that locked it, the owner of the account hears of it, once for each lock. */
export async function noteWrongPin({ db, user, household }: UserContext, viewerId: string): Promise<void> {
  try {
    const { data } = await db
      .from("viewer_profiles")
      .select("name, pin_locked_until")
      .eq("id", viewerId)
      .maybeSingle();
    if (!data?.pin_locked_until || Date.parse(data.pin_locked_until) <= Date.now()) return;
    const isFirst = await withRedis<unknown>(
      (client) => client.set(cacheKeys.pinLocked(viewerId), 1, { ex: LOCK_SECONDS, nx: true }),
      () => "OK",
    );
    if (!isFirst) return;
    const owner = household.viewers.find(({ isFirst: isOwner }) => isOwner);
    await sendNotice(user.email, chooseLocale(owner?.language, null), "pinLocked", {
      link: `${env().SITE_URL}/settings/viewers`,
      values: { name: data.name },
    });
  } catch (err) {
    // A mail that fails changes nothing about the PIN, which stays wrong.
    log.error({ err }, "nobody was told of a locked PIN");
  }
}
