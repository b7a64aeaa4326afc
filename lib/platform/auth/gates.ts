import type { Role } from "@/lib/platform/auth/household";

/** Which page was asked for, as the middleware tells layouts, which are not told. */
export const PATH_HEADER = "x-cineverse-path";

const SIGNED_IN = [
  "/settings",
  "/viewers",
  "/keep-account",
  "/watch",
  "/watchlist",
  "/favorites",
  "/ratings",
  "/history",
  "/hidden",
  "/notifications",
];

/** Desks, and whose they are. An admin may do what each of them may. */
const DESKS: Record<string, readonly Role[]> = {
  "/admin": ["moderator", "admin", "super_admin"],
  "/operator": ["operator", "admin", "super_admin"],
  "/creator": ["creator", "admin", "super_admin"],
};

const SIGNING_IN = [
  "/sign-in",
  "/sign-up",
  "/magic-link",
  "/check-mail",
  "/forgot-password",
  "/reset-password",
];

/** Pages on the way to a session, where one that does not count yet, or any more, is nothing to be told of. */
export function isForSigningIn(path: string | null): boolean {
  return SIGNING_IN.some(
    (page) => path === page || path?.startsWith(`${page}?`) || path?.startsWith(`${page}/`),
  );
}

/** Pages that somebody who is signed in has no use for. */
export function isForVisitors(pathname: string): boolean {
  return pathname === "/sign-in" || pathname === "/sign-up";
}

/** Who may see a desk; null for a page that is nobody's desk. */
export function rolesFor(pathname: string): readonly Role[] | null {
  const desk = Object.keys(DESKS).find((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
  return desk ? (DESKS[desk] ?? null) : null;
}

/** Pages that only somebody with an account can use. The pages check again; this only spares rendering them. */
export function needsSession(pathname: string): boolean {
  return SIGNED_IN.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

/** Where to go after signing in: only a path of ours, never another site's address. */
export function safeNextPath(next: unknown, fallback = "/"): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return fallback;
  const base = "http://own.invalid";
  if (!URL.canParse(next, base)) return fallback;
  const { origin, pathname, search, hash } = new URL(next, base);
  // "/..//evil.example" is ours until its dots are resolved.
  const isOurs = origin === base && !pathname.startsWith("//");
  return isOurs ? `${pathname}${search}${hash}` : fallback;
}
