import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { DEADLINES } from "@/lib/platform/deadlines";

const APP = path.resolve(import.meta.dirname, "../../../app");
const PRELOAD = path.resolve(import.meta.dirname, "../../../supabase/embedded/supervisor/bound-bodies.mjs");

/** It is loaded before anything of ours can be, so it repeats what the deadlines say. */
test("the server waits for a body as long as the deadlines say", () => {
  const source = readFileSync(PRELOAD, "utf8");
  const numbers = [...source.matchAll(/(?:milliseconds: |OTHER_MS = )([\d_]+)/g)].map(([, number = ""]) =>
    Number(number.replaceAll("_", "")),
  );
  const { upload, ...others } = DEADLINES;
  expect(numbers).toEqual([upload.bodyMs, Math.max(...Object.values(others).map(({ bodyMs }) => bodyMs))]);
});

/** Every other route's body is small: what is larger goes to Storage, and not through the site. */
test("every route that takes files has the time of one", () => {
  const source = readFileSync(PRELOAD, "utf8");
  const known = new RegExp(/UPLOAD = \{ path: \/(.+)\/, /.exec(source)?.[1] ?? "never");
  const routes = readdirSync(APP, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => file.endsWith("/route.ts"));
  const takesFiles = (file: string) =>
    readFileSync(path.join(APP, file), "utf8").includes('deadline: "upload"');
  const address = (file: string) => `/${path.posix.dirname(file).replace(/\[(\w+)\]/g, "$1")}`;
  const uploads = routes.filter(takesFiles).map(address);
  expect(uploads.length).toBeGreaterThan(0);
  expect(routes.map(address).filter((one) => known.test(one))).toEqual(uploads);
});
