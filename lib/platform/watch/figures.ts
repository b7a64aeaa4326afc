import { letProcessEnd } from "@/lib/platform/cache/owed";
import { withRedis } from "@/lib/platform/redis";
import type { RequestKind } from "@/lib/platform/watch/kinds";
import { bucketOf } from "@/lib/platform/watch/latency";

const FLUSH_MS = 5_000;
const HOUR_SECONDS = 60 * 60;
const KEPT = { minute: 2 * HOUR_SECONDS, hour: 48 * HOUR_SECONDS } as const;
const LENGTH = { minute: 16, hour: 13 } as const;

/** Fields: `{kind}:{first digit of the status}` and `{kind}:le{bucket}`, each a number of answers. */
let waiting = new Map<string, number>();
let isWaiting = false;

/** Where the figures of a minute or an hour (UTC) are: stats:requests:202611270310 or stats:requests:2026112703. */
export function requestsKey(at: Date, span: keyof typeof KEPT): string {
  return `stats:requests:${at.toISOString().slice(0, LENGTH[span]).replace(/[-T:]/g, "")}`;
}

/** Counts in memory; Redis hears of it every few seconds in one call, long after the answer. */
export function countAnswer(kind: RequestKind, status: number, milliseconds: number): void {
  add(`${kind}:${Math.floor(status / 100)}`);
  add(`${kind}:le${bucketOf(milliseconds)}`);
  if (isWaiting) return;
  isWaiting = true;
  letProcessEnd(setTimeout(flushAnswers, FLUSH_MS));
}

function add(field: string): void {
  waiting.set(field, (waiting.get(field) ?? 0) + 1);
}

/** What Redis does not take is lost: it is a figure, not a record. */
export async function flushAnswers(): Promise<void> {
  const counts = waiting;
  waiting = new Map();
  isWaiting = false;
  if (counts.size === 0) return;
  const now = new Date();
  await withRedis<unknown>(
    (client) => {
      const pipeline = client.pipeline();
      for (const span of ["minute", "hour"] as const) {
        const key = requestsKey(now, span);
        for (const [field, count] of counts) pipeline.hincrby(key, field, count);
        pipeline.expire(key, KEPT[span]);
      }
      return pipeline.exec();
    },
    () => null,
  );
}
