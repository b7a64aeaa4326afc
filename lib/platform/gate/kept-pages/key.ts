import type { NextRequest } from "next/server";
import { LOCALE_COOKIE, type Locale } from "@/lib/i18n/config";
import { countryOf } from "@/lib/platform/auth/country";
import { localeOf } from "@/lib/platform/gate/locale";
import { FLASH_COOKIE } from "@/lib/platform/http/forms";
import { THEME_COOKIE, type Theme, toTheme } from "@/lib/platform/theme";

/** Whatever a visitor's page depends on. Two requests with the same variant get the same bytes. */
export type Variant = {
  path: string;
  locale: Locale;
  theme: Theme;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  savesData: boolean;
};

/** Pages that are the same for every visitor who sees this variant. */
const KEPT = /^\/($|browse$|search$|coming-soon$|collections($|\/)|title\/|category\/|person\/)/;
const LONGEST_ADDRESS = 512;

/** Null for a request whose answer must be rendered for it alone. The caller must be a visitor. */
export function variantOf(request: NextRequest): Variant | null {
  const { pathname, search } = request.nextUrl;
  const { headers, cookies } = request;
  // What the framework fetches to move between pages, which it hides from its middleware, asks for no document.
  const isDocument = (headers.get("accept") ?? "").includes("text/html");
  const isPage = request.method === "GET" && KEPT.test(pathname) && isDocument;
  if (!isPage || cookies.has(FLASH_COOKIE)) return null;
  const path = pathname + search;
  if (path.length > LONGEST_ADDRESS) return null;
  return {
    path,
    locale: localeOf(request),
    theme: toTheme(cookies.get(THEME_COOKIE)?.value),
    country: countryOf(headers),
    savesData: headers.get("save-data") === "on",
  };
}

export function keyOf({ path, locale, theme, country, savesData }: Variant): string {
  return [locale, theme, country ?? "any", savesData ? "saves" : "spends", path].join(" ");
}

/** The headers of a request that is answered with this variant. */
export function headersOf({ locale, theme, savesData }: Variant): Record<string, string> {
  return {
    accept: "text/html",
    cookie: `${LOCALE_COOKIE}=${locale}; ${THEME_COOKIE}=${theme}`,
    ...(savesData && { "save-data": "on" }),
  };
}
