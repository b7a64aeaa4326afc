import { afterAll, expect, test } from "vitest";
import { as, attempt, connect, inRollback, type Transaction } from "../fixtures/database";
import { buildWorld } from "./world";

const sql = connect();
afterAll(() => sql.end());

test("a moderator logs in no name but the own, and reads only the own entries", async () => {
  await inRollback(sql, async (tx) => {
    const { actors } = await buildWorld(tx);
    const log = (adminId: string | undefined) =>
      attempt(
        tx,
        actors.moderator,
        (mine) => mine`
          insert into public.admin_action_logs (admin_id, action, target_type) values (${adminId ?? null}, 'x', 'user')
        `,
      );
    expect(await log(actors.moderator.userId)).toEqual({ rows: 1 });
    expect((await log(actors.admin.userId)).refused).toBe("42501");
    await as(
      tx,
      actors.admin,
      (mine) => mine`
      insert into public.admin_action_logs (action, target_type) values ('grant role', 'user')
    `,
    );
    const seen = await attempt(tx, actors.moderator, (mine) => mine`select from public.admin_action_logs`);
    expect(seen.rows).toBe(0);
  });
});

test("the log stands when its admin is deleted, and not even the owner of the table rewrites it", async () => {
  await inRollback(sql, async (tx) => {
    const { actors } = await buildWorld(tx);
    const [entry] = await as(
      tx,
      actors.admin,
      (mine) => mine<{ id: string }[]>`
      insert into public.admin_action_logs (action, target_type) values ('archive', 'movie') returning id
    `,
    );
    const id = entry?.id ?? "";
    const changes = [
      (inner: Transaction) => inner`update public.admin_action_logs set action = 'other' where id = ${id}`,
      (inner: Transaction) => inner`update public.admin_action_logs set admin_id = null where id = ${id}`,
      (inner: Transaction) => inner`delete from public.admin_action_logs where id = ${id}`,
      (inner: Transaction) => inner`truncate public.admin_action_logs`,
    ];
    for (const change of changes) {
      await expect(tx.savepoint(async (inner) => void (await change(inner)))).rejects.toMatchObject({
        code: "42501",
      });
    }
    await tx`delete from auth.users where id = ${actors.admin.userId ?? null}`;
    const left = await tx`select admin_id, action from public.admin_action_logs where id = ${id}`;
    expect(left).toEqual([{ admin_id: null, action: "archive" }]);
  });
});
