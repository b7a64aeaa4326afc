import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ROOT } from "./environment.mjs";
import { ownNode } from "./install.mjs";
import { bold, say } from "./say.mjs";

const module = (...parts) => path.join(ROOT, "node_modules", ...parts);
const BIOME = module("@biomejs", "biome", "bin", "biome");
const NEXT = module("next", "dist", "bin", "next");
const TSC = module("typescript", "bin", "tsc");
const VITEST = module("vitest", "vitest.mjs");
const PLAYWRIGHT = module("@playwright", "test", "cli.js");

const vitest = (project, needs = {}) => ({
  name: project,
  takesFilters: true,
  ...needs,
  commands: (report) => [
    [
      VITEST,
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
  ],
});

/** In the order in which they run: what fails fastest comes first. */
export const SUITES = [
  { name: "lint", commands: () => [[BIOME, "ci", "--error-on-warnings", "."]] },
  {
    name: "types",
    commands: () => [
      [NEXT, "typegen"],
      [TSC, "--noEmit"],
    ],
  },
  vitest("unit"),
  {
    name: "drift",
    needsStack: true,
    commands: () => [[path.join(ROOT, "scripts", "generate-types.mjs"), "--check"]],
  },
  vitest("database", { needsStack: true }),
  vitest("conformance", { needsStack: true }),
  vitest("api", { needsStack: true, needsSite: true, needsFfmpeg: true }),
  {
    name: "e2e",
    takesFilters: true,
    needsStack: true,
    needsSite: true,
    needsBrowser: true,
    needsFfmpeg: true,
    commands: () => [[PLAYWRIGHT, "test", "--reporter=list,json"]],
  },
  // After all others: it kills and stops the services that they need.
  vitest("faults", {
    needsStack: true,
    needsSite: true,
    needsBrowser: true,
    needsFfmpeg: true,
    wishesForFaketime: true,
  }),
  vitest("start"),
];

function runNode(args, environment) {
  return new Promise((resolve) => {
    const child = spawn(ownNode(), args, {
      cwd: ROOT,
      env: environment,
      stdio: ["ignore", "inherit", "inherit"],
    });
    // A signal to this process alone would leave the suite at work on a stack that is going away.
    const end = () => child.kill("SIGTERM");
    process.once("SIGTERM", end);
    const finish = (code) => {
      process.off("SIGTERM", end);
      resolve(code);
    };
    child.on("error", () => finish(1));
    child.on("exit", (code) => finish(code ?? 1));
  });
}

function countVitest({ numPassedTests = 0, numFailedTests = 0 }) {
  return { passed: numPassedTests, failed: numFailedTests };
}

function countPlaywright({ stats = {} }) {
  return { passed: (stats.expected ?? 0) + (stats.flaky ?? 0), failed: stats.unexpected ?? 0 };
}

function readCounts(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const result = JSON.parse(readFileSync(report, "utf8"));
  return result.stats ? countPlaywright(result) : countVitest(result);
}

/** Runs one suite; a suite that fails without naming a test, such as lint, counts as one failure. */
export async function runSuite(suite, reportFolder, extraArguments = []) {
  say(`\n${bold(suite.name)}`);
  mkdirSync(reportFolder, { recursive: true });
  const report = path.join(reportFolder, `${suite.name}.json`);
  rmSync(report, { force: true });
  const environment = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NEXT_TELEMETRY_DISABLED: "1" };
  let code = 0;
  const commands = suite.commands(report);
  for (const [index, command] of commands.entries()) {
    const isFiltered = suite.takesFilters && index === commands.length - 1;
    code ||= await runNode([...command, ...(isFiltered ? extraArguments : [])], environment);
  }
  const { passed, failed } = readCounts(report);
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), isOk: code === 0 && failed === 0 };
}
