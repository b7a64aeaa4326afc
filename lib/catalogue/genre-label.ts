import type { Locale } from "@/lib/i18n/config";
import { MESSAGES } from "@/lib/i18n/messages";

/** What a genre or a category is called in a language; one that nobody translated keeps its own name. */
export function genreLabel(name: string, locale: Locale): string {
  const labels: Record<string, string> = MESSAGES[locale].catalogue.genreNames;
  const key = name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, "-");
  return Object.hasOwn(labels, key) ? (labels[key] ?? name) : name;
}

/** What is written under a category's name. Our own words are there in every language; a deployer's stay as they are. */
export function categoryText(slug: string, description: string | null, locale: Locale): string | null {
  const english: Record<string, string> = MESSAGES.en.catalogue.categoryTexts;
  const texts: Record<string, string> = MESSAGES[locale].catalogue.categoryTexts;
  const isOurs = Object.hasOwn(english, slug) && english[slug] === description;
  return isOurs ? (texts[slug] ?? description) : description;
}
