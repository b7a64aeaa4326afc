import { runBehind } from "@/lib/platform/cache/behind";
import { letProcessEnd } from "@/lib/platform/cache/owed";
import { IS_EDGE } from "@/lib/platform/env";
import { withRedis } from "@/lib/platform/redis";

/** What the status page for staff shows: requests by kind, reads through the cache, refusals by limit. */
export const TOPICS = ["requests", "cache", "limits"] as const;
export type Topic = (typeof TOPICS)[number];
export type Counts = Readonly<Record<string, number>>;

/** A bucket is that long, and as many make the span; what is older is forgotten soon after. */
export const SPANS = {
  hour: { bucketMs: 5 * 60_000, buckets: 12 },
  day: { bucketMs: 60 * 60_000, buckets: 24 },
} as const;
export type Span = keyof typeof SPANS;

export type Bucket = { from: Date } & Record<Topic, Counts>;

const FLUSH_MS = 10_000;
/** On the edge nothing outlives the answer unless told to, and that for a moment only. */
const FLUSH_ON_EDGE_MS = 1_000;

/** By topic and field. */
let waiting = new Map<string, number>();
let isWaiting = false;

/** stats:requests:day:2026-11-27T03:00Z holds what was counted from then on, of all processes. */
export function statisticsKey(topic: Topic, span: Span, at: Date): string {
  return `stats:${topic}:${span}:${startOf(span, at).toISOString().slice(0, 16)}Z`;
}

function startOf(span: Span, at: Date): Date {
  const { bucketMs } = SPANS[span];
  return new Date(Math.floor(at.getTime() / bucketMs) * bucketMs);
}

/** Counts in memory; Redis hears of it every few seconds in one call, long after the answer. */
export function count(topic: Topic, field: string): void {
  const name = `${topic} ${field}`;
  waiting.set(name, (waiting.get(name) ?? 0) + 1);
  if (isWaiting) return;
  isWaiting = true;
  const flushed = flushLater(IS_EDGE ? FLUSH_ON_EDGE_MS : FLUSH_MS);
  if (IS_EDGE) runBehind(flushed);
}

async function flushLater(milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => letProcessEnd(setTimeout(resolve, milliseconds)));
  await flushStatistics();
}

/** What Redis does not take is lost: these are figures, not records. */
export async function flushStatistics(): Promise<void> {
  const counts = [...waiting].map(([name, number]) => {
    const end = name.indexOf(" ");
    return { topic: name.slice(0, end) as Topic, field: name.slice(end + 1), number };
  });
  waiting = new Map();
  isWaiting = false;
  if (counts.length === 0) return;
  const now = new Date();
  await withRedis<unknown>(
    (client) => {
      const pipeline = client.pipeline();
      for (const span of Object.keys(SPANS) as Span[]) {
        for (const { topic, field, number } of counts)
          pipeline.hincrby(statisticsKey(topic, span, now), field, number);
        for (const topic of new Set(counts.map((counted) => counted.topic)))
          pipeline.expire(statisticsKey(topic, span, now), keptSeconds(span));
      }
      return pipeline.exec();
    },
    () => null,
  );
}

const keptSeconds = (span: Span) => (2 * SPANS[span].bucketMs * SPANS[span].buckets) / 1000;

/** The buckets of a span, oldest first, the last one not over yet; null where Redis does not answer. */
export function readStatistics(span: Span, now: Date): Promise<Bucket[] | null> {
  const { bucketMs, buckets } = SPANS[span];
  const starts = Array.from(
    { length: buckets },
    (_, index) => new Date(startOf(span, now).getTime() - (buckets - 1 - index) * bucketMs),
  );
  return withRedis<Bucket[] | null>(
    async (client) => {
      const pipeline = client.pipeline();
      for (const from of starts)
        for (const topic of TOPICS) pipeline.hgetall(statisticsKey(topic, span, from));
      const stored = await pipeline.exec<unknown[]>();
      return starts.map((from, index) => {
        const [requests, cache, limits] = stored.slice(index * TOPICS.length).map(toCounts);
        return { from, requests: requests ?? {}, cache: cache ?? {}, limits: limits ?? {} };
      });
    },
    () => null,
  );
}

/** Whatever is not a number is no count. */
function toCounts(stored: unknown): Counts {
  const entries = Object.entries(Object(stored)).map(([field, value]) => [field, Number(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => Number.isFinite(value)));
}
