import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { cached, cacheTags } from "@/lib/platform/cache";
import { redis } from "@/lib/platform/redis";
import {
  count,
  flushStatistics,
  readStatistics,
  SPANS,
  type Span,
  statisticsKey,
} from "@/lib/platform/statistics";

const HOUR_MS = 60 * 60_000;
const read = async (span: Span, now = new Date()) => (await readStatistics(span, now)) ?? [];
const sum = (buckets: Awaited<ReturnType<typeof read>>, field: string) =>
  buckets.reduce((total, { cache }) => total + (cache[field] ?? 0), 0);

test("reads through the cache are added up by kind and by how they ended", async () => {
  const kind = randomUUID();
  const reading = {
    key: `${kind}:${randomUUID()}`,
    tags: [cacheTags.viewer(randomUUID())],
    seconds: 60,
    schema: z.string(),
    load: async () => "value",
  };
  for (let times = 0; times < 5; times += 1) await cached(reading);
  const kept = await redis().get<{ freshUntil: number }>(reading.key);
  await redis().set(reading.key, { ...kept, freshUntil: Date.now() - 1 }, { ex: 60 });
  const works: Promise<unknown>[] = [];
  await cached({ ...reading, behind: (work) => works.push(work) });
  await Promise.all(works);
  await flushStatistics();
  for (const span of ["hour", "day"] as const) {
    const buckets = await read(span);
    const counted = ["miss", "hit", "stale"].map((outcome) => sum(buckets, `${kind}:${outcome}`));
    expect(counted).toEqual([1, 4, 1]);
  }
});

test("a span is its buckets, oldest first, the current one last; what came before is in none", async () => {
  const now = new Date("2026-03-01T10:07:30Z");
  const field = randomUUID();
  const moments = [
    "2026-03-01T09:09:59Z",
    "2026-03-01T09:10:00Z",
    "2026-03-01T10:04:59Z",
    "2026-03-01T10:05:00Z",
  ];
  for (const moment of moments) {
    const key = statisticsKey("cache", "hour", new Date(moment));
    await redis().hincrby(key, field, 1);
    await redis().expire(key, 60);
  }
  const buckets = await read("hour", now);
  expect(buckets.map(({ from }) => from.toISOString().slice(11, 16))).toEqual([
    "09:10",
    "09:15",
    "09:20",
    "09:25",
    "09:30",
    "09:35",
    "09:40",
    "09:45",
    "09:50",
    "09:55",
    "10:00",
    "10:05",
  ]);
  expect(buckets.map(({ cache }) => cache[field] ?? 0)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
});

test("many that count at once add up, and it is all forgotten in the end", async () => {
  const field = randomUUID();
  for (let times = 0; times < 300; times += 1) count("limits", field);
  await Promise.all([flushStatistics(), flushStatistics()]);
  count("limits", field);
  await flushStatistics();
  const numbers = (await read("day")).map(({ limits }) => limits[field] ?? 0);
  expect(numbers.reduce((total, number) => total + number, 0)).toBe(301);
  const seconds = await redis().ttl(statisticsKey("limits", "day", new Date()));
  expect(seconds).toBeGreaterThan((SPANS.day.buckets * HOUR_MS) / 1000);
  expect(seconds).toBeLessThanOrEqual((2 * SPANS.day.buckets * HOUR_MS) / 1000);
});

test("rubbish in place of a count is no count", async () => {
  const now = new Date("2026-03-02T10:07:30Z");
  await redis().hset(statisticsKey("requests", "hour", now), { good: 3, bad: "many" });
  await redis().expire(statisticsKey("requests", "hour", now), 60);
  expect((await read("hour", now)).at(-1)?.requests).toEqual({ good: 3 });
});
