import { safeNextPath } from "@/lib/platform/auth/gates";

/** Addresses that people type or know from elsewhere, and where those pages are here. */
const ALIASES: Record<string, string> = {
  "/login": "/sign-in",
  "/register": "/sign-up",
  "/profile": "/settings",
};
const TAKES_NEXT = new Set(["/sign-in", "/sign-up"]);

/** The address that the one asked for stands for; null where it stands for itself. */
export function resolveAlias(nextUrl: URL): URL | null {
  const target = ALIASES[nextUrl.pathname];
  const pathname = target ?? nextUrl.pathname;
  const wanted = nextUrl.searchParams.get("redirect");
  const isRenamed = wanted !== null && TAKES_NEXT.has(pathname);
  if (!target && !isRenamed) return null;
  const url = new URL(nextUrl);
  url.pathname = pathname;
  if (!isRenamed) return url;
  url.searchParams.delete("redirect");
  if (!url.searchParams.has("next")) url.searchParams.set("next", safeNextPath(wanted));
  return url;
}
