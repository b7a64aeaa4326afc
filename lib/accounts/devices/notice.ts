import type { SignedInDevice } from "@/lib/accounts/devices/register";
import { sendNotice } from "@/lib/accounts/notice";
import { chooseLocale } from "@/lib/i18n/config";
import { translate } from "@/lib/i18n/translate";
import type { SessionUser } from "@/lib/platform/auth/types";
import { cacheKeys } from "@/lib/platform/cache";
import { env } from "@/lib/platform/env";
import { withRedis } from "@/lib/platform/redis";

/** Sign-ins of one kind of device within this time are told of once. */
const QUIET_SECONDS = 600;

export async function sendNewDeviceNotice(
  user: SessionUser,
  { name, country }: SignedInDevice,
  language: string,
): Promise<void> {
  const isFirst = await withRedis<unknown>(
    (client) =>
      client.set(cacheKeys.newDevice(user.id, `${name}:${country}`), 1, { ex: QUIET_SECONDS, nx: true }),
    () => "OK",
  );
  if (!isFirst) return;
  const locale = chooseLocale(language, null);
  const place = country
    ? (new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country)
    : translate(locale, "accounts.mail.newDevice.somewhere");
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const values = { device: name, place, time: `${when.format(new Date())} UTC` };
  await sendNotice(user.email, locale, "newDevice", { link: `${env().SITE_URL}/settings/security`, values });
}
