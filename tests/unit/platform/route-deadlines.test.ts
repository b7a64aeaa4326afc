import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const APP = path.resolve(import.meta.dirname, "../../../app");
/** What makes a route gives it its deadline (lib/platform/http/routes.ts, lib/platform/crons/route.ts). */
const BOUNDED = /= (?:publicRoute|userRoute|viewerRoute|staffRoute\([^)]*\)|cronRoute)\(/;

/** Routes that are made by hand, and what bounds each; tests/faults/deadlines.test.ts tries those that ask somebody. */
const BY_HAND: Record<string, string> = {
  "api/health/live/route.ts": "asks nobody",
  "api/health/ready/route.ts": "each question has two seconds",
  "artwork/[...path]/route.ts": "Storage has the deadline of a file",
  "avatars/[...path]/route.ts": "Storage has the deadline of a file",
  "robots.txt/route.ts": "asks nobody",
};

test("every route has a deadline, or a reason why it needs none", () => {
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => path.basename(file) === "route.ts");
  expect(files.length).toBeGreaterThan(50);
  const unbounded = files.filter((file) => !BOUNDED.test(readFileSync(path.join(APP, file), "utf8")));
  expect(unbounded.sort()).toEqual(Object.keys(BY_HAND).sort());
});
