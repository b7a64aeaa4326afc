import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readmeCommands } from "../../fixtures/readme";

const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** Which test runs each command of README, and words of that test that say so. */
const RUN_BY: Record<string, [file: string, words: string]> = {
  "git clone <this repository> cineverse && cd cineverse": ["tests/start/copy.ts", '"ls-files"'],
  "npm start": ["tests/start/kills.test.ts", "copy.start("],
  "npm run dev": ["tests/start/readme.test.ts", 'readmeCommand("npm run dev")'],
  "npm run stack": ["tests/start/readme.test.ts", 'readmeCommand("npm run stack")'],
  "npm run reset": ["tests/start/readme.test.ts", 'readmeCommand("npm run reset")'],
  'npm run ingest -- "My film.mkv" --title "My film" --year 2026': [
    "tests/api/platform/readme.test.ts",
    'readmeCommand("npm run ingest")',
  ],
  "npm run import -- titles.json": [
    "tests/api/platform/readme.test.ts",
    'readmeCommand("npm run import -- titles.json")',
  ],
  "npm run import -- tmdb": ["tests/api/platform/readme.test.ts", 'readmeCommand("npm run import -- tmdb")'],
  // The suites are what this very run consists of, so running them from within would only double it.
  "npm test": [".ci/run", "exec npm test"],
  "npm run verify": ["scripts/bootstrap.mjs", '["lint", "types", "unit"]'],
  // Takes minutes and asserts nothing; its parts run by themselves.
  "npm run bench": ["tests/bench/main.ts", "npm run bench"],
};

test("every command of README is run by a test, and no test keeps one that README has lost", () => {
  expect(readmeCommands().toSorted()).toEqual(Object.keys(RUN_BY).toSorted());
});

test.each(Object.entries(RUN_BY))("README's `%s` has its test where this list says", (_, [file, words]) => {
  expect(existsSync(path.join(ROOT, file))).toBe(true);
  expect(read(file)).toContain(words);
});

test("README's npm scripts exist", () => {
  const names = readmeCommands().flatMap((command) => /^npm (?:run )?([\w:-]+)/.exec(command)?.[1] ?? []);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !scripts[name])).toEqual([]);
});

test("README's links lead to files that exist", () => {
  const links = [...read("README.md").matchAll(/\]\(([^)#]+)/g)].map(([, target = ""]) => target);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((target) => !/^https?:/.test(target) && !existsSync(path.join(ROOT, target)))).toEqual(
    [],
  );
});
