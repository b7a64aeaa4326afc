import { expect, test } from "vitest";
import { BUCKETS, bucketOf, percentile } from "@/lib/platform/watch/latency";

function countsOf(latencies: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const latency of latencies) {
    const bucket = bucketOf(latency);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return counts;
}

test("an end belongs to its bucket, and what is beyond the last has one of its own", () => {
  expect([0, 5, 5.1, 10, 10_000, 10_001, 1e9].map(bucketOf)).toEqual([0, 0, 1, 1, 18, 19, 19]);
});

test("without an answer there is no percentile", () => {
  expect(percentile(new Map(), 0.5)).toBeNull();
  expect(percentile(new Map([[3, 0]]), 0.5)).toBeNull();
});

test("what is evenly spread is met exactly", () => {
  const latencies = Array.from({ length: 1_000 }, (_, index) => (index + 1) * 2);
  for (const share of [0.5, 0.75, 0.95, 0.99])
    expect(percentile(countsOf(latencies), share)).toBeCloseTo(share * 2_000, 6);
});

test("any other is within its bucket", () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const latencies = Array.from({ length: 5_000 }, () => 2 + 3_000 * random() ** 4);
  const sorted = latencies.toSorted((a, b) => a - b);
  for (const share of [0.1, 0.5, 0.9, 0.95, 0.99]) {
    const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    const bucket = bucketOf(exact);
    const found = percentile(countsOf(latencies), share) ?? 0;
    expect(found).toBeGreaterThanOrEqual(BUCKETS[bucket - 1] ?? 0);
    expect(found).toBeLessThanOrEqual(BUCKETS[bucket] ?? 0);
  }
});

test("beyond the last end it is that end, never more than was measured", () => {
  expect(percentile(new Map([[BUCKETS.length, 3]]), 0.99)).toBe(10_000);
});
