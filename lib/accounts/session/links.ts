import { safeNextPath } from "@/lib/platform/auth/gates";
import { env } from "@/lib/platform/env";

/** Where the address is changed, and where its links come back to. */
export const EMAIL_PAGE = "/settings/account";

/** Where a password is set after a mailed link. */
export const RESET_PAGE = "/reset-password";

/** Where a mailed link, or an OAuth provider, brings people back to. */
export function confirmUrl(next: string | undefined): string {
  const url = new URL("/auth/confirm", env().SITE_URL);
  const path = safeNextPath(next);
  if (path !== "/") url.searchParams.set("next", path);
  return url.href;
}
