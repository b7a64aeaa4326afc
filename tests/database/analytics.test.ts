import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { someViews } from "../fixtures/analytics/page-views";
import { as, attempt, connect, inRollback, SERVICE, type Transaction } from "../fixtures/database";
import { buildWorld } from "./world";

const sql = connect();
afterAll(() => sql.end());

test("views become events of their month, and each id one row however often it is told", async () => {
  await inRollback(sql, async (tx) => {
    const [view] = someViews(`/test/${randomUUID()}`, 1);
    if (!view) throw new Error("unreachable");
    const store = () =>
      as(tx, SERVICE, (mine) => mine`select public.store_page_views(${mine.json([view, view])}) as stored`);
    expect(await store()).toEqual([{ stored: 1 }]);
    expect(await store()).toEqual([{ stored: 0 }]);
    const rows = await tx`
      select tableoid::regclass::text as place, type from public.analytics_events where id = ${view.id}
    `;
    const month = view.at.slice(0, 7).replace("-", "_");
    expect(rows).toEqual([{ place: `private.analytics_events_${month}`, type: "page_view" }]);
  });
});

test("a month without a partition gets one when its first view comes", async () => {
  await inRollback(sql, async (tx) => {
    const at = new Date(Date.now() - 39 * 86_400_000);
    const [view] = someViews("/test", 1);
    const place = `private.analytics_events_${at.toISOString().slice(0, 7).replace("-", "_")}`;
    await tx.unsafe(`drop table if exists ${place}`);
    await as(
      tx,
      SERVICE,
      (mine) => mine`select public.store_page_views(${mine.json([{ ...view, at: at.toISOString() }])})`,
    );
    const rows = await tx`
      select c.oid::regclass::text as place, c.relrowsecurity as guarded from pg_class c
      join public.analytics_events e on e.tableoid = c.oid where e.id = ${view?.id ?? ""}
    `;
    expect(rows).toEqual([{ place, guarded: true }]);
  });
});

test("nobody but the service stores events", async () => {
  await inRollback(sql, async (tx) => {
    const { actors } = await buildWorld(tx);
    for (const actor of [actors.visitor, actors.owner, actors.moderator, actors.admin])
      expect(
        await attempt(tx, actor, (mine: Transaction) => mine`select public.store_page_views('[]')`),
      ).toEqual({ rows: 0, refused: "42501" });
  });
});
