import { z } from "zod";
import { fromReturn } from "@/lib/accounts/auth-errors";
import { issueRecoveryCookie } from "@/lib/accounts/password/recovery-cookie";
import type { CodeEntry, Confirmation } from "@/lib/accounts/schema";
import { beginSession, pathAfterSignIn } from "@/lib/accounts/session/begin";
import { EMAIL_PAGE } from "@/lib/accounts/session/links";
import type { MessageKey } from "@/lib/i18n/messages";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { getSession } from "@/lib/platform/auth/session";
import type { AudienceContext, SessionUser } from "@/lib/platform/auth/types";
import { AppError, invalid } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";

type Surroundings = { cookies: RequestJar; headers: Headers };
type Confirmed = { path: string; notice?: MessageKey };
type Opened = "signed-in" | "recovery" | "half-way";

/** Follows a mailed link or the return from an OAuth provider; answers with the path to go on to. */
export async function confirmByLink(
  ctx: AudienceContext,
  confirmation: Confirmation,
  surroundings: Surroundings,
): Promise<Confirmed> {
  const opened = await openLink(ctx, confirmation);
  if (opened === "half-way") {
    return { path: ctx.user ? EMAIL_PAGE : "/sign-in", notice: "accounts.notices.linkHalfWay" };
  }
  const before = ctx.user?.email;
  const { path, user } = await goOn(ctx, opened === "recovery", confirmation.next, surroundings);
  const isChanged = before !== undefined && before !== user.email && ctx.user?.id === user.id;
  return { path, ...(isChanged && { notice: "accounts.notices.emailChanged" as const }) };
}

/** Where a link that does not work any more is spoken of: where its reader is, or where they may sign in. */
export function pathAfterFailure(ctx: AudienceContext, { next }: Confirmation): string {
  return ctx.user && next === EMAIL_PAGE ? EMAIL_PAGE : "/sign-in";
}

/** The same by the six digits of the mail, for whoever reads their mail on another device. */
export async function confirmByCode(
  ctx: AudienceContext,
  { code, reason, next }: CodeEntry,
  email: string,
  surroundings: Surroundings,
): Promise<string> {
  const isRecovery = reason === "reset";
  const { data, error } = await ctx.db.auth.verifyOtp({
    email,
    token: code,
    type: isRecovery ? "recovery" : "email",
  });
  if (error || !data.session) throw invalid({ code: "accounts.problems.codeWrong" });
  return (await goOn(ctx, isRecovery, next, surroundings)).path;
}

async function goOn(
  ctx: AudienceContext,
  isRecovery: boolean,
  next: string | undefined,
  { cookies, headers }: Surroundings,
): Promise<{ path: string; user: SessionUser }> {
  const user = await getSession(ctx.db, cookies);
  if (!user) throw new AppError("UNAUTHENTICATED", "platform.errors.unauthenticated");
  await forgetHousehold(user.id);
  const begun = await beginSession(ctx, user, { cookies, headers });
  if (!isRecovery) return { path: pathAfterSignIn(begun, safeNextPath(next)), user };
  await issueRecoveryCookie(cookies, user.id);
  return { path: "/reset-password", user };
}

/** A change of address takes two links, one to each; after the first there is no session yet. */
async function openLink({ db }: AudienceContext, confirmation: Confirmation): Promise<Opened> {
  const { token_hash, type, code, message, error, error_code } = confirmation;
  if (error) throw fromReturn(error, error_code);
  if (token_hash && type) {
    const { data, error: refusal } = await db.auth.verifyOtp({ token_hash, type });
    if (refusal) throw new AppError("INVALID", "accounts.errors.linkExpired", { cause: refusal });
    if (!data.session) return "half-way";
    return type === "recovery" ? "recovery" : "signed-in";
  }
  if (code) {
    const { data, error: refusal } = await db.auth.exchangeCodeForSession(code);
    if (refusal) throw new AppError("INVALID", "accounts.errors.linkElsewhere", { cause: refusal });
    const { redirectType } = exchanged.parse(data);
    return redirectType?.toLowerCase().includes("recovery") ? "recovery" : "signed-in";
  }
  if (message) return "half-way";
  throw new AppError("INVALID", "accounts.errors.linkExpired");
}

/** The library returns what the link was for beside the session, but does not declare it. */
const exchanged = z.object({ redirectType: z.string().nullish() });
