import { requireManager } from "@/lib/accounts/guard";
import { markSessionEnded } from "@/lib/platform/auth/session";
import type { UserContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest } from "@/lib/platform/errors";

const DEVICES_MAXIMUM = 50;

export type Device = {
  id: string;
  sessionId: string;
  name: string;
  place: string | null;
  lastSeenAt: string;
  isCurrent: boolean;
};

/** Where the account is signed in, most recently seen first; at most 50. */
export async function listDevices({ db, user }: Pick<UserContext, "db" | "user">): Promise<Device[]> {
  const { data, error } = await db
    .from("user_devices")
    .select("id, session_id, name, place, last_seen_at")
    .eq("user_id", user.id)
    .is("signed_out_at", null)
    .order("last_seen_at", { ascending: false })
    .limit(DEVICES_MAXIMUM);
  if (error) throw fromPostgrest(error);
  return data.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    name: row.name,
    place: row.place,
    lastSeenAt: row.last_seen_at,
    isCurrent: row.session_id === user.sessionId,
  }));
}

/** Signs one other device out at once; this one is signed out from the menu. */
export async function signDeviceOut(ctx: UserContext, id: string): Promise<void> {
  requireManager(ctx);
  const { db, user } = ctx;
  const { data, error } = await db
    .from("user_devices")
    .select("session_id")
    .eq("id", id)
    .eq("user_id", user.id)
    .maybeSingle();
  if (error) throw fromPostgrest(error);
  if (!data) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  const { error: refusal } = await db.rpc("end_session", { p_session: data.session_id });
  if (refusal) throw fromPostgrest(refusal);
  await markSessionEnded(data.session_id);
}
