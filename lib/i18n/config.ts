export const LOCALES = ["en", "vi"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";
export const LOCALE_COOKIE = "cineverse-locale";
export const LOCALE_COOKIE_SECONDS = 60 * 60 * 24 * 365;

/** The header that next-intl reads the locale from; our middleware sets it. */
export const LOCALE_HEADER = "x-next-intl-locale";

/** Each language by its own name, as people look for it in a menu. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", vi: "Tiếng Việt" };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The person's choice first, then what their browser prefers, by weight. */
export function chooseLocale(cookie: string | undefined | null, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const preferred = (acceptLanguage ?? "")
    .split(",")
    .map((part, position) => ({ ...parseLanguage(part), position }))
    .filter((language) => language.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position)
    .map((language) => language.tag)
    .find(isLocale);
  return preferred ?? DEFAULT_LOCALE;
}

function parseLanguage(part: string): { tag: string; weight: number } {
  const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
  const quality = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith("q="));
  const weight = quality ? Number(quality.slice(2)) : 1;
  return { tag: range.split("-")[0] ?? "", weight: Number.isFinite(weight) ? weight : 0 };
}
