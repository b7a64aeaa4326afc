import { afterAll, describe, expect, test } from "vitest";
import { connect, inRollback, type Outcome, type Transaction } from "../../fixtures/database";
import { attemptAs, buildWorld, PERSONAS, type Persona, type World } from "../world";
import { ACCESS } from "./matrix";
import type { TableAccess } from "./table-access";
import { judge, matching, place } from "./trials";

const sql = connect();
afterAll(() => sql.end());

type Operation = "select" | "insert" | "update" | "delete";
type Values = Record<string, string>;

function statement(
  tx: Transaction,
  operation: Operation,
  { table, access, world, where }: { table: string; access: TableAccess; world: World; where: Values },
) {
  const target = tx(`public.${table}`);
  const here = matching(tx, where);
  if (operation === "select") return tx`select 1 from ${target} where ${here}`;
  if (operation === "update") return tx`update ${target} set ${tx(access.change as Values)} where ${here}`;
  if (operation === "delete") return tx`delete from ${target} where ${here}`;
  return tx`insert into ${target} ${tx((access.fresh ?? access.row)(world) as Values)}`;
}

async function attemptAll(table: string, access: TableAccess, operation: Operation) {
  return inRollback(sql, async (tx) => {
    const world = await buildWorld(tx);
    const where = await place(tx, table, access, world);
    const results: [Persona, Outcome][] = [];
    for (const persona of PERSONAS) {
      const outcome = await attemptAs(tx, world, persona, (mine) =>
        statement(mine, operation, { table, access, world, where }),
      );
      results.push([persona, outcome]);
    }
    return results;
  });
}

/** A row that the database itself makes can only be tried again: the service meets the first one. */
function isRepeat(access: TableAccess, persona: Persona, operation: Operation): boolean {
  return operation === "insert" && persona === "service" && !access.fresh;
}

test("every table has its line in the access matrix", async () => {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  `;
  expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(ACCESS).toSorted());
});

describe.each(Object.entries(ACCESS))("%s", (table, access) => {
  test.each(["select", "insert", "update", "delete"] as const)(
    "%s is open to exactly whom the matrix names",
    async (operation) => {
      const wrong: string[] = [];
      for (const [persona, outcome] of await attemptAll(table, access, operation)) {
        const complaint = judge(outcome, access[operation].includes(persona));
        if (complaint && !(isRepeat(access, persona, operation) && outcome.rows === 0)) {
          wrong.push(`${persona} ${complaint}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
