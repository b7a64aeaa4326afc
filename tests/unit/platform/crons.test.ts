import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { isDue, lastDue, readCrons } from "@/lib/platform/crons/schedule";
import vercel from "@/vercel.json";
import { stubEnvironment } from "./stub-env";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const crons = readCrons(vercel);

test("every cron has a schedule, and every schedule a cron", () => {
  const routes = readdirSync(path.join(ROOT, "app", "api", "cron"));
  expect(crons.map(({ name }) => name).toSorted()).toEqual(routes.toSorted());
});

test("every schedule is understood on a laptop too", () => {
  for (const { schedule } of crons) expect(() => isDue(schedule, new Date())).not.toThrow();
});

describe("a schedule names minutes as on Vercel, in UTC", () => {
  const at = new Date("2026-11-26T20:45:10Z"); // a Thursday
  test.each([
    ["* * * * *", true],
    ["45 * * * *", true],
    ["44 * * * *", false],
    ["*/15 * * * *", true],
    ["*/20 * * * *", false],
    ["15,45 20 26 11 4", true],
    ["45 20 * * 5", false],
    ["45 20 */2 * *", false],
  ])("%s: %s", (schedule, due) => expect(isDue(schedule, at)).toBe(due));

  test.each(["* * * *", "61 * * * *", "a * * * *", "*/0 * * * *"])("%s is refused", (schedule) =>
    expect(() => isDue(schedule, at)).toThrow(),
  );
});

test.each([
  ["*/5 * * * *", "2026-11-27T10:04:59Z", "2026-11-27T10:00:00.000Z"],
  ["*/5 * * * *", "2026-11-27T10:05:00Z", "2026-11-27T10:00:00.000Z"],
  ["17 * * * *", "2026-11-27T00:16:00Z", "2026-11-26T23:17:00.000Z"],
  ["0 3 1 * *", "2026-03-01T02:59:00Z", "2026-02-01T03:00:00.000Z"],
])("%s, asked at %s, last fell due at %s", (schedule, at, due) => {
  expect(lastDue(schedule, new Date(at))?.toISOString()).toBe(due);
});

describe("nobody but the scheduler starts a cron", () => {
  beforeEach(stubEnvironment);
  const run = vi.fn(async () => ({}));
  // The environment is read once, so each case reads it anew.
  const ask = async (secret: string, authorization?: string) => {
    vi.stubEnv("CRON_SECRET", secret);
    vi.resetModules();
    const { cronRoute: fresh } = await import("@/lib/platform/crons/route");
    const headers = authorization === undefined ? undefined : { authorization };
    return (await fresh("test", run)(new Request("https://cineverse.example/", { headers }))).status;
  };

  test.each([undefined, "", "Bearer", "Bearer other", "Bearer right1", "right", "bearer right"])(
    "%s is refused",
    async (authorization) => expect(await ask("right", authorization)).toBe(401),
  );

  test.each([undefined, "Bearer ", "Bearer undefined"])(
    "without a secret of ours, %s is refused too",
    async (authorization) => expect(await ask("", authorization)).toBe(401),
  );

  test("who knows it is let through, and nothing runs that cannot be written down", async () => {
    expect(await ask("right", "Bearer right")).toBe(503);
    expect(run).not.toHaveBeenCalled();
  });
});
