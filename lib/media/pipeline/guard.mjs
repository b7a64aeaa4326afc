// Runs one command and dies with whoever started it: when the parent is killed (even by SIGKILL) the IPC channel
// closes and the command is killed too, so that no encoder goes on for nobody.
import { spawn } from "node:child_process";
import os from "node:os";
import process from "node:process";

const BACKGROUND_PRIORITY = 10;
const [command, ...args] = process.argv.slice(2);
// An encoder needs no keys, so it gets nothing else of our environment.
const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
const env = { PATH, HOME, TMPDIR, SystemRoot, LC_ALL: "C.UTF-8" };
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env });

child.on("spawn", () => {
  try {
    os.setPriority(child.pid, BACKGROUND_PRIORITY);
  } catch {
    // Politeness only; some systems refuse it.
  }
});
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));
process.on("disconnect", () => child.kill("SIGKILL"));
process.on("SIGTERM", () => child.kill("SIGKILL"));
process.on("SIGINT", () => {});
