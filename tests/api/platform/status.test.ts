import { afterAll, describe, expect, test } from "vitest";
import { createContext, requireUserContext } from "@/lib/platform/auth/context";
import { count, flushStatistics } from "@/lib/platform/statistics";
import { getPlatformStatus } from "@/lib/platform/watch/status";
import { buildWorld } from "@/tests/database/world";
import { as, connect, inRollback } from "@/tests/fixtures/database";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

const database = connect();
afterAll(() => database.end());

async function contextOf(role: string) {
  const { browser, id } = await household();
  await sql`update public.user_accounts set role = ${role} where user_id = ${id}`;
  const jar = {
    getAll: () => [...browser.cookies].map(([name, value]) => ({ name, value })),
    set: () => undefined,
  };
  return requireUserContext(await createContext({ jar, locale: "en", country: null }));
}

describe("the status of the platform", () => {
  test.each(["user", "creator", "operator"])("is refused to a %s", async (role) => {
    await expect(getPlatformStatus(await contextOf(role), "hour")).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test.each(["moderator", "admin", "super_admin"])("is told to a %s", async (role) => {
    const status = await getPlatformStatus(await contextOf(role), "hour");
    expect(status.health.status).toBe("ok");
    expect(status.crons.map(({ name }) => name)).toContain("page-views");
    expect(status.queues?.map(({ name }) => name)).toContain("media-transcode");
  });

  test("holds what was counted, in both spans", async () => {
    const ctx = await contextOf("moderator");
    const read = async (span: "hour" | "day") => {
      const { figures } = await getPlatformStatus(ctx, span);
      const machine = figures?.requests.find(({ kind }) => kind === "machine");
      const search = figures?.limits.find(({ limit }) => limit === "search");
      return { failed: machine?.failed ?? 0, refused: search?.refused ?? 0, bars: figures?.bars.length };
    };
    const before = { hour: await read("hour"), day: await read("day") };
    for (let times = 0; times < 7; times += 1) count("requests", "machine:5");
    count("limits", "search");
    await flushStatistics();
    for (const span of ["hour", "day"] as const) {
      const after = await read(span);
      expect(after.failed - before[span].failed).toBe(7);
      expect(after.refused - before[span].refused).toBeGreaterThanOrEqual(1);
      expect(after.bars).toBe(span === "hour" ? 12 : 24);
    }
  });
});

test("a queue is as deep as what waits in it, and what waits for later is not late", async () => {
  await inRollback(database, async (tx) => {
    const world = await buildWorld(tx);
    const [queue] = await tx<{ name: string }[]>`select name from pgboss.queue order by name limit 1`;
    const name = queue?.name ?? "";
    await tx`delete from pgboss.job where name = ${name}`;
    await tx`
      insert into pgboss.job (id, name, state, created_on, start_after, completed_on) values
        (gen_random_uuid(), ${name}, 'created', now() - interval '90 seconds', now() - interval '90 seconds', null),
        (gen_random_uuid(), ${name}, 'retry', now() - interval '10 minutes', now() + interval '1 hour', null),
        (gen_random_uuid(), ${name}, 'failed', now() - interval '3 hours', now() - interval '3 hours', now() - interval '2 hours'),
        (gen_random_uuid(), ${name}, 'failed', now() - interval '3 days', now() - interval '3 days', now() - interval '2 days'),
        (gen_random_uuid(), ${name}, 'completed', now(), now(), now())
    `;
    const [row] = await as(
      tx,
      world.actors.moderator,
      (mine) => mine`select public.platform_status() as status`,
    );
    const { queues } = row?.status ?? {};
    expect(queues.find((found: { name: string }) => found.name === name)).toEqual({
      name,
      waiting: 2,
      running: 0,
      failed: 1,
      oldestSeconds: 90,
    });
  });
});
