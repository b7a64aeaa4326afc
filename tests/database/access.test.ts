import { afterAll, describe, expect, test } from "vitest";
import { attempt, connect, inRollback, type Outcome, type Transaction } from "../fixtures/database";
import { ACCESS, type TableAccess } from "./access-matrix";
import { buildWorld, PERSONAS, type Persona, type World } from "./world";

const sql = connect();
afterAll(() => sql.end());

const REFUSALS = [undefined, "42501"]; // no row within reach, or no privilege
type Values = Record<string, string>;

function matching(tx: Transaction, values: Values) {
  return Object.entries(values).reduce(
    (condition, [column, value]) => tx`${condition} and ${tx(column)} = ${value}`,
    tx`true`,
  );
}

async function place(tx: Transaction, table: string, access: TableAccess, world: World): Promise<Values> {
  if (access.existing) return access.existing(world) as Values;
  const [row] = await tx`insert into ${tx(`public.${table}`)} ${tx(access.row(world) as Values)} returning *`;
  return (row?.id ? { id: row.id } : { key: row?.key }) as Values;
}

async function attemptAll(table: string, access: TableAccess) {
  return inRollback(sql, async (tx) => {
    const world = await buildWorld(tx);
    const target = tx(`public.${table}`);
    const where = matching(tx, await place(tx, table, access, world));
    const results = new Map<Persona, Record<"select" | "insert" | "update" | "delete", Outcome>>();
    for (const persona of PERSONAS) {
      const actor = world.actors[persona];
      const fresh = (access.fresh ?? access.row)(world) as Values;
      results.set(persona, {
        select: await attempt(tx, actor, (mine) => mine`select 1 from ${target} where ${where}`),
        insert: await attempt(tx, actor, (mine) => mine`insert into ${target} ${mine(fresh)}`),
        update: await attempt(
          tx,
          actor,
          (mine) => mine`
          update ${target} set ${mine(access.change as Values)} where ${where}`,
        ),
        delete: await attempt(tx, actor, (mine) => mine`delete from ${target} where ${where}`),
      });
    }
    return results;
  });
}

/** A row that the database itself makes can only be tried again: the service meets the first one. */
function isRepeat(access: TableAccess, persona: Persona, operation: string): boolean {
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
      const results = await attemptAll(table, access);
      for (const persona of PERSONAS) {
        const outcome = results.get(persona)?.[operation];
        const isMeantTo = access[operation].includes(persona);
        const told = `${persona} ${operation} ${table}: ${JSON.stringify(outcome)}`;
        if (isMeantTo) {
          expect(outcome, told).toEqual({ rows: 1 });
        } else {
          expect(outcome?.rows, told).toBe(0);
          if (!isRepeat(access, persona, operation)) expect(REFUSALS, told).toContain(outcome?.refused);
        }
      }
    },
  );
});
