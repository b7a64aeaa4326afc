import { letProcessEnd } from "@/lib/platform/cache/owed";
import { withRedis } from "@/lib/platform/redis";

export type CacheCounts = { hit: number; miss: number; stale: number };

const FLUSH_MS = 5_000;
const KEPT_SECONDS = 2 * 24 * 60 * 60;
const nothing = (): CacheCounts => ({ hit: 0, miss: 0, stale: 0 });

const total = nothing();
let waiting = nothing();
let isWaiting = false;

/** What this process has served since it began. */
export const cacheCounts = (): CacheCounts => ({ ...total });

/** What the page for staff shows: how reads ended in each hour (UTC), of all processes. */
export const cacheStatisticsKey = (at: Date) =>
  `stats:cache:${at.toISOString().slice(0, 13).replace(/[-T]/g, "")}`;

/** Counts in memory; Redis hears of it every few seconds, never with a read. */
export function countRead(outcome: keyof CacheCounts): void {
  total[outcome] += 1;
  waiting[outcome] += 1;
  if (isWaiting) return;
  isWaiting = true;
  letProcessEnd(setTimeout(flushCacheCounts, FLUSH_MS));
}

/** What Redis does not take is lost: it is a figure, not a record. */
export async function flushCacheCounts(): Promise<void> {
  const counts = waiting;
  waiting = nothing();
  isWaiting = false;
  const key = cacheStatisticsKey(new Date());
  await withRedis<unknown>(
    (client) => {
      const pipeline = client.pipeline();
      for (const [outcome, count] of Object.entries(counts))
        if (count > 0) pipeline.hincrby(key, outcome, count);
      return pipeline.expire(key, KEPT_SECONDS).exec();
    },
    () => null,
  );
}
