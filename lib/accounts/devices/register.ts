import { describeDevice } from "@/lib/accounts/device-name";
import { recogniseDevice } from "@/lib/accounts/devices/device-cookie";
import { sendNewDeviceNotice } from "@/lib/accounts/devices/notice";
import { countryOf } from "@/lib/platform/auth/country";
import type { SessionUser } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import type { Db } from "@/lib/platform/supabase/server";

type Surroundings = { cookies: RequestJar; headers: Headers; language: string };
export type SignedInDevice = { deviceId: string; name: string; country: string | null };

/**
 * Puts this session into the list, or says that it was seen; the place is a country at most. A browser that never
 * signed in to this account is told of by mail, unless it is the one that the account begins with.
 */
export async function registerDevice(
  db: Db,
  user: SessionUser,
  { cookies, headers, language }: Surroundings,
): Promise<void> {
  if (!user.sessionId) return;
  const name = describeDevice(headers.get("user-agent") ?? "");
  const device = { deviceId: await recogniseDevice(cookies), name, country: countryOf(headers) };
  const isNew = await isNewDevice(db, user, device.deviceId);
  const { error } = await db.from("user_devices").upsert(
    {
      user_id: user.id,
      session_id: user.sessionId,
      device_id: device.deviceId,
      name,
      place: device.country,
      last_seen_at: new Date().toISOString(),
    },
    { onConflict: "user_id,session_id" },
  );
  if (error) throw fromPostgrest(error);
  if (isNew) await sendNewDeviceNotice(user, device, language);
}

/** Signed out devices count too: they are known. */
async function isNewDevice(db: Db, user: SessionUser, deviceId: string): Promise<boolean> {
  const known = () =>
    db
      .from("user_devices")
      .select("id", { count: "exact", head: true })
      .eq("user_id", user.id)
      .neq("session_id", user.sessionId);
  const [all, same] = await Promise.all([known(), known().eq("device_id", deviceId)]);
  if (all.error ?? same.error) throw fromPostgrest(all.error ?? same.error ?? {});
  return (all.count ?? 0) > 0 && (same.count ?? 0) === 0;
}
