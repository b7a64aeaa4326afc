import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { expect, test } from "vitest";
import { storePageViews } from "@/lib/analytics/store-page-views";
import { redis } from "@/lib/platform/redis";
import { adminClient } from "@/lib/platform/supabase/admin";
import { someViews } from "../../fixtures/analytics/page-views";
import { afterwards, siteUrl, sql } from "../../fixtures/supabase";

const newPlace = () => {
  const [list, address] = [`test-views-${randomUUID()}`, `/test/${randomUUID()}`];
  afterwards(() => sql`delete from public.analytics_events where path = ${address}`);
  return { list, address };
};
const drain = (list: string, signal = AbortSignal.timeout(30_000)) =>
  storePageViews({ db: adminClient(), signal }, list);
const idsOf = async (address: string) =>
  (await sql`select id from public.analytics_events where path = ${address}`).map(({ id }) => id).toSorted();
const keysOf = (list: string) => redis().keys(`${list}*`);

test("every view of a long list is stored once, and nothing of it stays in Redis", async () => {
  const { list, address } = newPlace();
  const views = someViews(address, 1_234);
  await redis().rpush(list, ...views);
  expect(await drain(list)).toEqual({ stored: 1_234, known: 0, refused: 0 });
  expect(await idsOf(address)).toEqual(views.map(({ id }) => id).toSorted());
  expect(await keysOf(list)).toEqual([]);
  expect(await drain(list)).toEqual({ stored: 0, known: 0, refused: 0 });
});

test("a run that is killed half-way loses nothing and doubles nothing", async () => {
  const { list, address } = newPlace();
  const views = someViews(address, 1_100);
  await redis().rpush(list, ...views);
  const child = fork(path.join(process.cwd(), "tests/fixtures/analytics/killed-drain.ts"), [list], {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const [stored] = await once(child, "message");
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  expect(stored).toBe(500);
  // While nobody looked after the first, more people came.
  const later = someViews(address, 10);
  await redis().rpush(list, ...later);
  expect(await drain(list)).toEqual({ stored: 610, known: 500, refused: 0 });
  expect(await idsOf(address)).toEqual([...views, ...later].map(({ id }) => id).toSorted());
  expect(await keysOf(list)).toEqual([]);
}, 60_000);

test("two that run at once, while views come in, store each view once", async () => {
  const { list, address } = newPlace();
  const views = someViews(address, 900);
  await redis().rpush(list, ...views.slice(0, 600));
  const runs = await Promise.all([drain(list), drain(list), redis().rpush(list, ...views.slice(600))]);
  const last = await drain(list);
  const stored = (runs[0].stored ?? 0) + (runs[1].stored ?? 0) + (last.stored ?? 0);
  expect(stored).toBe(900);
  expect(await idsOf(address)).toEqual(views.map(({ id }) => id).toSorted());
  expect(await keysOf(list)).toEqual([]);
});

test("a run whose time is up leaves the rest for the next", async () => {
  const { list, address } = newPlace();
  await redis().rpush(list, ...someViews(address, 20));
  expect(await drain(list, AbortSignal.abort())).toEqual({ stored: 0, known: 0, refused: 0 });
  expect(await drain(list)).toMatchObject({ stored: 20 });
});

test("what is no view, or of a month that is long gone or far off, is left out and stops nobody", async () => {
  const { list, address } = newPlace();
  const [good, old, early] = someViews(address, 3);
  const at = (years: number) => new Date(Date.now() + years * 365 * 86_400_000).toISOString();
  await redis().rpush(
    list,
    { id: "rubbish" },
    { id: "x" },
    { ...old, at: at(-3) },
    { ...early, at: at(3) },
    good,
  );
  expect(await drain(list)).toMatchObject({ stored: 1, refused: 2 });
  expect(await idsOf(address)).toEqual([good?.id]);
});

test("the built site has the cron, for its scheduler alone", async () => {
  const call = (secret: string) =>
    fetch(`${siteUrl}/api/cron/page-views`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await call("guess")).status).toBe(401);
  const answer = await call(process.env.CRON_SECRET ?? "");
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { status: "succeeded", counts: expect.objectContaining({ stored: expect.any(Number) }) },
  ]);
});
