import { listDevices } from "@/lib/accounts/devices/list";
import { hasSessionCookie, markOthersEnded, markSessionEnded } from "@/lib/platform/auth/session";
import type { AudienceContext, UserContext } from "@/lib/platform/auth/types";
import { VIEWER_COOKIE } from "@/lib/platform/auth/viewer-cookie";
import { fromPostgrest } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { AUTH_COOKIE } from "@/lib/platform/supabase/cookies";
import { createUserClient } from "@/lib/platform/supabase/server";

export type SignOutScope = "local" | "others" | "global";

/** Signs out here, on every other device, or on all of them. Access tokens that are still valid are refused from now on. */
export async function signOut(ctx: AudienceContext, cookies: RequestJar, scope: SignOutScope): Promise<void> {
  if (ctx.user) await endSessions({ ...ctx, user: ctx.user }, scope);
  if (scope === "others") return;
  // Also a session that counts nowhere, because it is over or waits for its second step, is ended at Auth.
  if (hasSessionCookie(cookies))
    await createUserClient(cookies).auth.signOut({ scope: scope === "global" ? "global" : "local" });
  forgetSession(cookies);
}

/** Takes the session and the choice of a viewer out of this browser. */
export function forgetSession(cookies: RequestJar): void {
  for (const { name } of cookies.getAll()) {
    if (name === AUTH_COOKIE || name.startsWith(`${AUTH_COOKIE}.`)) cookies.delete(name);
  }
  cookies.delete(VIEWER_COOKIE);
}

async function endSessions(ctx: Pick<UserContext, "db" | "user">, scope: SignOutScope): Promise<void> {
  const current = ctx.user.sessionId;
  await endStreams(ctx, scope);
  const others =
    scope === "local" ? [] : (await listDevices(ctx)).filter(({ sessionId }) => sessionId !== current);
  if (scope === "others") {
    const { error } = await ctx.db.auth.signOut({ scope: "others" });
    if (error) throw error;
  }
  if (scope !== "local") await markOthersEnded(ctx.user.id, scope === "others" ? current : null);
  const ended = [
    ...others.map(({ sessionId }) => sessionId),
    ...(scope === "others" ? [] : [current]),
  ].filter(Boolean);
  await Promise.all(ended.map(markSessionEnded));
  await markDevicesSignedOut(ctx, ended);
}

/** First of all: a stream gives its place back while somebody may still say so. */
async function endStreams({ db }: Pick<UserContext, "db">, scope: SignOutScope): Promise<void> {
  const { error } = await db.rpc("end_streams", { p_scope: scope });
  if (error) throw fromPostgrest(error);
}

async function markDevicesSignedOut(
  { db, user }: Pick<UserContext, "db" | "user">,
  sessionIds: string[],
): Promise<void> {
  if (sessionIds.length === 0) return;
  const { error } = await db
    .from("user_devices")
    .update({ signed_out_at: new Date().toISOString() })
    .eq("user_id", user.id)
    .in("session_id", sessionIds);
  if (error) throw fromPostgrest(error);
}
