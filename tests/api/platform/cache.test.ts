import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { cached, forget } from "@/lib/platform/cache";
import { redis } from "@/lib/platform/redis";

const options = (load: () => Promise<string>) => ({ seconds: 60, schema: z.string(), load });

test("what is forgotten while it is being loaded is not brought back by that load", async () => {
  const key = `test:${randomUUID()}`;
  const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const load = () => {
    begun.resolve();
    return slow.promise;
  };
  const old = cached({ key, ...options(load) });
  await begun.promise;
  await forget(key);
  slow.resolve("before the write");
  expect(await old).toBe("before the write");
  expect(await cached({ key, ...options(async () => "after the write") })).toBe("after the write");
  expect(await cached({ key, ...options(async () => "never asked") })).toBe("after the write");
});

test("a value that an older release stored is loaded anew and replaced", async () => {
  const key = `test:${randomUUID()}`;
  await redis().set(key, { shape: "old" }, { ex: 60 });
  expect(await cached({ key, ...options(async () => "new") })).toBe("new");
  expect(await redis().get(key)).toBe("new");
});
