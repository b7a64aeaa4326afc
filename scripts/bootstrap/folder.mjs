import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { EXIT, fail } from "./exit.mjs";

/** Made by every start; only a folder that carries one of these is ever removed. */
const OWN_FILES = ["secrets.json", "run.json", "keys.json", "test-state"];

/** Fails with a sentence when files cannot be made in the folder, also where root's permissions would say yes. */
export function requireWritable(folder, variable) {
  const probe = path.join(folder, `.write-test-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const advice = variable
      ? ` Set ${variable} to another folder.`
      : " Clone the repository where you may write.";
    fail(
      EXIT.readOnlyFolder,
      `The folder ${folder} cannot be written (${error.code ?? error.message}).${advice}`,
    );
  }
}

/** Fails with a sentence when the disk would be full half-way: what then breaks names anything but the disk. */
export function requireSpace(folder, megabytes, purpose) {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free >= megabytes) return;
  fail(
    EXIT.diskFull,
    `Only ${free} MB are free where ${folder} lies; ${purpose} needs about ${megabytes} MB. Make room, or use another disk.`,
  );
}

export function isOwnFolder(folder) {
  return OWN_FILES.some((name) => existsSync(path.join(folder, name)));
}

/** Removes a state folder, with the database that lives outside it when the folder was out of its reach. */
export function removeStateFolder(folder) {
  if (!existsSync(folder)) return false;
  if (readdirSync(folder).length > 0 && !isOwnFolder(folder)) {
    fail(EXIT.notOurFolder, `${folder} holds no CineVerse state, so nothing was removed.`);
  }
  const database = path.join(folder, "postgres");
  if (existsSync(database)) {
    const real = realpathSync(database);
    const isMade = path.basename(real).startsWith("cineverse-postgres-");
    if (isMade && path.dirname(real) === "/var/tmp" && os.platform() !== "win32") {
      rmSync(real, { recursive: true, force: true });
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return true;
}
