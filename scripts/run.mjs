// Runs one of our TypeScript programs, or a package's, with the environment of the stack of this state folder.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import {
  loadEnvironmentFile,
  loadOwnEnvironment,
  preferOwnPrograms,
  ROOT,
} from "./bootstrap/environment.mjs";
import { EXIT, Failure, fail } from "./bootstrap/exit.mjs";
import { install, ownNode } from "./bootstrap/install.mjs";

const NEEDS_SERVICES = new Set([
  "scripts/cron.ts",
  "scripts/import.ts",
  "scripts/ingest.ts",
  "scripts/worker.ts",
  "supabase/seed/main.ts",
]);

function commandLine([program, ...args]) {
  if (program.endsWith(".mjs")) return [path.resolve(ROOT, program), ...args];
  if (!/\.m?ts$/.test(program)) return [path.join(ROOT, "node_modules", ".bin", program), ...args];
  return ["--import", "tsx", "--conditions=react-server", path.resolve(ROOT, program), ...args];
}

/** The addresses and keys of the stack of this state folder; without one some programs have nothing to work on. */
function loadStack([program, ...args]) {
  const dataFolder = path.resolve(ROOT, process.env.CINEVERSE_DATA || ".data");
  const file = path.join(dataFolder, "embedded.env");
  if (existsSync(file)) return loadEnvironmentFile(file);
  if (!NEEDS_SERVICES.has(program) || args.some((word) => word === "--help" || word === "-h")) return;
  fail(
    EXIT.notRunning,
    `Nothing has been started from ${dataFolder} yet: type npm start in another terminal first. (Hosted services are named in .env.local; .env.example explains how.)`,
  );
}

async function main(args) {
  if (args.length === 0) {
    process.stderr.write("usage: node scripts/run.mjs <program.ts | package program> [arguments]\n");
    return 2;
  }
  loadOwnEnvironment();
  await install();
  preferOwnPrograms();
  if (!process.env.SUPABASE_URL) loadStack(args);
  const child = spawn(ownNode(), commandLine(args), { stdio: "inherit", env: process.env });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(error.code);
}
