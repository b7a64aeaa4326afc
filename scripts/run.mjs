// Runs one of our TypeScript programs, or a package's, with the environment of the stack of this state folder.
import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import {
  loadEnvironmentFile,
  loadOwnEnvironment,
  preferOwnPrograms,
  ROOT,
} from "./bootstrap/environment.mjs";
import { Failure } from "./bootstrap/exit.mjs";
import { install, ownNode } from "./bootstrap/install.mjs";

function commandLine([program, ...args]) {
  if (program.endsWith(".mjs")) return [path.resolve(ROOT, program), ...args];
  if (!/\.m?ts$/.test(program)) return [path.join(ROOT, "node_modules", ".bin", program), ...args];
  return ["--import", "tsx", "--conditions=react-server", path.resolve(ROOT, program), ...args];
}

async function main(args) {
  if (args.length === 0) {
    process.stderr.write("usage: node scripts/run.mjs <program.ts | package program> [arguments]\n");
    return 2;
  }
  loadOwnEnvironment();
  await install();
  preferOwnPrograms();
  if (!process.env.SUPABASE_URL) {
    const dataFolder = path.resolve(ROOT, process.env.CINEVERSE_DATA || ".data");
    loadEnvironmentFile(path.join(dataFolder, "embedded.env"));
  }
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
