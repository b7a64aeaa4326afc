import { z } from "zod";
import type { CronCounts, CronRun } from "@/lib/platform/crons/route";

const AT_ONCE = 5_000;
const countsSchema = z.record(z.string(), z.number());

/** Deletes rows whose time is over, a batch at a time until nothing is left or the time is up. */
export async function expireRows({ db, signal }: CronRun): Promise<CronCounts> {
  const total: CronCounts = {};
  while (!signal.aborted) {
    const { data, error } = await db.rpc("expire_rows", { at_once: AT_ONCE }).abortSignal(signal);
    if (error) throw error;
    const counts = countsSchema.parse(data);
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
    if (Object.values(counts).every((count) => count < AT_ONCE)) break;
  }
  return total;
}
