import type { Locale } from "@/lib/i18n/config";
import { MESSAGES } from "@/lib/i18n/messages";

/** What a genre or a category is called in a language; one that nobody translated keeps its own name. */
export function genreLabel(name: string, locale: Locale): string {
  const labels: Record<string, string> = MESSAGES[locale].catalogue.genreNames;
  const key = name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, "-");
  return Object.hasOwn(labels, key) ? (labels[key] ?? name) : name;
}
