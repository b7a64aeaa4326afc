import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import process from "node:process";

const OWNER = /^[0-9a-f-]{36}-(\d+)-/;

/** A folder for one attempt; its name says which process it belongs to. */
export async function makeWorkFolder(tempFolder: string, assetId: string = randomUUID()): Promise<string> {
  await mkdir(tempFolder, { recursive: true, mode: 0o700 });
  return mkdtemp(path.join(tempFolder, `${assetId}-${process.pid}-`));
}

/** The same while `work` lasts; whatever it left in there goes with it. */
export async function inWorkFolder<Result>(
  tempFolder: string,
  assetId: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await makeWorkFolder(tempFolder, assetId);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the folders of processes that are gone; call it before this process makes its own. */
export async function sweepWorkFolders(tempFolder: string): Promise<number> {
  const names = await readdir(tempFolder).catch(() => []);
  const stale = names.filter((name) => {
    const owner = Number(OWNER.exec(name)?.[1]);
    return Number.isInteger(owner) && (owner === process.pid || !isAlive(owner));
  });
  await Promise.all(stale.map((name) => rm(path.join(tempFolder, name), { recursive: true, force: true })));
  return stale.length;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
