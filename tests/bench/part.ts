import { execFile } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { z } from "zod";
import { type RunningCopy, withoutStack } from "./start";

const execute = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, "../..");

const pagesSchema = z.object({
  titles: z.number(),
  runs: z.number(),
  pages: z.array(
    z.object({
      path: z.string(),
      coldMs: z.number(),
      medianMs: z.number(),
      p95Ms: z.number(),
      kilobytes: z.number(),
    }),
  ),
});
const loadSchema = z.object({
  perSecond: z.number(),
  medianMs: z.number(),
  p99Ms: z.number(),
  failed: z.number(),
});
const gatewaySchema = z.object({
  connections: z.number(),
  select: loadSchema,
  selectWithEmbed: loadSchema,
  getUser: loadSchema,
  getClaims: z.object({ perSecond: z.number(), eachMs: z.number() }),
});
const realtimeSchema = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      subscribers: z.number(),
      changesPerSecond: z.number(),
      deliveriesPerSecond: z.number(),
      latencyMs: z.object({ p50: z.number(), p95: z.number() }),
    }),
  ),
});

/** The benches that also run alone, each in a process of its own, against a running copy; one after the other. */
export async function benchParts(copy: RunningCopy) {
  return {
    pages: await runPart(copy, "pages.ts", pagesSchema),
    gateway: await runPart(copy, "gateway.ts", gatewaySchema),
    realtime: await runPart(copy, "realtime.ts", realtimeSchema),
  };
}

async function runPart<Schema extends z.ZodType>(
  { dataFolder }: RunningCopy,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { stdout } = await execute(
    process.execPath,
    [path.join(ROOT, "scripts", "run.mjs"), `tests/bench/${file}`],
    { cwd: ROOT, env: { ...withoutStack(), CINEVERSE_DATA: dataFolder } },
  );
  return schema.parse(JSON.parse(stdout.slice(stdout.indexOf("{"))));
}
