import { afterEach, expect, test, vi } from "vitest";
import { checkHealth } from "@/lib/platform/health/check";
import { siteUrl } from "../../fixtures/supabase";

afterEach(() => vi.unstubAllEnvs());

const ask = (kind: "live" | "ready") => fetch(`${siteUrl}/api/health/${kind}`);
const nothingSecret = (text: string) => {
  const { SUPABASE_URL = "", UPSTASH_REDIS_REST_URL = "", DATABASE_URL = "" } = process.env;
  for (const url of [SUPABASE_URL, UPSTASH_REDIS_REST_URL, DATABASE_URL].map((one) => new URL(one))) {
    expect(text).not.toContain(url.hostname);
    expect(text).not.toContain(url.port);
  }
};

test("whoever restarts processes learns that this one answers", async () => {
  const answer = await ask("live");
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await answer.json()).toEqual({ status: "ok" });
});

test("a monitor learns of every dependency how long it took to answer, and not where it is", async () => {
  const answer = await ask("ready");
  const text = await answer.text();
  expect(answer.status).toBe(200);
  const up = { isUp: true, milliseconds: expect.any(Number) };
  expect(JSON.parse(text)).toEqual({
    status: "ok",
    checks: { database: up, auth: up, storage: up, realtime: up, redis: up, jobs: up },
  });
  nothingSecret(text);
});

test("what does not answer is named as down, and without the database nothing is ready", async () => {
  const nowhere = "http://127.0.0.1:9";
  vi.resetModules();
  vi.stubEnv("SUPABASE_URL", nowhere);
  vi.stubEnv("DATABASE_URL", "postgres://somebody:secret@127.0.0.1:9/postgres");
  const { checkHealth: checkElsewhere } = await import("@/lib/platform/health/check");
  const health = await checkElsewhere();
  expect(health.status).toBe("down");
  const isUp = Object.fromEntries(Object.entries(health.checks).map(([name, check]) => [name, check.isUp]));
  expect(isUp).toEqual({
    database: false,
    auth: false,
    storage: false,
    realtime: false,
    redis: true,
    jobs: false,
  });
  expect(JSON.stringify(health)).not.toMatch(/secret|127\.0\.0\.1/);
});

test("pages are served without Redis, so the site is ready without it, only less so", async () => {
  vi.resetModules();
  vi.stubEnv("UPSTASH_REDIS_REST_URL", "http://127.0.0.1:9");
  const { checkHealth: checkWithout } = await import("@/lib/platform/health/check");
  expect(await checkWithout()).toMatchObject({ status: "degraded", checks: { redis: { isUp: false } } });
});

test("many who ask at once cost one look", async () => {
  const [first, second] = [checkHealth(), checkHealth()];
  expect(first).toBe(second);
  await first;
});
