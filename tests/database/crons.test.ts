import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { as, attempt, connect, inRollback, SERVICE, type Transaction } from "../fixtures/database";
import { buildWorld } from "./world";

const sql = connect(4);
afterAll(() => sql.end());

const newName = () => `test-${randomUUID()}`;
type Run = { run: string | null };
const begin = (tx: Transaction | typeof sql, name: string) =>
  tx<Run[]>`select public.begin_cron_run(${name}, 60) as run`.then(([row]) => row?.run ?? null);

test("of many who begin a cron at once exactly one may run", async () => {
  const name = newName();
  try {
    const runs = await Promise.all(Array.from({ length: 8 }, () => begin(sql, name)));
    expect(runs.filter(Boolean)).toHaveLength(1);
  } finally {
    await sql`delete from public.cron_runs where name = ${name}`;
  }
});

test("when a run has ended the next one may begin, and how it ended is kept", async () => {
  await inRollback(sql, async (tx) => {
    const name = newName();
    const first = await begin(tx, name);
    await tx`select public.finish_cron_run(${first}, ${tx.json({ pruned: 3 })})`;
    const second = await begin(tx, name);
    await tx`select public.finish_cron_run(${second}, '{}', 'TimeoutError')`;
    expect(second).not.toBe(first);
    const rows = await tx`
      select id, status, details, error_text, finished_at is not null as ended from public.cron_runs where name = ${name}
    `;
    expect(rows).toContainEqual({
      id: first,
      status: "succeeded",
      details: { pruned: 3 },
      error_text: null,
      ended: true,
    });
    expect(rows).toContainEqual({
      id: second,
      status: "failed",
      details: {},
      error_text: "TimeoutError",
      ended: true,
    });
  });
});

test("a run that was killed loses its turn when its time is over, and cannot end any more", async () => {
  await inRollback(sql, async (tx) => {
    const name = newName();
    const killed = await begin(tx, name);
    expect(await begin(tx, name)).toBeNull();
    await tx`update public.cron_runs set held_until = now() - interval '1 second' where id = ${killed}`;
    const next = await begin(tx, name);
    expect(next).not.toBeNull();
    const [late] = await tx<{ ended: boolean }[]>`select public.finish_cron_run(${killed}, '{}') as ended`;
    expect(late?.ended).toBe(false);
    const rows = await tx`select id, status, error_text from public.cron_runs where name = ${name}`;
    expect(rows).toContainEqual({ id: killed, status: "failed", error_text: "Abandoned" });
    expect(rows).toContainEqual({ id: next, status: "running", error_text: null });
  });
});

test("nobody but the service begins, ends or clears anything", async () => {
  await inRollback(sql, async (tx) => {
    const { actors } = await buildWorld(tx);
    for (const actor of [actors.visitor, actors.owner, actors.moderator, actors.admin]) {
      const refused = { rows: 0, refused: "42501" };
      expect(await attempt(tx, actor, (mine) => mine`select public.begin_cron_run('x', 60)`)).toEqual(
        refused,
      );
      const end = (mine: Transaction) => mine`select public.finish_cron_run(gen_random_uuid(), '{}')`;
      expect(await attempt(tx, actor, end)).toEqual(refused);
      expect(await attempt(tx, actor, (mine) => mine`select public.expire_rows(1)`)).toEqual(refused);
      expect(await attempt(tx, actor, (mine) => mine`select public.prune_tombstones(1, 1)`)).toEqual(refused);
    }
  });
});

test("rows whose time is over go, others and the last run of every cron stay", async () => {
  await inRollback(sql, async (tx) => {
    const { owner } = await buildWorld(tx);
    const key = (name: string, expires: string) => tx`
      insert into public.idempotency_keys (user_id, route, key, body_hash, expires_at)
      values (${owner.userId}, 'POST /test', ${name}, repeat('0', 64), now() + ${expires}::interval)
    `;
    await key("expired key", "-1 second");
    await key("living key", "1 hour");
    const [often, seldom] = [newName(), newName()];
    const run = (name: string, days: number) => tx`
      insert into public.cron_runs (name, status, started_at, finished_at)
      values (${name}, 'succeeded', now() - make_interval(days => ${days}), now())
    `;
    for (const [name, days] of [
      [often, 40],
      [often, 1],
      [seldom, 50],
      [seldom, 40],
    ] as const)
      await run(name, days);
    const [unlimited] = await as(tx, SERVICE, (mine) => mine`select public.expire_rows(null) as gone`);
    expect(unlimited?.gone).toEqual({ idempotencyKeys: 0, cronRuns: 0, pageVisits: 0 });
    await as(tx, SERVICE, (mine) => mine`select public.expire_rows(5000)`);
    const keys = await tx`select key from public.idempotency_keys where user_id = ${owner.userId}`;
    expect(keys).toEqual([{ key: "living key" }]);
    const left = await tx<{ name: string; days: number }[]>`
      select name, extract(day from now() - started_at)::integer as days from public.cron_runs
      where name in (${often}, ${seldom})
    `;
    expect(left).toHaveLength(2);
    expect(left).toEqual(
      expect.arrayContaining([
        { name: often, days: 1 },
        { name: seldom, days: 40 },
      ]),
    );
  });
});
