import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { as, attempt, connect, inRollback, signedIn, type Transaction } from "../fixtures/database";
import { buildWorld, type World } from "./world";

const sql = connect();
afterAll(() => sql.end());

const ask = async (tx: Transaction, world: World) => {
  const [row] = await as(
    tx,
    world.actors.moderator,
    (mine) => mine`select public.platform_status() as status`,
  );
  return row?.status;
};

test("a role that is taken away, or a suspension, closes it at once", async () => {
  await inRollback(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { userId } = world.actors.moderator;
    const outcome = () =>
      attempt(tx, signedIn(userId ?? ""), (mine) => mine`select public.platform_status()`);
    expect(await outcome()).toMatchObject({ rows: 1 });
    await tx`update public.user_accounts set suspended_until = now() + interval '1 day' where user_id = ${userId ?? ""}`;
    expect(await outcome()).toMatchObject({ refused: "42501" });
    await tx`
      update public.user_accounts set suspended_until = null, role = 'operator' where user_id = ${userId ?? ""}
    `;
    expect(await outcome()).toMatchObject({ refused: "42501" });
  });
});

test("of each cron its last run and its last success are told", async () => {
  await inRollback(sql, async (tx) => {
    const world = await buildWorld(tx);
    const name = `test-${randomUUID()}`;
    await tx`
      insert into public.cron_runs (name, status, started_at, finished_at, error_text) values
        (${name}, 'succeeded', '2026-01-01 10:00Z', '2026-01-01 10:00:02Z', null),
        (${name}, 'failed', '2026-01-01 11:00Z', '2026-01-01 11:00:03.5Z', 'TypeError')
    `;
    const { crons } = await ask(tx, world);
    expect(crons.find((cron: { name: string }) => cron.name === name)).toMatchObject({
      status: "failed",
      startedAt: "2026-01-01T11:00:00+00:00",
      seconds: 3.5,
      errorKind: "TypeError",
      succeededAt: "2026-01-01T10:00:00+00:00",
    });
  });
});

test("pages are as fast as three of four visits were, and visits without a figure or of last month are none", async () => {
  await inRollback(sql, async (tx) => {
    const world = await buildWorld(tx);
    await tx`delete from public.page_analytics`;
    await tx`
      insert into public.page_analytics (path, device, browser, os, lcp_ms, inp_ms, created_at)
      select '/title/[slug]', 'phone', 'chrome', 'android', lcp, null, now()
      from generate_series(100, 500, 100) as lcp
    `;
    await tx`
      insert into public.page_analytics (path, device, browser, os, lcp_ms, inp_ms, created_at) values
        ('/', 'desktop', 'firefox', 'linux', 1000, 40, now()),
        ('/', 'desktop', 'firefox', 'linux', null, null, now()),
        ('/', 'desktop', 'firefox', 'linux', 9000, 40, now() - interval '8 days')
    `;
    const { vitals } = await ask(tx, world);
    const nothing = { ttfb: null, fcp: null, cls: null };
    expect(vitals).toEqual([
      { path: null, visits: 6, lcp: 475, inp: 40, ...nothing },
      { path: "/title/[slug]", visits: 5, lcp: 400, inp: null, ...nothing },
      { path: "/", visits: 1, lcp: 1000, inp: 40, ...nothing },
    ]);
  });
});
