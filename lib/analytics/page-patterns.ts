/** Every page by its route, as the app folder has it; a test holds the two together. */
export const PAGE_PATTERNS = [
  "/",
  "/admin",
  "/admin/status",
  "/browse",
  "/category/[slug]",
  "/check-mail",
  "/collections",
  "/collections/[slug]",
  "/coming-soon",
  "/favorites",
  "/forgot-password",
  "/hidden",
  "/history",
  "/keep-account",
  "/magic-link",
  "/notifications",
  "/person/[slug]",
  "/ratings",
  "/reset-password",
  "/search",
  "/settings",
  "/settings/account",
  "/settings/playback",
  "/settings/security",
  "/settings/viewers",
  "/sign-in",
  "/sign-in/code",
  "/sign-up",
  "/suspended",
  "/title/[slug]",
  "/u/[username]",
  "/viewers",
  "/watch/[slug]/[[...episode]]",
  "/watchlist",
] as const;

const MATCHERS = PAGE_PATTERNS.map((pattern) => {
  const source = pattern.replaceAll(/\/\[\[\.\.\.\w+\]\]|\[\w+\]/g, (part) =>
    part.startsWith("/") ? "(?:/.+)?" : "[^/]+",
  );
  return { pattern, matcher: new RegExp(`^${source}/?$`) };
});

/** The route of an address, which is nobody's; null for an address that no page has. */
export function patternOf(pathname: string): string | null {
  return MATCHERS.find(({ matcher }) => matcher.test(pathname))?.pattern ?? null;
}
