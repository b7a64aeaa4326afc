import { fromAuth } from "@/lib/accounts/auth-errors";
import { requireManager } from "@/lib/accounts/guard";
import { findFactorId } from "@/lib/accounts/second-step/half-way";
import { sendSecondStepNotice } from "@/lib/accounts/second-step/notice";
import { requireTotp } from "@/lib/accounts/second-step/pass";
import { hashRecoveryCode, renewRecoveryCodes } from "@/lib/accounts/second-step/recovery-codes";
import { removeFactors, spendRecoveryCode, storeRecoveryCodes } from "@/lib/accounts/vault";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { UserContext } from "@/lib/platform/auth/types";
import { AppError, invalid } from "@/lib/platform/errors";
import { requireWithinLimit } from "@/lib/platform/rate-limits/count";

const TOTP = /^\d{6}$/;

/** Ten new recovery codes against a code of the device; the ones before are void. */
export async function replaceRecoveryCodes(
  ctx: UserContext,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  await requireTotp(ctx.db, await requireFactor(ctx), code);
  return { recoveryCodes: await renewRecoveryCodes(ctx.user.id) };
}

/** Takes the second step away against one more code, of the device or of the recovery codes. */
export async function removeSecondStep(ctx: UserContext, code: string): Promise<void> {
  const factorId = await requireFactor(ctx);
  if (TOTP.test(code)) {
    await requireTotp(ctx.db, factorId, code);
    const { error } = await ctx.db.auth.mfa.unenroll({ factorId });
    if (error) throw fromAuth(error);
  } else {
    if (!(await spendRecoveryCode(ctx.user.id, hashRecoveryCode(code))))
      throw invalid({ code: "accounts.problems.totpWrong" });
    await removeFactors(ctx.user.id);
  }
  await storeRecoveryCodes(ctx.user.id, []);
  await forgetHousehold(ctx.user.id);
  await sendSecondStepNotice(ctx, "removed");
}

async function requireFactor(ctx: UserContext): Promise<string> {
  requireManager(ctx);
  await requireWithinLimit("sign-in", `second-step:${ctx.user.id}`);
  const factorId = await findFactorId(ctx.db);
  if (!factorId) throw new AppError("NOT_FOUND", "accounts.errors.noSecondStep");
  return factorId;
}
