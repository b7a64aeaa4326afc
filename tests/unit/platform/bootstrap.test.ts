import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cineverse-words-"));
  writeFileSync(path.join(folder, "photo.jpg"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What somebody at a terminal gets, without a stack and without this run's settings. */
function type(args: string[], extra: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  const options = {
    cwd: ROOT,
    env: { PATH, HOME, NODE_ENV: "test", SUPABASE_URL: "", ...extra },
    encoding: "utf8",
  } as const;
  const { status, stderr } = spawnSync(process.execPath, args, options);
  return { code: status, words: stderr.trim() };
}

const cases: [string, string[], Record<string, string>, number, RegExp][] = [
  ["a port that is none", ["start"], { PORT: "abc" }, 26, /^PORT is abc, but must be a whole number/],
  ["the sandbox in production", ["start"], { CINEVERSE_PRODUCTION: "1" }, 30, /refused in production/],
  ["an unknown command", ["play"], {}, 2, /^usage: /],
  ["a word that start does not know", ["start", "3000"], {}, 2, /^usage: /],
  ["an unknown suite", ["test", "nonsense"], {}, 2, /^There is no suite "nonsense": lint, types/],
  ["a reset of somebody's pictures", ["reset"], { CINEVERSE_DATA: "FOLDER" }, 15, /so nothing was removed/],
];

test.each(cases)("%s is refused with a sentence and a code of its own", (_, args, extra, code, words) => {
  const settings = Object.fromEntries(
    Object.entries(extra).map(([name, value]) => [name, value.replace("FOLDER", folder)]),
  );
  const answer = type(["scripts/bootstrap.mjs", ...args], settings);
  expect(answer).toEqual({ code, words: expect.stringMatching(words) });
});

test.each([["--help"], ["start", "--help"], ["test", "-h"]])(
  "%s %s says what there is, and starts nothing",
  (...args) => {
    const { stdout, status } = spawnSync(process.execPath, ["scripts/bootstrap.mjs", ...args], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect([status, stdout.trim()]).toEqual([0, expect.stringMatching(/^usage: .*start \| dev/)]);
  },
);

test.each(["import", "ingest", "worker"])("`npm run %s` before any start says what to start", (name) => {
  const answer = type(["scripts/run.mjs", `scripts/${name}.ts`, "x"], { CINEVERSE_DATA: folder });
  expect(answer).toEqual({ code: 16, words: expect.stringContaining("type npm start in another terminal") });
});
