import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { createConnection } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ROOT } from "./layout";
import { say } from "./say";

export type ServiceOptions = {
  name: string;
  /** Arguments for Node. */
  command: string[];
  environment: NodeJS.ProcessEnv;
  dataFolder: string;
  /** The port whose opening says that the service is ready. */
  port?: number;
  isLoud?: boolean;
  onPid: (name: string, pid: number | undefined) => void;
};

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
const HEALTHY_AFTER_MS = 30_000;
const STOP_MS = 14_000;

const TSX = ["--import", "tsx", "--conditions=react-server"];
// As a URL: in NODE_OPTIONS a folder's space would end the option.
const EXIT_WITH_PARENT_FILE = path.join(ROOT, "supabase", "embedded", "exit-with-parent.mjs");
const EXIT_WITH_PARENT = ["--import", pathToFileURL(EXIT_WITH_PARENT_FILE).href];

export function typescript(file: string, ...args: string[]): string[] {
  return [...TSX, path.join(ROOT, file), ...args];
}

/** For services: whatever they still have to say to a database that is gone, they end soon after their parent. */
export function endingWithParent(command: string[]): string[] {
  return [...EXIT_WITH_PARENT, ...command];
}

/** For programs that are not ours and would outlive their parent. */
export function foreignProgram(file: string, ...args: string[]): string[] {
  return [...EXIT_WITH_PARENT, path.join(ROOT, file), ...args];
}

export function isPortOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => resolve(false)).setTimeout(1000, () => socket.destroy());
    socket.once("connect", () => socket.destroy());
  });
}

/** One child process that is started again, with growing pauses, whenever it ends by itself. */
export class Service {
  private child: ChildProcess | undefined;
  private log: WriteStream | undefined;
  private isStopping = false;
  private pauseMs = FIRST_PAUSE_MS;
  private timer: NodeJS.Timeout | undefined;
  private ends = 0;

  constructor(private readonly options: ServiceOptions) {}

  get name(): string {
    return this.options.name;
  }

  start(): void {
    const { name, command, environment, onPid } = this.options;
    // A process group of its own, so that Ctrl-C reaches only the supervisor, which stops things in order.
    this.child = spawn(process.execPath, command, {
      cwd: ROOT,
      env: environment,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: process.platform !== "win32",
    });
    const startedAt = Date.now();
    this.child.stdout?.on("data", (chunk: Buffer) => this.keep(chunk, this.options.isLoud === true));
    this.child.stderr?.on("data", (chunk: Buffer) => this.keep(chunk, true));
    this.child.on("error", (error) => say.warn(`${name}: ${error.message}`));
    this.child.on("exit", (code, signal) => this.onEnd(signal ?? code, Date.now() - startedAt));
    onPid(name, this.child.pid);
  }

  /** Resolves when the port answers; throws when the process ends several times before that. */
  async untilReady(timeoutMs = 120_000): Promise<void> {
    const { name, port } = this.options;
    if (!port) return;
    const end = Date.now() + timeoutMs;
    while (!this.isStopping && !(await isPortOpen(port))) {
      this.throwIfFailing();
      if (Date.now() > end) throw new Error(`${name} does not answer on port ${port}; see ${this.logFile()}`);
      await wait(40);
    }
  }

  throwIfFailing(): void {
    if (this.ends < 4) return;
    throw new Error(`${this.name} ends as soon as it is started; see ${this.logFile()}`);
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    const child = this.child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGTERM");
      const hardStop = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await ended;
      clearTimeout(hardStop);
    }
    this.log?.end();
  }

  private onEnd(reason: string | number | null, livedMs: number): void {
    this.options.onPid(this.name, undefined);
    if (this.isStopping) return;
    this.ends += 1;
    this.pauseMs = livedMs > HEALTHY_AFTER_MS ? FIRST_PAUSE_MS : Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    say.warn(`${this.name} ended (${reason}); starting it again`);
    this.timer = setTimeout(() => this.start(), this.pauseMs);
  }

  private logFile(): string {
    return path.join(this.options.dataFolder, "logs", `${this.name}.log`);
  }

  private keep(chunk: Buffer, isShown: boolean): void {
    if (!this.log) {
      mkdirSync(path.dirname(this.logFile()), { recursive: true, mode: 0o700 });
      this.log = createWriteStream(this.logFile());
    }
    if (!this.log.writableEnded) this.log.write(chunk);
    if (isShown) say.from(this.name, chunk.toString());
  }
}
