import { fromAuth } from "@/lib/accounts/auth-errors";
import { sendPasswordNotice } from "@/lib/accounts/password/notice";
import { clearRecoveryCookie, hasRecoveryCookie } from "@/lib/accounts/password/recovery-cookie";
import { signOut } from "@/lib/accounts/session/sign-out";
import type { UserContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";

/** Sets a new password after a mailed link, and signs every other device out. */
export async function resetPassword(ctx: UserContext, cookies: RequestJar, password: string): Promise<void> {
  if (!(await hasRecoveryCookie(cookies, ctx.user.id)))
    throw new AppError("FORBIDDEN", "accounts.errors.linkExpired");
  const { error } = await ctx.db.auth.updateUser({ password });
  if (error) throw fromAuth(error);
  clearRecoveryCookie(cookies);
  await signOut(ctx, cookies, "others");
  await sendPasswordNotice(ctx);
}
