import type { Locale } from "@/lib/i18n/config";
import { MESSAGES, type Messages } from "@/lib/i18n/messages";

/** The texts that client components of a part of the site may ask for; they are written into its pages. */
export function clientMessages(locale: Locale, ...domains: (keyof Messages)[]): Partial<Messages> {
  return Object.fromEntries(domains.map((domain) => [domain, MESSAGES[locale][domain]]));
}
