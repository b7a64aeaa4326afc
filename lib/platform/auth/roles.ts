import type { Role } from "@/lib/platform/auth/household";
import type { UserContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest } from "@/lib/platform/errors";

/** Asks the database, not the cache: a role that was taken away is gone at once. super_admin may do what admin may. */
export async function requireRole(ctx: UserContext, roles: readonly Role[]): Promise<UserContext> {
  const { data, error } = await ctx.db
    .from("user_accounts")
    .select("role")
    .eq("user_id", ctx.user.id)
    .maybeSingle();
  if (error) throw fromPostgrest(error);
  const role = data?.role;
  const isAllowed = roles.some(
    (allowed) => allowed === role || (allowed === "admin" && role === "super_admin"),
  );
  if (!isAllowed) throw new AppError("FORBIDDEN", "platform.errors.forbidden");
  return ctx;
}
