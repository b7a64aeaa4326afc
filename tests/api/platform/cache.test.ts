import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { cached, cacheTags, forget } from "@/lib/platform/cache";
import { redis } from "@/lib/platform/redis";

const place = () => ({ key: `test:${randomUUID()}`, tags: [cacheTags.viewer(randomUUID())] });
const options = (load: () => Promise<string>) => ({ seconds: 60, schema: z.string(), load });
const neverAsked = () => Promise.reject(new Error("was loaded"));

type Kept = { value: unknown; freshUntil: number; servedUntil: number };
const keptUnder = async (key: string) => (await redis().get<Kept>(key)) as Kept;

test("what is forgotten while it is being loaded is not brought back by that load", async () => {
  const { key, tags } = place();
  const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const load = () => {
    begun.resolve();
    return slow.promise;
  };
  const old = cached({ key, tags, ...options(load) });
  await begun.promise;
  await forget(...tags);
  slow.resolve("before the write");
  expect(await old).toBe("before the write");
  expect(await cached({ key, tags, ...options(async () => "after the write") })).toBe("after the write");
  expect(await cached({ key, tags, ...options(neverAsked) })).toBe("after the write");
});

test("whoever reads after a write does not wait for a load that began before it", async () => {
  const { key, tags } = place();
  const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const load = () => {
    begun.resolve();
    return slow.promise;
  };
  const old = cached({ key, tags, ...options(load) });
  await begun.promise;
  await forget(...tags);
  expect(await cached({ key, tags, ...options(async () => "after the write") })).toBe("after the write");
  slow.resolve("before the write");
  await old;
  expect(await cached({ key, tags, ...options(async () => "after the write") })).toBe("after the write");
});

test.each([
  ["a value that an older release stored", { shape: "old" }],
  ["text", "not what we store"],
  ["a number", 7],
  ["an entry without its value", { madeAt: 0, freshUntil: 9e15, servedUntil: 9e15, versions: ["v1"] }],
])("%s is loaded anew and replaced", async (_, rubbish) => {
  const { key, tags } = place();
  await redis().set(key, rubbish, { ex: 60 });
  expect(await cached({ key, tags, ...options(async () => "new") })).toBe("new");
  expect(await cached({ key, tags, ...options(neverAsked) })).toBe("new");
});

test("one tag of several is enough, and what carries another stays", async () => {
  const [one, other] = [place(), place()];
  const both = { key: `test:${randomUUID()}`, tags: [...one.tags, ...other.tags] };
  for (const where of [one, other, both]) await cached({ ...where, ...options(async () => "first") });
  await forget(...one.tags);
  expect(await cached({ ...both, ...options(async () => "second") })).toBe("second");
  expect(await cached({ ...one, ...options(async () => "second") })).toBe("second");
  expect(await cached({ ...other, ...options(neverAsked) })).toBe("first");
});

test("a version that Redis has lost costs a load, and never brings back what was kept under it", async () => {
  const { key, tags } = place();
  await cached({ key, tags, ...options(async () => "old") });
  await forget(...tags);
  await redis().del(`tag:${tags[0]}`);
  expect(await cached({ key, tags, ...options(async () => "new") })).toBe("new");
});

test("what is past its fresh part is served at once, and one of many readers makes it anew behind them", async () => {
  const { key, tags } = place();
  await cached({ key, tags, ...options(async () => "old") });
  await redis().set(key, { ...(await keptUnder(key)), freshUntil: Date.now() - 1 }, { ex: 60 });
  let loads = 0;
  const load = async () => `new ${++loads}`;
  const works: Promise<unknown>[] = [];
  const read = () => cached({ key, tags, ...options(load), behind: (work) => works.push(work) });
  expect(new Set(await Promise.all(Array.from({ length: 200 }, read)))).toEqual(new Set(["old"]));
  await Promise.all(works);
  expect([loads, await cached({ key, tags, ...options(neverAsked) })]).toEqual([1, "new 1"]);
});

test("what cannot be made anew goes on being served until its end, and not beyond", async () => {
  const { key, tags } = place();
  await cached({ key, tags, ...options(async () => "old") });
  const kept = await keptUnder(key);
  await redis().set(key, { ...kept, freshUntil: Date.now() - 1 }, { ex: 60 });
  const works: Promise<unknown>[] = [];
  const failing = { key, tags, ...options(neverAsked), behind: (work: Promise<unknown>) => works.push(work) };
  expect(await cached(failing)).toBe("old");
  await Promise.all(works);
  expect(await cached(failing)).toBe("old");
  await Promise.all(works);
  await redis().set(key, { ...kept, servedUntil: Date.now() - 1 }, { ex: 60 });
  await expect(cached(failing)).rejects.toThrow("was loaded");
});

test("that there is none is kept, for a short time", async () => {
  const { key, tags } = place();
  const absent = { key, tags, seconds: 300, schema: z.string().nullable() };
  expect(await cached({ ...absent, load: async () => null })).toBeNull();
  expect(await cached({ ...absent, load: neverAsked })).toBeNull();
  expect(await redis().ttl(key)).toBeLessThanOrEqual(30);
  await forget(...tags);
  expect(await cached({ ...absent, load: async () => "there now" })).toBe("there now");
});

test("values that are made together do not end together, and none lives longer than it may", async () => {
  const places = Array.from({ length: 40 }, place);
  await Promise.all(places.map((where) => cached({ ...where, ...options(async () => "value") })));
  const ends = await Promise.all(places.map(({ key }) => redis().pttl(key)));
  expect(new Set(ends.map((end) => Math.round(end / 500))).size).toBeGreaterThan(3);
  expect(Math.max(...ends)).toBeLessThanOrEqual(60_000);
});

test("an error of the loader is not kept and lets the next one load at once", async () => {
  const { key, tags } = place();
  await expect(cached({ key, tags, ...options(neverAsked) })).rejects.toThrow("was loaded");
  expect(await cached({ key, tags, ...options(async () => "yes") })).toBe("yes");
});
