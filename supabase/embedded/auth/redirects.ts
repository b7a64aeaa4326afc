import type { AuthSettings } from "./settings";

/** Where a link may lead: below SITE_URL's origin or to a listed pattern; anything else leads to SITE_URL. */
export function safeRedirect(wanted: string | null | undefined, settings: AuthSettings): string {
  if (!wanted) return settings.siteUrl;
  const url = URL.canParse(wanted) ? new URL(wanted) : null;
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return settings.siteUrl;
  // "https://site@evil.example" is read differently by different readers.
  if (url.username || url.password || wanted.includes("\\")) return settings.siteUrl;
  if (url.origin === new URL(settings.siteUrl).origin) return url.href;
  return settings.redirectPatterns.some((pattern) => matches(pattern, url.href))
    ? url.href
    : settings.siteUrl;
}

/** `*` is anything but `.` and `/`, `**` is anything, as in a hosted project's list. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === "**" ? ".*" : part === "*" ? "[^./]*" : part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
    )
    .join("");
  return new RegExp(`^${source}$`).test(text);
}

export function withQuery(address: string, parameters: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

export function withFragment(address: string, parameters: Record<string, string>): string {
  const url = new URL(address);
  url.hash = new URLSearchParams(parameters).toString();
  return url.href;
}
