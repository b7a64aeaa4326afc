import { type IdentityProof, requireIdentity } from "@/lib/accounts/identity/confirm";
import { removePin } from "@/lib/accounts/vault";
import { requireEditableViewer, requireHouseholdViewer } from "@/lib/accounts/viewers/manage";
import { noteWrongPin } from "@/lib/accounts/viewers/pin-notice";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { UserContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest, invalid } from "@/lib/platform/errors";
import { supabaseNow } from "@/lib/platform/supabase/clock";

/** Raised by the database while a PIN is locked after five wrong ones; the detail is until when. */
const LOCKED = "CV002";

function fromPin(error: { code: string; details?: string | null }): AppError {
  if (error.code !== LOCKED) return fromPostgrest(error);
  const milliseconds = Date.parse(error.details ?? "") - supabaseNow();
  const minutes = Number.isFinite(milliseconds) ? Math.max(1, Math.ceil(milliseconds / 60_000)) : 15;
  return new AppError("TOO_MANY_REQUESTS", "accounts.errors.pinLocked", {
    values: { minutes },
    headers: { "retry-after": String(minutes * 60) },
  });
}

/** What was given is wrong: that may have locked the PIN, of which the owner hears. */
async function refuse(
  ctx: UserContext,
  viewerId: string,
  problem: Parameters<typeof invalid>[0],
): Promise<never> {
  await noteWrongPin(ctx, viewerId);
  throw invalid(problem);
}

/** Throws unless this is the viewer's PIN; the database counts the wrong ones. */
export async function requirePin(ctx: UserContext, viewerId: string, pin: string | undefined): Promise<void> {
  const { data, error } = await ctx.db.rpc("check_viewer_pin", { p_viewer: viewerId, p_pin: pin ?? "" });
  if (error) throw fromPin(error);
  if (!data) await refuse(ctx, viewerId, { pin: "accounts.problems.pinWrong" });
}

/** Sets, changes or (null) removes a PIN; whoever changes one knows it. */
export async function setPin(
  ctx: UserContext,
  viewerId: string,
  { pin, currentPin }: { pin: string | null; currentPin?: string | undefined },
): Promise<void> {
  requireEditableViewer(ctx, viewerId);
  const { data, error } = await ctx.db.rpc("set_viewer_pin", {
    p_viewer: viewerId,
    ...(pin !== null && { p_pin: pin }),
    ...(currentPin && { p_current_pin: currentPin }),
  });
  if (error) throw fromPin(error);
  if (!data) await refuse(ctx, viewerId, { currentPin: "accounts.problems.pinWrong" });
  await forgetHousehold(ctx.user.id);
}

/** Takes a forgotten PIN away from who proves to own the account. */
export async function forgetPin(ctx: UserContext, viewerId: string, proof: IdentityProof): Promise<void> {
  requireHouseholdViewer(ctx, viewerId);
  if (proof.code) {
    await requireIdentity(ctx, proof);
    await removePin({ userId: ctx.user.id, viewerId });
  } else {
    const password = proof.password ?? "";
    const { data, error } = await ctx.db.rpc("forget_viewer_pin", {
      p_viewer: viewerId,
      p_password: password,
    });
    if (error) throw fromPin(error);
    if (!data) await refuse(ctx, viewerId, { password: "accounts.problems.passwordWrong" });
  }
  await forgetHousehold(ctx.user.id);
}
