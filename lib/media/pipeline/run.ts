import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { MediaError } from "@/lib/media/errors";

export type RunOptions = {
  /** Outputs are named relative to it, so that no folder name is ever read as a pattern or an option. */
  cwd?: string;
  signal?: AbortSignal;
  /** Killed when nothing was printed for so long. */
  stallSeconds?: number;
  /** Killed after so long, whatever it prints. */
  limitSeconds?: number;
  onLine?: (line: string) => void;
};

export type RunResult = { stdout: string; stderr: string };

/** A command that ended badly; the pipeline turns it into a sentence where it knows one. */
export class CommandError extends Error {
  readonly stderr: string;
  constructor(command: string, code: number | null, stderr: string) {
    super(`${command} ended with ${code}: ${stderr.slice(-400)}`);
    this.name = "CommandError";
    this.stderr = stderr;
  }
}

const STDOUT_LIMIT = 32 * 1024 * 1024;
const STDERR_KEPT = 64 * 1024;
const GUARD = fileURLToPath(new URL("./guard.mjs", import.meta.url));

/** Runs a command without a shell, under the guard, with its time and its output bounded. */
export async function run(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  options.signal?.throwIfAborted();
  const child = startGuarded(command, args, options.cwd);
  let killedBecause: Error | undefined;
  const kill = (reason: Error) => {
    killedBecause ??= reason;
    child.kill("SIGTERM");
  };
  const touch = watch(options, kill);
  const output = collect(child, options.onLine, { touch, kill });
  const abort = () => kill(asError(options.signal?.reason));
  options.signal?.addEventListener("abort", abort, { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => {
    touch.stop();
    options.signal?.removeEventListener("abort", abort);
  });
  if (killedBecause) throw killedBecause;
  if (code !== 0) throw new CommandError(command, code, output.stderr);
  return output;
}

function startGuarded(command: string, args: string[], cwd: string | undefined): ChildProcess {
  return spawn(process.execPath, [GUARD, command, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

function collect(
  child: ChildProcess,
  onLine: RunOptions["onLine"],
  { touch, kill }: { touch: () => void; kill: (reason: Error) => void },
): RunResult {
  const output = { stdout: "", stderr: "" };
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    output.stderr = (output.stderr + chunk).slice(-STDERR_KEPT);
  });
  if (!child.stdout) return output;
  createInterface({ input: child.stdout }).on("line", (line) => {
    touch();
    if (onLine) onLine(line);
    else if (output.stdout.length < STDOUT_LIMIT) output.stdout += `${line}\n`;
    else kill(new MediaError("input", "This file describes itself at such length that it cannot be a film."));
  });
  return output;
}

function watch({ stallSeconds = 120, limitSeconds }: RunOptions, kill: (reason: Error) => void) {
  const stalled = new MediaError(
    "input",
    "This file cannot be read: nothing more came out of it. Try a fresh copy.",
  );
  const tooLong = new MediaError(
    "input",
    "This file takes far longer than its length allows. Try a fresh copy.",
  );
  let stall = setTimeout(kill, stallSeconds * 1000, stalled);
  const limit = limitSeconds ? setTimeout(kill, limitSeconds * 1000, tooLong) : undefined;
  const touch = () => {
    clearTimeout(stall);
    stall = setTimeout(kill, stallSeconds * 1000, stalled);
  };
  touch.stop = () => {
    clearTimeout(stall);
    clearTimeout(limit);
  };
  return touch;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new MediaError("stopped", "Stopped.");
}
