import { canManageHousehold } from "@/lib/accounts/policy";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";

/** Every write to the account itself starts here: a child's viewer shares the account but not its settings. */
export function requireManager({ viewer }: Pick<AudienceContext, "viewer">): void {
  if (!canManageHousehold(viewer)) throw new AppError("FORBIDDEN", "accounts.errors.notForKids");
}
