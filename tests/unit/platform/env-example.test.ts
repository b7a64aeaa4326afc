import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

/** Set by Node, Next.js or Vercel and never by a person. */
const NOT_OURS = new Set(["NODE_ENV", "VERCEL", "VERCEL_ENV", "VERCEL_URL"]);

test("every variable that the site reads is explained in .env.example", () => {
  const readBySite = [...read("lib/platform/env.ts").matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gm)].map(
    (match) => match[1],
  );
  const explained = [...read(".env.example").matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]);
  expect(readBySite.length).toBeGreaterThan(10);
  expect(readBySite.filter((name) => name && !NOT_OURS.has(name) && !explained.includes(name))).toEqual([]);
});

test(".env.example sets nothing by itself", () => {
  expect(read(".env.example")).not.toMatch(/^[^#\n]/m);
});
