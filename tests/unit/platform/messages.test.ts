import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/config";
import { MESSAGES } from "@/lib/i18n/messages";
import { collectUsedKeys } from "./used-message-keys";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const CODE = ["app", "components", "lib", "scripts"];

function flatten(tree: unknown, prefix = ""): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [name, value] of Object.entries(tree as Record<string, unknown>)) {
    if (typeof value === "string") leaves.set(prefix + name, value);
    else for (const [key, text] of flatten(value, `${prefix}${name}.`)) leaves.set(key, text);
  }
  return leaves;
}

function readSources(): string[] {
  return CODE.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
      .map((name) => readFileSync(path.join(ROOT, folder, name), "utf8")),
  );
}

/** The names in braces, and for plurals and selects their kind: what a caller has to give. */
function placeholders(text: string): string[] {
  const found = [...text.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g)]
    .filter(([, name]) => name !== undefined)
    .map(([, name, kind]) => (kind ? `${name}:${kind}` : String(name)));
  const plain = text.replace(/\b(?:zero|one|two|few|many|other|=\d+)\s*\{[^{}]*\}/g, "");
  return [...new Set(found.filter((entry) => entry.includes(":") || plain.includes(`{${entry}}`)))].sort();
}

const english = flatten(MESSAGES.en);
const others = LOCALES.filter((locale) => locale !== "en").map(
  (locale) => [locale, flatten(MESSAGES[locale])] as const,
);

describe("the words on screen", () => {
  test.each(others)("%s has every text that English has, and no other", (_, texts) => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test.each(others)("%s takes the same values in every text", (_, texts) => {
    const different = [...english]
      .map(([key, text]) => ({ key, english: placeholders(text), other: placeholders(texts.get(key) ?? "") }))
      .filter((entry) => JSON.stringify(entry.english) !== JSON.stringify(entry.other));
    expect(different).toEqual([]);
  });

  test("no text is empty", () => {
    const all = LOCALES.flatMap((locale) =>
      [...flatten(MESSAGES[locale])].map(([key, text]) => ({ locale, key, text })),
    );
    expect(all.filter(({ text }) => text.trim() === "")).toEqual([]);
  });

  test("every text that the code asks for exists", () => {
    const { exact } = collectUsedKeys(readSources());
    const namespaces = new Set(Object.keys(MESSAGES.en));
    const missing = [...exact].filter((key) => namespaces.has(key.split(".")[0] ?? "") && !english.has(key));
    expect(missing).toEqual([]);
  });

  test("every text is used somewhere", () => {
    const { exact, prefixes, loose } = collectUsedKeys(readSources());
    const unused = [...english.keys()].filter(
      (key) => !exact.has(key) && !loose.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});
