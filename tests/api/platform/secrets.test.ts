import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const NAMES = ["SUPABASE_SECRET_KEY", "COOKIE_SECRET", "UPSTASH_REDIS_REST_TOKEN", "DATABASE_URL"] as const;
const { SITE_URL = "", CINEVERSE_DATA = "" } = process.env;

const secrets = NAMES.map((name) => ({ name, value: process.env[name] ?? "" }));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function leaks(text: string): string[] {
  return secrets.filter(({ value }) => text.includes(value)).map(({ name }) => name);
}

test("the secrets that are looked for are really set", () => {
  expect(secrets.filter(({ value }) => value.length < 16)).toEqual([]);
});

test("no file that browsers download holds a secret", () => {
  const files = filesBelow(path.join(ROOT, ".next", "static"));
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap((file) => leaks(readFileSync(file, "latin1")))).toEqual([]);
});

test.each(["/", "/browse", "/sign-in", "/settings", "/no-such-page"])(
  "the page %s holds no secret",
  async (page) => {
    const response = await fetch(`${SITE_URL}${page}`);
    expect(leaks(await response.text())).toEqual([]);
  },
);

test("no log holds a secret", () => {
  const files = filesBelow(path.join(path.resolve(ROOT, CINEVERSE_DATA), "logs"));
  expect(files.length).toBeGreaterThan(0);
  expect(
    files.flatMap((file) => leaks(readFileSync(file, "latin1")).map((name) => `${name} in ${file}`)),
  ).toEqual([]);
});

test
  .skipIf(process.platform === "win32")
  .each([
    ...["secrets.json", "keys.json", "embedded.env"],
    ...["mail", "logs", "storage/objects", "storage/incoming"],
  ])("nobody else on this machine opens %s", (name) => {
  const { mode } = statSync(path.join(path.resolve(ROOT, CINEVERSE_DATA), name));
  expect((mode & 0o077).toString(8)).toBe("0");
});
