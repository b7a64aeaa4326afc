export const THEMES = ["dark", "light", "system"] as const;
export type Theme = (typeof THEMES)[number];

export const DEFAULT_THEME: Theme = "dark";
export const THEME_COOKIE = "cineverse-theme";
export const THEME_COOKIE_SECONDS = 60 * 60 * 24 * 365;

export function toTheme(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? DEFAULT_THEME;
}
