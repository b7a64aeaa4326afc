import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { cached, cacheTags } from "@/lib/platform/cache";
import { redis } from "@/lib/platform/redis";
import { type ReaderProcess, startReader } from "@/tests/fixtures/cache/processes";

let first: ReaderProcess;
let second: ReaderProcess;
beforeAll(async () => {
  [first, second] = await Promise.all([startReader(), startReader()]);
});
afterAll(() => Promise.all([first.close(), second.close()]));

const place = () => ({ key: `test:${randomUUID()}`, tags: [cacheTags.viewer(randomUUID())] });

test("of 200 readers in two processes who find nothing, one loads", async () => {
  const reads = { ...place(), readers: 100, loadMs: 300 };
  const [one, other] = await Promise.all([
    first.read({ ...reads, value: "first" }),
    second.read({ ...reads, value: "second" }),
  ]);
  expect(one.loads + other.loads).toBe(1);
  expect(one.values).toHaveLength(1);
  expect(other.values).toEqual(one.values);
});

test("after a write in one process the other serves neither what was kept nor what was being loaded", async () => {
  const { key, tags } = place();
  const loaded = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const schema = z.string();
  const load = () => {
    begun.resolve();
    return loaded.promise;
  };
  const old = cached({ key, tags, seconds: 60, schema, load });
  await begun.promise;
  await second.forget(...tags);
  const anew = { key, tags, readers: 5, value: "after", loadMs: 0 };
  expect(await first.read(anew)).toEqual({ values: ["after"], loads: 1 });
  loaded.resolve("before");
  expect(await old).toBe("before");
  expect(await cached({ key, tags, seconds: 60, schema, load: async () => "anew" })).not.toBe("before");
  expect((await first.read(anew)).values).not.toContain("before");
});

test("a process that dies while it loads holds the others up no longer than its lease", async () => {
  const { key, tags } = place();
  const doomed = await startReader();
  const never = doomed.read({ key, tags, readers: 1, value: "never", loadMs: 60_000 });
  never.catch(() => undefined);
  await expect.poll(async () => (await leasesOf(key)).length).toBe(1);
  await doomed.close();
  expect((await first.read({ key, tags, readers: 3, value: "mine", loadMs: 0 })).values).toEqual(["mine"]);
});

const leasesOf = (key: string) => redis().keys(`lease:${key} *`);
