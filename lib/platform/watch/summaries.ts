import { RATE_LIMITS, type RateLimitClass } from "@/lib/platform/rate-limits/classes";
import type { Bucket, Counts, Topic } from "@/lib/platform/statistics";
import { REQUEST_KINDS, type RequestKind } from "@/lib/platform/watch/kinds";
import { percentile } from "@/lib/platform/watch/latency";

/** Latencies are in milliseconds at these shares of the answers, null where there was none. */
export type RequestSummary = {
  /** Null for all kinds together. */
  kind: RequestKind | null;
  answers: number;
  /** Of status 4xx: asked wrongly, or refused. */
  refused: number;
  /** Of status 5xx. */
  failed: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
};

export type Bar = { from: Date; answers: number; failed: number };
export type CacheSummary = { kind: string; reads: number; hitRate: number; staleRate: number };
export type LimitSummary = { limit: RateLimitClass; refused: number };

export function addUp(buckets: readonly Bucket[], topic: Topic): Counts {
  const total: Record<string, number> = {};
  for (const bucket of buckets)
    for (const [field, number] of Object.entries(bucket[topic])) total[field] = (total[field] ?? 0) + number;
  return total;
}

/** All kinds together first, then each that was asked for, in the order of REQUEST_KINDS. */
export function summarizeRequests(counts: Counts): RequestSummary[] {
  const kinds = REQUEST_KINDS.map((kind) => summarize(counts, [kind], kind)).filter(
    ({ answers }) => answers > 0,
  );
  return [summarize(counts, REQUEST_KINDS, null), ...kinds];
}

function summarize(counts: Counts, kinds: readonly RequestKind[], kind: RequestKind | null): RequestSummary {
  const sum = (field: string) => kinds.reduce((total, name) => total + (counts[`${name}:${field}`] ?? 0), 0);
  const latencies = new Map<number, number>();
  for (const [field, number] of Object.entries(counts)) {
    const [, name, bucket] = /^(.+):le(\d+)$/.exec(field) ?? [];
    if (!kinds.some((known) => known === name)) continue;
    latencies.set(Number(bucket), (latencies.get(Number(bucket)) ?? 0) + number);
  }
  return {
    kind,
    answers: ["1", "2", "3", "4", "5"].reduce((total, digit) => total + sum(digit), 0),
    refused: sum("4"),
    failed: sum("5"),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
  };
}

export function toBars(buckets: readonly Bucket[]): Bar[] {
  return buckets.map(({ from, requests }) => {
    const { answers, failed } = summarize(requests, REQUEST_KINDS, null);
    return { from, answers, failed };
  });
}

/** Most read first. What is served stale counts as a hit: nobody waited for it. */
export function summarizeCache(counts: Counts): CacheSummary[] {
  const kinds = new Set(Object.keys(counts).map((field) => field.slice(0, field.lastIndexOf(":"))));
  return [...kinds]
    .map((kind) => {
      const of = (outcome: string) => counts[`${kind}:${outcome}`] ?? 0;
      const reads = of("hit") + of("stale") + of("miss");
      return { kind, reads, hitRate: (of("hit") + of("stale")) / reads, staleRate: of("stale") / reads };
    })
    .filter(({ reads }) => reads > 0)
    .toSorted((a, b) => b.reads - a.reads || a.kind.localeCompare(b.kind));
}

/** Every class, also those that nobody met. */
export function summarizeLimits(counts: Counts): LimitSummary[] {
  return (Object.keys(RATE_LIMITS) as RateLimitClass[]).map((limit) => ({
    limit,
    refused: counts[limit] ?? 0,
  }));
}
