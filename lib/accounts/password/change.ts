import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import { requireManager } from "@/lib/accounts/guard";
import { sendPasswordNotice } from "@/lib/accounts/password/notice";
import { confirmUrl, EMAIL_PAGE } from "@/lib/accounts/session/links";
import { signOut } from "@/lib/accounts/session/sign-out";
import type { UserContext } from "@/lib/platform/auth/types";
import { invalid } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { createUserClient } from "@/lib/platform/supabase/server";

type PasswordChange = { currentPassword: string; newPassword: string };

/** Changes the password of who knows the current one, and signs every other device out. */
export async function changePassword(
  ctx: UserContext,
  cookies: RequestJar,
  change: PasswordChange,
): Promise<void> {
  requireManager(ctx);
  await requirePassword(ctx, change.currentPassword);
  const { error } = await ctx.db.auth.updateUser({ password: change.newPassword });
  if (authErrorCode(error) === "same_password")
    throw invalid({ newPassword: "accounts.problems.passwordSame" });
  if (authErrorCode(error) === "weak_password")
    throw invalid({ newPassword: "accounts.problems.passwordWeak" });
  if (error) throw fromAuth(error);
  await signOut(ctx, cookies, "others");
  await sendPasswordNotice(ctx);
}

/** Asks for a new address; nothing changes until the mailed links are followed. A taken address is not told apart. */
export async function changeEmail(
  ctx: UserContext,
  change: { email: string; currentPassword: string },
): Promise<void> {
  requireManager(ctx);
  await requirePassword(ctx, change.currentPassword);
  const { error } = await ctx.db.auth.updateUser(
    { email: change.email },
    { emailRedirectTo: confirmUrl(EMAIL_PAGE) },
  );
  if (error && authErrorCode(error) !== "email_exists") throw fromAuth(error);
}

/** Signs in beside the running session, into cookies that nobody keeps, and out again. */
async function requirePassword({ user }: UserContext, password: string): Promise<void> {
  const values = new Map<string, string>();
  const db = createUserClient({
    getAll: () => [...values].map(([name, value]) => ({ name, value })),
    set: (name, value) => void values.set(name, value),
  });
  const { error } = await db.auth.signInWithPassword({ email: user.email, password });
  if (authErrorCode(error) === "invalid_credentials")
    throw invalid({ currentPassword: "accounts.problems.passwordWrong" });
  if (error) throw fromAuth(error);
  await db.auth.signOut({ scope: "local" });
}
