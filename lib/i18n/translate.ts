// Not from next-intl, which brings React along: jobs speak, too.
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/i18n/config";
import { MESSAGES, type MessageKey } from "@/lib/i18n/messages";

export type MessageValues = Record<string, string | number | Date>;

/** A text outside of React: error answers and mails. */
export function translate(locale: Locale, key: MessageKey, values: MessageValues = {}): string {
  const translator: unknown = createTranslator({ locale, messages: MESSAGES[locale], timeZone: "UTC" });
  return asPlainTranslator(translator)(key, values);
}

/** Zod messages and stored texts are plain strings until here; only known keys are shown to people. */
export function isMessageKey(value: string): value is MessageKey {
  let node: unknown = MESSAGES.en;
  for (const part of value.split(".")) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, part)) return false;
    node = (node as Record<string, unknown>)[part];
  }
  // The site's build keeps a text that takes values as a list of its parts.
  return typeof node === "string" || Array.isArray(node);
}

type PlainTranslator = (key: string, values: MessageValues) => string;

/** The library derives values from each literal key; a key held in a variable needs the plain signature. */
function asPlainTranslator(translator: unknown): PlainTranslator {
  return translator as PlainTranslator;
}
