import type { User } from "@supabase/supabase-js";
import { z } from "zod";
import { fromReturn } from "@/lib/accounts/auth-errors";
import { issueRecoveryCookie } from "@/lib/accounts/password/recovery-cookie";
import type { CodeEntry, Confirmation } from "@/lib/accounts/schema";
import { hasSecondStep } from "@/lib/accounts/second-step/half-way";
import { enterAfterFirstStep, type Surroundings } from "@/lib/accounts/session/enter";
import { EMAIL_PAGE, RESET_PAGE } from "@/lib/accounts/session/links";
import type { MessageKey } from "@/lib/i18n/messages";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { AppError, invalid } from "@/lib/platform/errors";

type Confirmed = { path: string; notice?: MessageKey };
type Opened = { user: User; isRecovery: boolean };

/** Follows a mailed link or the return from an OAuth provider; answers with the path to go on to. */
export async function confirmByLink(
  ctx: AudienceContext,
  confirmation: Confirmation,
  surroundings: Surroundings,
): Promise<Confirmed> {
  const opened = await openLink(ctx, confirmation);
  if (!opened) {
    return { path: ctx.user ? EMAIL_PAGE : "/sign-in", notice: "accounts.notices.linkHalfWay" };
  }
  const before = ctx.user?.email;
  const path = await goOn(ctx, opened, confirmation.next, surroundings);
  const { user } = opened;
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
  return goOn(ctx, { user: data.session.user, isRecovery }, next, surroundings);
}

/** A password is set after the second step, too: Auth takes it from no session below. */
async function goOn(
  { db }: AudienceContext,
  { user, isRecovery }: Opened,
  next: string | undefined,
  surroundings: Surroundings,
): Promise<string> {
  if (!isRecovery) return enterAfterFirstStep(db, user, surroundings, next);
  await issueRecoveryCookie(surroundings.cookies, user.id);
  const path = await enterAfterFirstStep(db, user, surroundings, RESET_PAGE);
  return hasSecondStep(user) ? path : RESET_PAGE;
}

/** A change of address takes two links, one to each; after the first there is no session yet. */
async function openLink({ db }: AudienceContext, confirmation: Confirmation): Promise<Opened | null> {
  const { token_hash, type, code, message, error, error_code } = confirmation;
  if (error) throw fromReturn(error, error_code);
  if (token_hash && type) {
    const { data, error: refusal } = await db.auth.verifyOtp({ token_hash, type });
    if (refusal) throw new AppError("INVALID", "accounts.errors.linkExpired", { cause: refusal });
    return data.session ? { user: data.session.user, isRecovery: type === "recovery" } : null;
  }
  if (code) {
    const { data, error: refusal } = await db.auth.exchangeCodeForSession(code);
    if (refusal) throw new AppError("INVALID", "accounts.errors.linkElsewhere", { cause: refusal });
    const { redirectType } = exchanged.parse(data);
    return { user: data.user, isRecovery: redirectType?.toLowerCase().includes("recovery") ?? false };
  }
  if (message) return null;
  throw new AppError("INVALID", "accounts.errors.linkExpired");
}

/** The library returns what the link was for beside the session, but does not declare it. */
const exchanged = z.object({ redirectType: z.string().nullish() });
