import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commandOf, isAlive } from "../supervisor/processes";
import { clusterFolderIn } from "./place";

const FAST_SHUTDOWN_MS = 10_000;

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await wait(50);
  }
  return true;
}

/** Stops the server that a killed keeper left running on this folder and removes a pid file without a server. */
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
      process.kill(pid, "SIGKILL");
      await isGoneWithin(pid, FAST_SHUTDOWN_MS);
    }
  }
  rmSync(pidFile, { force: true });
}
