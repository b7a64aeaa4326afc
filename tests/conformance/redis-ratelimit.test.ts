import { randomUUID } from "node:crypto";
import { MultiRegionRatelimit, Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { describe, expect, test } from "vitest";

const { UPSTASH_REDIS_REST_URL: url = "", UPSTASH_REDIS_REST_TOKEN: token = "" } = process.env;
const redis = new Redis({ url, token, enableTelemetry: false });

type Limiter = ConstructorParameters<typeof Ratelimit>[0]["limiter"];

const newPerson = () => `person-${randomUUID()}`;

function limit(limiter: Limiter, options: { dynamicLimits?: boolean; cache?: Map<string, number> } = {}) {
  const prefix = `test:limit:${randomUUID()}`;
  return new Ratelimit({ redis, limiter, prefix, ephemeralCache: false, ...options } as ConstructorParameters<
    typeof Ratelimit
  >[0]);
}

async function successes(
  limiter: { limit(who: string): Promise<{ success: boolean }> },
  who: string,
  count: number,
) {
  const answers: boolean[] = [];
  for (let index = 0; index < count; index += 1) answers.push((await limiter.limit(who)).success);
  return answers;
}

const ALGORITHMS: [string, Limiter][] = [
  ["fixed window", Ratelimit.fixedWindow(3, "1 h")],
  ["sliding window", Ratelimit.slidingWindow(3, "1 h")],
  ["token bucket", Ratelimit.tokenBucket(3, "1 h", 3)],
];

describe.each(ALGORITHMS)("%s", (_name, limiter) => {
  test("lets three through and refuses the fourth", async () => {
    expect(await successes(limit(limiter), newPerson(), 4)).toEqual([true, true, true, false]);
  });

  test("counts every person alone", async () => {
    const limiting = limit(limiter);
    await successes(limiting, newPerson(), 4);
    expect((await limiting.limit(newPerson())).success).toBe(true);
  });

  test("says the limit, what remains and when it begins anew", async () => {
    const answer = await limit(limiter).limit(newPerson());
    expect(answer).toMatchObject({ success: true, limit: 3, remaining: 2 });
    expect(answer.reset).toBeGreaterThan(Date.now());
  });

  test("never lets more through when forty ask at once", async () => {
    const limiting = limit(limiter);
    const who = newPerson();
    const answers = await Promise.all(Array.from({ length: 40 }, () => limiting.limit(who)));
    expect(answers.filter((answer) => answer.success)).toHaveLength(3);
  });

  test("counts a costly request for more than one", async () => {
    const limiting = limit(limiter);
    const who = newPerson();
    expect((await limiting.limit(who, { rate: 2 })).remaining).toBe(1);
    expect((await limiting.limit(who, { rate: 2 })).success).toBe(false);
  });

  test("tells what remains without using it up, and forgives when it is reset", async () => {
    const limiting = limit(limiter);
    const who = newPerson();
    await successes(limiting, who, 3);
    expect((await limiting.getRemaining(who)).remaining).toBe(0);
    await limiting.resetUsedTokens(who);
    expect((await limiting.getRemaining(who)).remaining).toBe(3);
    expect((await limiting.limit(who)).success).toBe(true);
  });
});

test("the cached fixed window refuses after its limit", async () => {
  const limiting = new Ratelimit({
    redis,
    limiter: Ratelimit.cachedFixedWindow(3, "1 h"),
    prefix: `test:limit:${randomUUID()}`,
    ephemeralCache: new Map(),
  });
  expect(await successes(limiting, newPerson(), 5)).toEqual([true, true, true, false, false]);
});

test("a fixed window begins anew when it is over", async () => {
  const limiting = limit(Ratelimit.fixedWindow(1, "400 ms"));
  const who = newPerson();
  await limiting.limit(who);
  await expect.poll(async () => (await limiting.limit(who)).success, { timeout: 3000 }).toBe(true);
});

test("a token bucket fills again with time", async () => {
  const limiting = limit(Ratelimit.tokenBucket(1, "300 ms", 1));
  const who = newPerson();
  expect(await successes(limiting, who, 2)).toEqual([true, false]);
  await expect.poll(async () => (await limiting.limit(who)).success, { timeout: 3000 }).toBe(true);
});

test("whoever waits until ready gets through in the next window, and gives up at the deadline", async () => {
  const limiting = limit(Ratelimit.fixedWindow(1, "600 ms"));
  const who = newPerson();
  await limiting.limit(who);
  expect((await limiting.blockUntilReady(who, 5000)).success).toBe(true);

  const slow = limit(Ratelimit.fixedWindow(1, "1 h"));
  await slow.limit(who);
  expect((await slow.blockUntilReady(who, 300)).success).toBe(false);
});

test("a refused person is remembered in the process and costs no request", async () => {
  const cache = new Map<string, number>();
  const limiting = new Ratelimit({
    redis,
    limiter: Ratelimit.fixedWindow(1, "1 h"),
    prefix: `test:limit:${randomUUID()}`,
    ephemeralCache: cache,
  });
  const who = newPerson();
  await successes(limiting, who, 2);
  expect(await limiting.limit(who)).toMatchObject({ success: false, reason: "cacheBlock" });
});

describe("several regions", () => {
  const regions = [redis, new Redis({ url, token, enableTelemetry: false })];

  test.each([
    ["fixed window", MultiRegionRatelimit.fixedWindow(3, "1 h")],
    ["sliding window", MultiRegionRatelimit.slidingWindow(3, "1 h")],
  ])("%s refuses after its limit", async (_name, limiter) => {
    const prefix = `test:limit:${randomUUID()}`;
    const limiting = new MultiRegionRatelimit({ redis: regions, limiter, prefix, ephemeralCache: false });
    const who = newPerson();
    const answers: boolean[] = [];
    for (let index = 0; index < 5; index += 1) {
      const { success, pending } = await limiting.limit(who);
      await pending;
      answers.push(success);
    }
    expect(answers).toEqual([true, true, true, false, false]);
  });
});

test("the deny list refuses whom it names", async () => {
  const prefix = `test:limit:${randomUUID()}`;
  const limiting = new Ratelimit({
    redis,
    limiter: Ratelimit.fixedWindow(10, "1 h"),
    prefix,
    ephemeralCache: false,
    enableProtection: true,
  });
  await redis.sadd(`${prefix}:denyList:all`, "villain");
  const answer = await limiting.limit("villain");
  await answer.pending.catch(() => undefined);
  expect(answer).toMatchObject({ success: false, reason: "denyList", deniedValue: "villain" });
});
