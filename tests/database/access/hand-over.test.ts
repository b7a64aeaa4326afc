import { afterAll, describe, expect, test } from "vitest";
import { connect, inRollback } from "../../fixtures/database";
import { attemptAs, buildWorld } from "../world";
import { ACCESS } from "./matrix";
import { matching, place } from "./trials";

const sql = connect();
afterAll(() => sql.end());

/** No privilege, or a household whose viewer this is not. */
const REFUSALS = ["42501", "23503"];

const owned = Object.entries(ACCESS).flatMap(([table, access]) =>
  [...access.columns.written, ...access.columns.added, ...access.columns.changed]
    .filter((column) => column === "user_id" || column === "viewer_profile_id")
    .map((column) => ({ table, access, column })),
);

test("there are rows of a household to hand over", () => {
  expect(owned.length).toBeGreaterThanOrEqual(11);
});

describe.each(owned)("$table.$column", ({ table, access, column }) => {
  test("an owner gives no row to a stranger, and makes none in a stranger's name", async () => {
    await inRollback(sql, async (tx) => {
      const world = await buildWorld(tx);
      const where = await place(tx, table, access, world);
      const other = column === "user_id" ? world.stranger.userId : world.stranger.viewerId;
      const target = tx(`public.${table}`);
      const given = await attemptAs(
        tx,
        world,
        "owner",
        (mine) => mine`update ${target} set ${mine(column)} = ${other} where ${matching(mine, where)}`,
      );
      expect(REFUSALS).toContain(given.refused);
      const fresh = { ...(access.fresh ?? access.row)(world), [column]: other } as Record<string, string>;
      const made = await attemptAs(tx, world, "owner", (mine) => mine`insert into ${target} ${mine(fresh)}`);
      expect(REFUSALS).toContain(made.refused);
    });
  });
});
