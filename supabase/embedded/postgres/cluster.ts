import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Place } from "./place";

/** The embedded superuser; `postgres` is an ordinary role that owns the database, as on a hosted project. */
export const SUPERUSER = "supabase_admin";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  wal_level: "logical",
  max_wal_senders: "10",
  max_replication_slots: "10",
  max_slot_wal_keep_size: "512MB",
  max_connections: "100",
  shared_buffers: "128MB",
  max_wal_size: "1GB",
  random_page_cost: "1.1",
  jit: "off",
  shared_preload_libraries: "pg_stat_statements",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] %u@%d ",
};

function program(place: Place, name: string): string {
  return path.join(place.binFolder, process.platform === "win32" ? `${name}.exe` : name);
}

/** Characters are classified by the C library even under ICU, so a UTF-8 one is asked for by its local name. */
function characterLocale(): string[] {
  if (process.platform === "win32") return [];
  const known = execFileSync("locale", ["-a"], { encoding: "utf8" }).split("\n");
  const found = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"].find((name) => known.includes(name));
  return [`--locale=${found ?? "C"}`];
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: undefined, LC_MESSAGES: "C" };
}

/** Makes the cluster once, beside its place first: what a killed attempt left is thrown away. */
export async function createCluster(place: Place, password: string): Promise<void> {
  if (existsSync(place.clusterFolder)) return;
  const unfinished = path.join(place.homeFolder, "unfinished");
  const secret = path.join(tmpdir(), `cineverse-${process.pid}-${Date.now()}.password`);
  rmSync(unfinished, { recursive: true, force: true });
  // Made, never opened: somebody else may have put a link of this name there.
  writeFileSync(secret, password, { mode: 0o600, flag: "wx" });
  if (place.owner) chownSync(secret, place.owner.uid, place.owner.gid);
  try {
    await promisify(execFile)(
      program(place, "initdb"),
      [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        "--auth=scram-sha-256",
        `--pwfile=${secret}`,
        "--encoding=UTF8",
        "--locale-provider=icu",
        "--icu-locale=en-US",
        ...characterLocale(),
      ],
      { ...place.owner, cwd: place.homeFolder, env: environment() },
    );
    renameSync(unfinished, place.clusterFolder);
  } finally {
    rmSync(secret, { force: true });
  }
}

/** Starts the server and resolves at once; it accepts connections after its own recovery. */
export function startServer(place: Place, port: number, logFile: string): ChildProcess {
  const log = openSync(logFile, "a");
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return spawn(program(place, "postgres"), ["-D", place.clusterFolder, "-p", String(port), ...settings], {
    ...place.owner,
    cwd: place.homeFolder,
    env: environment(),
    stdio: ["ignore", log, log],
    detached: true,
  });
}
