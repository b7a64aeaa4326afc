import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const recordSchema = z.object({
  supervisor: z.number().int(),
  /** Who typed the start; when that one is gone, the supervisor is about to end. */
  starter: z.number().int(),
  port: z.number().int(),
  services: z.record(z.string(), z.number().int()),
});

/** Which processes belong to a state folder: read by the start after a kill and by the tests of kills. */
export type RunRecord = z.infer<typeof recordSchema>;

function recordFile(dataFolder: string): string {
  return path.join(dataFolder, "run.json");
}

export function readRecord(dataFolder: string): RunRecord | undefined {
  if (!existsSync(recordFile(dataFolder))) return undefined;
  return recordSchema.safeParse(JSON.parse(readFileSync(recordFile(dataFolder), "utf8"))).data;
}

export function writeRecord(dataFolder: string, record: RunRecord): void {
  const file = recordFile(dataFolder);
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(record, null, 2));
  renameSync(`${file}.new`, file);
}

export function removeRecord(dataFolder: string): void {
  rmSync(recordFile(dataFolder), { force: true });
}
