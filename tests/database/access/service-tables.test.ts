import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { connect, inRollback, type Transaction } from "../../fixtures/database";
import { attemptAs, buildWorld, type Who } from "../world";
import { EVERYBODY, NOBODY, SERVICE_ONLY } from "./table-access";
import { judge } from "./trials";

const sql = connect();
afterAll(() => sql.end());

const OPERATIONS = ["select", "insert", "update", "delete"] as const;
type Operation = (typeof OPERATIONS)[number];
type ServiceTable = {
  row: () => Record<string, string | boolean>;
  change: Record<string, string>;
} & Record<Operation, Who>;

/**
 * Tables of the services that keep their privileges open to all and leave it to policies. Of these we have policies on
 * storage.objects alone, which are tried by bucket in ../storage.test.ts.
 */
const TABLES: Record<string, ServiceTable> = {
  "storage.buckets": {
    row: () => ({ id: `test-${randomUUID()}`, name: `test-${randomUUID()}` }),
    change: { name: `test-${randomUUID()}` },
    select: SERVICE_ONLY,
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
  },
  // Channels are public or nobody's: what goes over them comes from the log of the database.
  "realtime.messages": {
    row: () => ({ id: randomUUID(), topic: "test", extension: "broadcast", private: true }),
    change: { topic: "changed" },
    select: SERVICE_ONLY,
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    // Days of it are dropped whole.
    delete: NOBODY,
  },
};

test("no service's table is open to the API but those that are tried", async () => {
  const open = await sql<{ name: string }[]>`
    select distinct format('%s.%s', c.relnamespace::regnamespace, c.relname) as name
    from pg_class c, unnest(array['anon', 'authenticated']) as role,
      unnest(array['select', 'insert', 'update', 'delete']) as privilege
    where c.relnamespace::regnamespace::text in ('auth', 'storage', 'realtime', '_realtime')
      and c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(role, c.oid, privilege)
  `;
  const tried = [...Object.keys(TABLES), "storage.objects"];
  expect(open.map(({ name }) => name).filter((name) => !tried.includes(name))).toEqual([]);
});

test("policies on a service's tables are on storage.objects only", async () => {
  const guarded = await sql<{ name: string }[]>`
    select distinct format('%s.%s', schemaname, tablename) as name from pg_policies
    where schemaname in ('auth', 'storage', 'realtime', '_realtime')
  `;
  expect(guarded.map(({ name }) => name)).toEqual(["storage.objects"]);
});

function statement(tx: Transaction, operation: Operation, table: string, access: ServiceTable, id: string) {
  const target = tx(table);
  if (operation === "select") return tx`select 1 from ${target} where id::text = ${id}`;
  if (operation === "update") return tx`update ${target} set ${tx(access.change)} where id::text = ${id}`;
  if (operation === "delete") return tx`delete from ${target} where id::text = ${id}`;
  return tx`insert into ${target} ${tx(access.row())}`;
}

describe.each(Object.entries(TABLES))("%s", (table, access) => {
  test.each(OPERATIONS)("%s is open to exactly whom the matrix names", async (operation) => {
    await inRollback(sql, async (tx) => {
      const world = await buildWorld(tx);
      const row = access.row();
      await tx`insert into ${tx(table)} ${tx(row)}`;
      await tx`select set_config('storage.allow_delete_query', 'true', true)`;
      const wrong: string[] = [];
      for (const persona of EVERYBODY) {
        const outcome = await attemptAs(tx, world, persona, (mine) =>
          statement(mine, operation, table, access, String(row.id)),
        );
        const complaint = judge(outcome, access[operation].includes(persona));
        if (complaint) wrong.push(`${persona} ${complaint}`);
      }
      expect(wrong).toEqual([]);
    });
  });
});
