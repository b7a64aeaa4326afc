import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ROOT } from "./environment.mjs";
import { EXIT, fail } from "./exit.mjs";
import { ownNode } from "./install.mjs";

const ALREADY_RUNNING = 3;
const STOP_MS = 30_000;
const PARENT_CHECK_MS = 1000;

function tsx(file) {
  return ["--import", "tsx", path.join(ROOT, file)];
}

/** Clears what a killed run left in this state folder; answers the port of one that still runs there. */
export function clearLeftovers(dataFolder) {
  const hasRecord = existsSync(path.join(dataFolder, "run.json"));
  if (!hasRecord && !existsSync(path.join(dataFolder, "postgres", "cluster", "postmaster.pid")))
    return undefined;
  const result = spawnSync(ownNode(), tsx("supabase/embedded/leftovers.ts"), { cwd: ROOT, encoding: "utf8" });
  if (result.status === 0) return undefined;
  if (result.status !== ALREADY_RUNNING) throw new Error(result.stderr);
  const [pid, port] = result.stderr.trim().split(" ").map(Number);
  return { pid, port };
}

export function requireNotRunning(dataFolder) {
  const running = clearLeftovers(dataFolder);
  if (!running) return;
  fail(
    EXIT.alreadyRunning,
    `CineVerse already runs from ${dataFolder} (process ${running.pid}, http://localhost:${running.port}). For a second copy set PORT and CINEVERSE_DATA.`,
  );
}

/** Starts the supervisor; `ready` resolves when everything serves, `ended` with its exit code. */
export function startSupervisor(mode) {
  const child = spawn(ownNode(), [...tsx("supabase/embedded/main.ts"), mode], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (code, signal) => resolve(signal ? 1 : code));
  });
  const ready = new Promise((resolve) => {
    child.on("message", (message) => message === "ready" && resolve());
  });
  let isStopping = false;
  const stop = () => {
    if (!isStopping && child.connected) child.send("stop");
    isStopping = true;
    setTimeout(() => child.kill("SIGKILL"), STOP_MS).unref();
    return ended;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  stopWithNpm(stop);
  return { ready, ended, stop };
}

/** A killed npm tells nobody: its end shows only in this process having got another parent. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS).unref();
}
