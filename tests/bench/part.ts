import { execFile } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { z } from "zod";
import type { PartReport } from "./figures";
import { type RunningCopy, withoutStack } from "./start";

const execute = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, "../..");
const LIMIT_MS = 10 * 60_000;

/** In the order in which they run: what measures the demo catalogue alone comes before it is drowned in others. */
export const PARTS = [
  "first-frame",
  "delivery",
  "cache",
  "gateway",
  "realtime",
  "pages",
  "search",
  "typing",
  "scripts",
  "vitals",
  "load",
] as const;
export type PartName = (typeof PARTS)[number];

/** Those that ask for more than the demo catalogue. */
export const NEED_SEED: readonly string[] = [
  "pages",
  "search",
  "typing",
  "scripts",
  "vitals",
  "load",
] satisfies PartName[];

const reportSchema = z.object({
  figures: z.unknown(),
  rows: z.array(z.tuple([z.string(), z.union([z.number(), z.string()]), z.string()])),
});

/** A part in a process of its own, against a running copy; its last line is its report. */
export async function runPart(copy: RunningCopy, name: PartName): Promise<PartReport> {
  return reportSchema.parse(JSON.parse(await runFile(copy, `${name}.ts`)));
}

/** Answers the last line of what one of these files prints. */
export async function runFile({ dataFolder }: RunningCopy, file: string): Promise<string> {
  const { stdout } = await execute(
    process.execPath,
    [path.join(ROOT, "scripts", "run.mjs"), `tests/bench/${file}`],
    {
      cwd: ROOT,
      env: { ...withoutStack(), CINEVERSE_DATA: dataFolder },
      timeout: LIMIT_MS,
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}
