import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const OWN_STATE = /^(\.git|\.next|node_modules|\.data.*|test-results|playwright-report)$/;
const OF_THE_RUNNER =
  /^(npm_(lifecycle|package|command|execpath|node|config_(?!cache|registry))|VITEST|TEST$|NODE_ENV$)/;
const STOP_MS = 40_000;

export type RunRecord = { supervisor: number; port: number; services: Record<string, number> };

/** What git would give a stranger, plus what is not committed yet; without git, everything but state. */
function sourceFiles(): string[] {
  if (!existsSync(path.join(ROOT, ".git"))) return readdirSync(ROOT).filter((name) => !OWN_STATE.test(name));
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return listed.split("\0").filter((name) => name && existsSync(path.join(ROOT, name)));
}

export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

export async function until(
  what: string,
  limitMs: number,
  isTrue: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`after ${limitMs / 1000} s it is not so that ${what}`);
    await wait(50);
  }
}

/** A clone of this repository in an empty folder, with nothing installed. Its name is one that people give folders. */
export class Copy {
  readonly folder = mkdtempSync(path.join(tmpdir(), "cineverse thử nghiệm "));
  private child: ChildProcess | undefined;
  output = "";

  constructor(readonly port: number) {
    chmodSync(this.folder, 0o755);
    for (const name of sourceFiles()) {
      mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
      cpSync(path.join(ROOT, name), path.join(this.folder, name), { recursive: true });
    }
  }

  get dataFolder(): string {
    return path.join(this.folder, ".data");
  }

  get ports(): number[] {
    return [0, 1, 2, 3, 4, 5].map((offset) => this.port + offset);
  }

  get bootstrapPid(): number {
    return this.child?.pid ?? 0;
  }

  /** A stranger's environment: nothing of this test run shows through. */
  private environment(): NodeJS.ProcessEnv {
    const environment = { ...process.env };
    const example = readFileSync(path.join(ROOT, ".env.example"), "utf8");
    const ours = new Set([...example.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]));
    for (const name of Object.keys(environment)) {
      if (ours.has(name) || OF_THE_RUNNER.test(name)) delete environment[name];
    }
    return { ...environment, PORT: String(this.port) };
  }

  /** For programs that a test starts itself. */
  surroundings() {
    return { cwd: this.folder, env: this.environment() };
  }

  /** The packages of this repository as hard links: what an install ends in, at once. */
  borrowPackages(): void {
    const [from, to] = [path.join(ROOT, "node_modules"), path.join(this.folder, "node_modules")];
    if (spawnSync("cp", ["-al", from, to]).status !== 0)
      cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }

  replaceIn(name: string, before: string, after: string): void {
    const file = path.join(this.folder, name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(before, after));
  }

  start(mode: "start" | "stack" = "start", extra: Record<string, string> = {}): void {
    this.output = "";
    const child = spawn("node", ["scripts/bootstrap.mjs", mode], {
      cwd: this.folder,
      env: { ...this.environment(), ...extra },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (chunk: Buffer) => {
      this.output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    this.child = child;
  }

  /** A second start from the same folder that is expected to be refused. */
  attempt(extra: Record<string, string>): { code: number | null; output: string } {
    const options = { cwd: this.folder, env: { ...this.environment(), ...extra }, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync("node", ["scripts/bootstrap.mjs", "start"], options);
    return { code: status, output: stdout + stderr };
  }

  hasEnded(): boolean {
    return this.child?.exitCode !== null || this.child.signalCode !== null;
  }

  exitCode(): number | null {
    return this.child?.exitCode ?? null;
  }

  /** Waits for the last words of a start. */
  async untilServing(limitMs: number): Promise<void> {
    await until("it serves", limitMs, () => {
      if (this.hasEnded()) throw new Error(`it ended instead of serving:\n${this.output.slice(-4000)}`);
      return this.output.includes("Ctrl-C stops everything");
    }).catch((error: Error) => {
      throw new Error(`${error.message}\n${this.output.slice(-4000)}`);
    });
  }

  async stop(): Promise<void> {
    if (!this.child || this.hasEnded()) return;
    this.child.kill("SIGINT");
    await until("it stops", STOP_MS, () => this.hasEnded());
  }

  record(): RunRecord {
    return JSON.parse(readFileSync(path.join(this.dataFolder, "run.json"), "utf8"));
  }

  databaseUrl(): string {
    const file = readFileSync(path.join(this.dataFolder, "embedded.env"), "utf8");
    return /^DATABASE_URL="(.*)"$/m.exec(file)?.[1] ?? "";
  }

  /** The database server's id, or 0 while there is none. */
  postmaster(): number {
    const file = path.join(this.dataFolder, "postgres", "cluster", "postmaster.pid");
    return existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : 0;
  }

  async untilPortsFree(limitMs: number): Promise<void> {
    await until("every port is free", limitMs, async () => {
      const taken = await Promise.all(this.ports.map(isPortTaken));
      return !taken.includes(true);
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Ids of living processes whose command line names the folder. */
export function processesOf(folder: string): string[] {
  const listed = execFileSync("ps", ["-eo", "pid=,stat=,args="], {
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
    // In the C locale ps writes question marks for the accents of the folder, and nothing would ever be found.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  return listed.split("\n").filter((line) => line.includes(folder) && !/^\s*\d+\s+Z/.test(line));
}
