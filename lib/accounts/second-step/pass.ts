import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import { findHalfWay, type HalfWay } from "@/lib/accounts/second-step/half-way";
import { sendSecondStepNotice } from "@/lib/accounts/second-step/notice";
import { hashRecoveryCode } from "@/lib/accounts/second-step/recovery-codes";
import { enterSession, type Surroundings } from "@/lib/accounts/session/enter";
import { removeFactors, spendRecoveryCode, storeRecoveryCodes } from "@/lib/accounts/vault";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { AppError, invalid } from "@/lib/platform/errors";
import { requireWithinLimit } from "@/lib/platform/rate-limits/count";
import type { Db } from "@/lib/platform/supabase/server";

/** Goes from a session that counts nowhere to one that does; answers the path to go on to. */
export async function passSecondStep(
  { code, next }: { code: string; next?: string | undefined },
  surroundings: Surroundings,
): Promise<string> {
  const { db, factorId } = await requireHalfWay(surroundings);
  await requireTotp(db, factorId, code);
  return enterSession(db, surroundings, next);
}

/**
 * The same without the device. Auth lifts no session for a code of ours, so the code takes the second step away: the
 * password that came before it is enough again, the other codes are void, and the owner hears of it.
 */
export async function passByRecoveryCode(
  { viewer }: AudienceContext,
  { recoveryCode, next }: { recoveryCode: string; next?: string | undefined },
  surroundings: Surroundings,
): Promise<string> {
  const { db, user } = await requireHalfWay(surroundings);
  if (!(await spendRecoveryCode(user.id, hashRecoveryCode(recoveryCode))))
    throw invalid({ recoveryCode: "accounts.problems.recoveryCodeWrong" });
  await removeFactors(user.id);
  await storeRecoveryCodes(user.id, []);
  await forgetHousehold(user.id);
  await sendSecondStepNotice({ user, viewer }, "recovered");
  return enterSession(db, surroundings, next);
}

/** Guesses are counted by account, wherever they come from. */
async function requireHalfWay({ cookies }: Surroundings): Promise<HalfWay> {
  const halfWay = await findHalfWay(cookies);
  if (!halfWay) throw new AppError("UNAUTHENTICATED", "accounts.errors.signInAgain");
  await requireWithinLimit("sign-in", `second-step:${halfWay.user.id}`);
  return halfWay;
}

/** Throws unless this is the device's code of now; Auth lets each code count once. */
export async function requireTotp(db: Db, factorId: string, code: string): Promise<void> {
  const { error } = await db.auth.mfa.challengeAndVerify({ factorId, code });
  if (authErrorCode(error) === "mfa_verification_failed")
    throw invalid({ code: "accounts.problems.totpWrong" });
  if (error) throw fromAuth(error);
}
