import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const LOCK = path.resolve(import.meta.dirname, "../../../package-lock.json");

/** Whoever builds on us may do with these what they like, as long as they name the authors. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
  "Unlicense",
  "Zlib",
]);

type Exception = { packages: RegExp; licence: string | null; isForDevelopmentOnly?: true; reason: string };

/** `licence` is what the lock says; null where it says nothing. */
const EXCEPTIONS: Exception[] = [
  {
    packages: /^@img\/sharp-(libvips-|wasm32$|win32-)/,
    licence: "LGPL-3.0-or-later",
    reason: "libvips, which is linked dynamically and can be replaced",
  },
  {
    packages: /^caniuse-lite$/,
    licence: "CC-BY-4.0",
    reason: "a table of what browsers can do, read while the site is built",
  },
  {
    packages: /^(axe-core|@axe-core\/playwright)$/,
    licence: "MPL-2.0",
    isForDevelopmentOnly: true,
    reason: "checks pages in tests, unchanged, and is never shipped",
  },
  {
    packages: /^lightningcss(-[\w-]+)?$/,
    licence: "MPL-2.0",
    isForDevelopmentOnly: true,
    reason: "writes our style sheets while the site is built, unchanged, and is never shipped",
  },
  { packages: /^combine-errors$/, licence: null, reason: "its readme says MIT" },
  { packages: /^node-bin-/, licence: null, reason: "the binary of Node.js, which is MIT" },
];

type Locked = { license?: string; dev?: boolean };
type Package = { name: string; licence: string | null; isForDevelopment: boolean };

function readPackages(lock: string): Package[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, Locked> };
  return Object.entries(packages).flatMap(([place, { license, dev = false }]) =>
    place === ""
      ? []
      : [
          {
            name: place.split("node_modules/").at(-1) ?? "",
            licence: license ?? null,
            isForDevelopment: dev,
          },
        ],
  );
}

/** An SPDX expression without nested brackets: of OR one will do, of AND all must. */
function isAllowed(expression: string, more: string[] = []): boolean {
  const isKnown = (licence: string) => ALLOWED.has(licence) || more.includes(licence);
  return expression
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((alternative) => alternative.split(" AND ").every(isKnown));
}

function isExcepted({ name, licence, isForDevelopment }: Package, exception: Exception): boolean {
  if (!exception.packages.test(name) || (exception.isForDevelopmentOnly && !isForDevelopment)) return false;
  if (licence === null || exception.licence === null) return licence === exception.licence;
  return isAllowed(licence, [exception.licence]);
}

const findRefused = (packages: Package[]) =>
  packages
    .filter(({ licence }) => licence === null || !isAllowed(licence))
    .filter((one) => !EXCEPTIONS.some((exception) => isExcepted(one, exception)))
    .map(({ name, licence }) => `${name}: ${licence ?? "says nothing"}`);

const locked = readPackages(readFileSync(LOCK, "utf8"));

describe("whatever is installed", () => {
  test("has a licence that lets a company own the whole, or an exception that says why", () => {
    expect(locked.length).toBeGreaterThan(400);
    expect(findRefused(locked)).toEqual([]);
  });

  test("still needs every exception", () => {
    const needed = locked.filter(({ licence }) => licence === null || !isAllowed(licence));
    const idle = EXCEPTIONS.filter((exception) => !needed.some((one) => isExcepted(one, exception)));
    expect(idle.map(({ reason }) => reason)).toEqual([]);
  });
});

describe("a lock file", () => {
  const refusedOf = (packages: Record<string, Locked>) =>
    findRefused(readPackages(JSON.stringify({ packages: { "": { license: "UNLICENSED" }, ...packages } })));

  test.each([
    ["node_modules/free", "GPL-3.0-only"],
    ["node_modules/both", "MIT AND AGPL-3.0-only"],
    ["node_modules/neither", "(GPL-2.0-only OR AGPL-3.0-only)"],
    ["node_modules/own", "SEE LICENSE IN LICENSE"],
    ["node_modules/silent", undefined],
    ["node_modules/sharp/node_modules/libvips", "LGPL-3.0-or-later"],
    ["node_modules/@img/sharp-libvips-linux-x64", "GPL-3.0-only"],
    ["node_modules/axe-core", "MPL-2.0"],
  ])("is refused with %s under %s", (place, license) => {
    expect(refusedOf({ [place]: license ? { license } : {} })).toHaveLength(1);
  });

  test("is taken with a choice of licences of which one will do", () => {
    expect(refusedOf({ "node_modules/a": { license: "(GPL-3.0-only OR MIT)" } })).toEqual([]);
    expect(refusedOf({ "node_modules/a": { license: "Apache-2.0 AND MIT" } })).toEqual([]);
    expect(refusedOf({ "node_modules/axe-core": { license: "MPL-2.0", dev: true } })).toEqual([]);
  });
});
