import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import type { PartReport } from "./figures";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PORT = 4200;
const LIMIT_MS = 15 * 60_000;

export type RunningCopy = { siteUrl: string; dataFolder: string; stop: () => Promise<void> };

/**
 * Runs something beside a copy in a state folder of its own. Where asked, also the seconds from the command to the first
 * page, with an empty state folder and again with a full one; packages installed.
 */
export async function benchStart<Result>(
  isMeasured: boolean,
  withRunning: (copy: RunningCopy) => Promise<Result>,
): Promise<{ start: PartReport | null; result: Result }> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "cineverse-bench-data-"));
  let running = await startCopy(dataFolder);
  const coldSeconds = running.seconds;
  try {
    if (isMeasured) {
      await running.copy.stop();
      running = await startCopy(dataFolder);
    }
    const result = await withRunning(running.copy);
    return { start: isMeasured ? toReport(coldSeconds, running.seconds) : null, result };
  } finally {
    await running.copy.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function toReport(coldSeconds: number, warmSeconds: number): PartReport {
  return {
    figures: { coldSeconds, warmSeconds },
    rows: [
      ["first page, empty folder", coldSeconds, "s"],
      ["first page, second start", warmSeconds, "s"],
    ],
  };
}

async function startCopy(dataFolder: string): Promise<{ seconds: number; copy: RunningCopy }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["scripts/bootstrap.mjs", "start"], {
    cwd: ROOT,
    // The benches stand for a proxy: each request of theirs says from which address it comes.
    env: { ...withoutStack(), PORT: String(PORT), CINEVERSE_DATA: dataFolder, TRUSTED_PROXIES: "1" },
    stdio: "ignore",
  });
  const siteUrl = `http://localhost:${PORT}`;
  await firstPage(siteUrl, child);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return { seconds, copy: { siteUrl, dataFolder, stop: () => stop(child) } };
}

/** The bench's copy takes its services from its own folder, whatever stack this shell knows. */
export function withoutStack(): NodeJS.ProcessEnv {
  const stack = /^(SUPABASE_|UPSTASH_|DATABASE_URL|SITE_URL|SMTP_URL|MAIL_|COOKIE_SECRET|CINEVERSE_)/;
  const kept = Object.entries(process.env).filter(([name]) => !stack.test(name));
  // Next's types want NODE_ENV in every environment; a child's may do without, as ours does.
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}

async function firstPage(siteUrl: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`npm start ended with code ${child.exitCode}`);
    const response = await fetch(siteUrl, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (response?.ok) return;
    await wait(50);
  }
  throw new Error("no page within 15 minutes");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
}
