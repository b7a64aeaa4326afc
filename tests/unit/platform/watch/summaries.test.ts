import { expect, test } from "vitest";
import type { Bucket } from "@/lib/platform/statistics";
import { bucketOf } from "@/lib/platform/watch/latency";
import {
  addUp,
  summarizeCache,
  summarizeLimits,
  summarizeRequests,
  toBars,
} from "@/lib/platform/watch/summaries";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 10, minute));
const bucket = (from: Date, parts: Partial<Omit<Bucket, "from">>): Bucket => ({
  from,
  requests: {},
  cache: {},
  limits: {},
  ...parts,
});

test("requests are summed up over the buckets, all kinds first and those without an answer left out", () => {
  const buckets = [
    bucket(at(0), { requests: { "page:2": 90, [`page:le${bucketOf(40)}`]: 90 } }),
    bucket(at(5), {
      requests: {
        "page:3": 5,
        "page:5": 5,
        [`page:le${bucketOf(700)}`]: 10,
        "sign-in:4": 3,
        [`sign-in:le${bucketOf(700)}`]: 3,
        "nonsense:2": 7,
      },
    }),
  ];
  const [all, pages, signIns, ...rest] = summarizeRequests(addUp(buckets, "requests"));
  expect(rest).toEqual([]);
  expect(all).toMatchObject({ kind: null, answers: 103, refused: 3, failed: 5 });
  expect(pages).toMatchObject({ kind: "page", answers: 100, refused: 0, failed: 5 });
  expect(signIns).toMatchObject({ kind: "sign-in", answers: 3, refused: 3, failed: 0 });
  // 90 of 100 lie between 30 and 50 ms, the rest between 500 and 750.
  expect(pages?.p50).toBeCloseTo(30 + (50 / 90) * 20);
  expect(pages?.p95).toBeCloseTo(500 + (5 / 10) * 250);
  expect(toBars(buckets)).toEqual([
    { from: at(0), answers: 90, failed: 0 },
    { from: at(5), answers: 13, failed: 5 },
  ]);
});

test("without an answer there is a summary, and nothing in it", () => {
  expect(summarizeRequests({})).toEqual([
    { kind: null, answers: 0, refused: 0, failed: 0, p50: null, p95: null, p99: null },
  ]);
});

test("what was served stale is a hit, and the kinds that were read most come first", () => {
  const counts = { "movie:hit": 6, "movie:stale": 2, "movie:miss": 2, "pages:hit": 50, "empty:hit": 0 };
  expect(summarizeCache(counts)).toEqual([
    { kind: "pages", reads: 50, hitRate: 1, staleRate: 0 },
    { kind: "movie", reads: 10, hitRate: 0.8, staleRate: 0.2 },
  ]);
});

test("every limit is named, also one that nobody met", () => {
  expect(summarizeLimits({ search: 4 })).toEqual([
    { limit: "sign-in", refused: 0 },
    { limit: "search", refused: 4 },
    { limit: "write", refused: 0 },
    { limit: "telemetry", refused: 0 },
    { limit: "api", refused: 0 },
  ]);
});
