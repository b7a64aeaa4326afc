import { deletionDate } from "@/lib/accounts/deletion/date";
import { requireManager } from "@/lib/accounts/guard";
import { type IdentityProof, requireIdentity } from "@/lib/accounts/identity/confirm";
import { sendNotice } from "@/lib/accounts/notice";
import { signOut } from "@/lib/accounts/session/sign-out";
import { markDeletion, unmarkDeletion } from "@/lib/accounts/vault";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { UserContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";

/** Begins the week after which the account goes. Other devices are signed out; this one shows how to stay. */
export async function askForDeletion(
  ctx: UserContext,
  cookies: RequestJar,
  proof: IdentityProof,
): Promise<void> {
  requireManager(ctx);
  await requireIdentity(ctx, proof);
  const { user, viewer } = ctx;
  const requestedAt = await markDeletion(user.id);
  await forgetHousehold(user.id);
  if (!requestedAt) throw new AppError("CONFLICT", "accounts.errors.leavingAlready");
  await signOut(ctx, cookies, "others");
  const date = new Intl.DateTimeFormat(viewer.locale, { dateStyle: "long", timeZone: "UTC" });
  await sendNotice(user.email, viewer.locale, "deletionAsked", {
    link: `${env().SITE_URL}/keep-account`,
    values: { date: date.format(deletionDate(requestedAt)) },
  });
}

/** Staying takes nothing from anybody, so no password is asked for. */
export async function keepAccount(ctx: UserContext): Promise<void> {
  requireManager(ctx);
  const { user, viewer } = ctx;
  const wasLeaving = await unmarkDeletion(user.id);
  await forgetHousehold(user.id);
  if (!wasLeaving) throw new AppError("CONFLICT", "accounts.errors.notLeaving");
  await sendNotice(user.email, viewer.locale, "accountKept", { link: env().SITE_URL });
}
