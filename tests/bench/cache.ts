// Our cache alone, without pages: how long a hit takes, how many a second a process reads, and how often two hundred who
// find nothing load. Needs a running copy's Redis; prints JSON.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { cached, cacheTags, forget } from "@/lib/platform/cache";
import { median, percentile, printReport, type Row, rounded } from "./figures";

const READS = 400;
const TOGETHER = 50;
const SECONDS = 3;
/** A title's page of data, and a long list. */
const SIZES = { "2 kB": 2_000, "100 kB": 100_000 };

const rows: Row[] = [];
const figures: Record<string, number> = {};
for (const [size, bytes] of Object.entries(SIZES)) {
  const read = readerOf("x".repeat(bytes));
  await read();
  const times: number[] = [];
  for (let number = 0; number < READS; number += 1) {
    const startedAt = performance.now();
    await read();
    times.push(performance.now() - startedAt);
  }
  add(`${size}: a hit, p50`, median(times), "ms");
  add(`${size}: a hit, p95`, percentile(times, 0.95), "ms");
  add(`${size}: hits a second, ${TOGETHER} at once`, await hitsASecond(read), "/s");
}
add("loads of 200 who find nothing", await loadsOfMisses(), "");
const startedAt = performance.now();
await forget(cacheTags.catalogue);
add("to forget the catalogue", performance.now() - startedAt, "ms");
printReport({ figures, rows });

function readerOf(value: string) {
  const key = `bench:${randomUUID()}`;
  return () =>
    cached({
      key,
      seconds: 60,
      schema: z.string(),
      tags: [cacheTags.catalogue],
      load: async () => value,
    });
}

async function hitsASecond(read: () => Promise<string>): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  let count = 0;
  const work = async () => {
    for (; performance.now() < end; count += 1) await read();
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return count / SECONDS;
}

async function loadsOfMisses(): Promise<number> {
  const key = `bench:${randomUUID()}`;
  let loads = 0;
  const load = async () => {
    loads += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return "value";
  };
  const read = () => cached({ key, seconds: 60, schema: z.string(), tags: [cacheTags.catalogue], load });
  await Promise.all(Array.from({ length: 200 }, read));
  return loads;
}

function add(what: string, value: number, unit: string): void {
  figures[what] = rounded(value);
  rows.push([`cache, ${what}`, rounded(value), unit]);
}
