// Runs one of our TypeScript programs with the environment of the stack that this folder's state belongs to.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const bundled = path.join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
const node = existsSync(bundled) ? bundled : process.execPath;

for (const name of [".env.local", ".env"]) {
  const file = path.join(root, name);
  if (existsSync(file)) process.loadEnvFile(file);
}
if (!process.env.SUPABASE_URL) {
  const file = path.join(path.resolve(root, process.env.CINEVERSE_DATA ?? ".data"), "embedded.env");
  if (existsSync(file)) process.loadEnvFile(file);
}

const [program, ...args] = process.argv.slice(2);
if (!program) {
  console.error("usage: node scripts/run.mjs <program.ts | package binary> [arguments]");
  process.exit(2);
}
const isFile = /\.m?ts$/.test(program);
const command = isFile
  ? [node, "--import", "tsx", "--conditions=react-server", path.resolve(root, program), ...args]
  : [node, path.join(root, "node_modules", ".bin", program), ...args];
const child = spawn(command[0], command.slice(1), { stdio: "inherit", env: process.env });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
