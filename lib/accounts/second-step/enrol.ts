import { encode } from "uqr";
import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import { requireManager } from "@/lib/accounts/guard";
import { type IdentityProof, requireIdentity } from "@/lib/accounts/identity/confirm";
import { findFactorId } from "@/lib/accounts/second-step/half-way";
import { sendSecondStepNotice } from "@/lib/accounts/second-step/notice";
import { requireTotp } from "@/lib/accounts/second-step/pass";
import { renewRecoveryCodes } from "@/lib/accounts/second-step/recovery-codes";
import { signOut } from "@/lib/accounts/session/sign-out";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { UserContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";

/** Whether this deployment's Auth server has it; on a hosted project only the deployer knows. */
export function offersSecondStep(): boolean {
  return env().TOTP_SIGN_IN;
}

export type Enrolment = {
  factorId: string;
  /** For whoever cannot scan: base32. */
  secret: string;
  /** The modules of the QR code as one path, in units of one module. */
  qr: { size: number; path: string };
};

/** A secret for an authenticator program, which is worth nothing until its first code has come back. */
export async function startEnrolment(ctx: UserContext, proof: IdentityProof): Promise<Enrolment> {
  requireManager(ctx);
  if (!offersSecondStep()) throw new AppError("NOT_FOUND", "accounts.errors.noSecondStepHere");
  await requireIdentity(ctx, proof);
  const { mfa } = ctx.db.auth;
  const { data: known, error: refusal } = await mfa.listFactors();
  if (refusal) throw fromAuth(refusal);
  if (known.totp.length > 0) throw new AppError("CONFLICT", "accounts.errors.secondStepThere");
  // What was begun before and never proved.
  for (const { id, status } of known.all) if (status === "unverified") await mfa.unenroll({ factorId: id });
  const { data, error } = await mfa.enroll({ factorType: "totp", issuer: "CineVerse" });
  if (authErrorCode(error) === "mfa_totp_enroll_not_enabled")
    throw new AppError("NOT_FOUND", "accounts.errors.noSecondStepHere");
  if (error) throw fromAuth(error);
  return { factorId: data.id, secret: data.totp.secret, qr: drawQr(data.totp.uri) };
}

/** The first code proves the device: from now on the account asks for one, and other sessions are over. */
export async function finishEnrolment(
  ctx: UserContext,
  cookies: RequestJar,
  { factorId, code }: { factorId: string; code: string },
): Promise<{ recoveryCodes: string[] }> {
  requireManager(ctx);
  // Of two enrolments at once the second finds that its factor is gone.
  if (await findFactorId(ctx.db)) throw new AppError("CONFLICT", "accounts.errors.secondStepThere");
  await requireTotp(ctx.db, factorId, code);
  await forgetHousehold(ctx.user.id);
  const recoveryCodes = await renewRecoveryCodes(ctx.user.id);
  await signOut(ctx, cookies, "others");
  await sendSecondStepNotice(ctx, "added");
  return { recoveryCodes };
}

function drawQr(text: string): Enrolment["qr"] {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { size, path };
}
