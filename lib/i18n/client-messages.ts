import type { Locale } from "@/lib/i18n/config";
import { MESSAGES, type Messages } from "@/lib/i18n/messages";

/** What only the server says. */
const SPOKEN_BY_SERVER: { [Domain in keyof Messages]?: (keyof Messages[Domain])[] } = {
  platform: ["errors", "status"],
  playback: ["errors"],
  catalogue: ["genreNames", "person", "search", "about", "collections", "reminder", "surprise"],
};

/** The texts that client components of a part of the site may ask for; they are written into its pages. */
export function clientMessages(locale: Locale, ...domains: (keyof Messages)[]): Partial<Messages> {
  return Object.fromEntries(
    domains.map((domain) => {
      const left: readonly string[] = SPOKEN_BY_SERVER[domain] ?? [];
      const parts = Object.entries(MESSAGES[locale][domain]).filter(([part]) => !left.includes(part));
      return [domain, Object.fromEntries(parts)];
    }),
  );
}
