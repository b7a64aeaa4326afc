import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import type { UserContext } from "@/lib/platform/auth/types";
import { fromPostgrest, invalid } from "@/lib/platform/errors";
import { requireWithinLimit } from "@/lib/platform/rate-limits/count";
import { createUserClient, type Db } from "@/lib/platform/supabase/server";

/** A password, or the digits of a mail that was asked for just now where the account has none. */
export type IdentityProof = { password?: string | undefined; code?: string | undefined };

export type AccountSecurity = { hasPassword: boolean; hasSecondStep: boolean; recoveryCodesLeft: number };

export async function getAccountSecurity({ db }: Pick<UserContext, "db">): Promise<AccountSecurity> {
  const { data, error } = await db.rpc("account_security").single();
  if (error) throw fromPostgrest(error);
  return {
    hasPassword: data.has_password,
    hasSecondStep: data.has_second_step,
    recoveryCodesLeft: data.recovery_codes_left,
  };
}

/** Mails the digits that stand for a password where an account has none. */
export async function mailIdentityCode({ user }: UserContext): Promise<void> {
  const { error } = await apart().auth.signInWithOtp({
    email: user.email,
    options: { shouldCreateUser: false },
  });
  if (error) throw fromAuth(error);
}

/** Throws unless whoever holds this session is the account's owner. Guesses are counted by account. */
export async function requireIdentity({ db, user }: UserContext, proof: IdentityProof): Promise<void> {
  await requireWithinLimit("sign-in", `identity:${user.id}`);
  const { hasPassword } = await getAccountSecurity({ db });
  if (hasPassword) return requirePassword(user.email, proof.password ?? "", "password");
  const { error } = await verifyMailed(user.email, proof.code ?? "");
  if (error) throw invalid({ code: "accounts.problems.codeWrong" });
}

/** Signs in beside the running session, into cookies that nobody keeps, and out again. */
export async function requirePassword(
  email: string,
  password: string,
  field: "password" | "currentPassword",
): Promise<void> {
  const db = apart();
  const { error } = await db.auth.signInWithPassword({ email, password });
  if (authErrorCode(error) === "invalid_credentials" || authErrorCode(error) === "validation_failed")
    throw invalid({ [field]: "accounts.problems.passwordWrong" });
  if (error) throw fromAuth(error);
  await db.auth.signOut({ scope: "local" });
}

async function verifyMailed(email: string, token: string) {
  const db = apart();
  const { error } = await db.auth.verifyOtp({ email, token, type: "email" });
  if (!error) await db.auth.signOut({ scope: "local" });
  return { error };
}

function apart(): Db {
  const values = new Map<string, string>();
  return createUserClient({
    getAll: () => [...values].map(([name, value]) => ({ name, value })),
    set: (name, value) => void values.set(name, value),
  });
}
