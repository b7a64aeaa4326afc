import { authErrorCode, fromAuth } from "@/lib/accounts/auth-errors";
import { requireManager } from "@/lib/accounts/guard";
import { requirePassword } from "@/lib/accounts/identity/confirm";
import { sendPasswordNotice } from "@/lib/accounts/password/notice";
import { confirmUrl, EMAIL_PAGE } from "@/lib/accounts/session/links";
import { signOut } from "@/lib/accounts/session/sign-out";
import type { UserContext } from "@/lib/platform/auth/types";
import { invalid } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";

type PasswordChange = { currentPassword: string; newPassword: string };

/** Changes the password of who knows the current one, and signs every other device out. */
export async function changePassword(
  ctx: UserContext,
  cookies: RequestJar,
  change: PasswordChange,
): Promise<void> {
  requireManager(ctx);
  await requirePassword(ctx.user.email, change.currentPassword, "currentPassword");
  const { error } = await ctx.db.auth.updateUser({
    password: change.newPassword,
    current_password: change.currentPassword,
  });
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
  await requirePassword(ctx.user.email, change.currentPassword, "currentPassword");
  const { error } = await ctx.db.auth.updateUser(
    { email: change.email },
    { emailRedirectTo: confirmUrl(EMAIL_PAGE) },
  );
  if (error && authErrorCode(error) !== "email_exists") throw fromAuth(error);
}
