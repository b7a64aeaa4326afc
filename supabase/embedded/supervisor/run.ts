import { spawn } from "node:child_process";
import path from "node:path";
import { ROOT } from "./layout";
import { say } from "./say";

const running = new Set<() => void>();

/** Runs one program to its end; its words are shown live when `isShown`, else only after a failure. */
export async function run(
  name: string,
  command: string[],
  environment: NodeJS.ProcessEnv,
  isShown = false,
): Promise<void> {
  const [first = "", ...rest] = command;
  const args = first.startsWith("-") ? command : [path.resolve(ROOT, first), ...rest];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const kill = () => child.kill("SIGKILL");
  running.add(kill);
  const kept: string[] = [];
  const keep = (chunk: Buffer) => (isShown ? say.from(name, chunk.toString()) : kept.push(chunk.toString()));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const reason = await new Promise<string | number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(signal ?? code));
  });
  running.delete(kill);
  if (reason === 0) return;
  say.from(name, kept.join(""));
  throw new Error(`${name} failed (${reason})`);
}

/** Ends every program of `run` at once: nothing that it does is needed any more. */
export function abandonRuns(): void {
  for (const kill of running) kill();
}
