import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commandOf, isAlive } from "../supervisor/processes";
import { clusterFolderIn } from "./place";

const FAST_SHUTDOWN_MS = 4_000;
const IMMEDIATE_SHUTDOWN_MS = 8_000;

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await wait(50);
  }
  return true;
}

function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** A killed server's own children may wait for each other forever, and no new server starts before they are gone. */
function killOrphans(clusterFolder: string): void {
  if (process.platform !== "linux") return;
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!pid || workingFolderOf(pid) !== clusterFolder) continue;
    if (commandOf(pid).startsWith("postgres:")) process.kill(pid, "SIGKILL");
  }
}

/**
 * Stops the server that a killed keeper left running on this folder, and removes a pid file without a server. The
 * server itself is never killed hard: an immediate shutdown also ends its children and loses nothing committed.
 */
export async function stopLeftoverServer(dataFolder: string): Promise<void> {
  const homeFolder = path.join(dataFolder, "postgres");
  if (!existsSync(homeFolder)) return;
  const clusterFolder = clusterFolderIn(realpathSync(homeFolder));
  const pidFile = path.join(clusterFolder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  const isServer = Number.isInteger(pid) && isAlive(pid) && commandOf(pid).includes(clusterFolder);
  if (isServer) {
    process.kill(pid, "SIGINT");
    if (!(await isGoneWithin(pid, FAST_SHUTDOWN_MS))) {
      process.kill(pid, "SIGQUIT");
      await isGoneWithin(pid, IMMEDIATE_SHUTDOWN_MS);
    }
  }
  if (!isServer || !isAlive(pid)) {
    killOrphans(clusterFolder);
    rmSync(pidFile, { force: true });
  }
}
