import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, inRollback, type Transaction } from "../../fixtures/database";
import { attemptAs, buildWorld, PERSONAS, type Persona, type World } from "../world";
import { ACCESS } from "./matrix";
import type { TableAccess } from "./table-access";
import { judge, matching, place } from "./trials";

const sql = connect();
afterAll(() => sql.end());

type Values = Record<string, string>;
type Column = { table: string; name: string; type: string; isGenerated: boolean };
type Case = {
  table: string;
  access: TableAccess;
  world: World;
  where: Values;
  texts: Record<string, string | null>;
};

let columns: Column[] = [];
beforeAll(async () => {
  columns = await sql<Column[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attgenerated <> '' as "isGenerated"
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped
  `;
});

const columnsOf = (table: string) => columns.filter((column) => column.table === table);

async function setUp(tx: Transaction, table: string, access: TableAccess): Promise<Case> {
  const world = await buildWorld(tx);
  const where = await place(tx, table, access, world);
  const texts: Case["texts"] = {};
  for (const { name } of columnsOf(table)) {
    const [row] = await tx<{ text: string | null }[]>`
      select ${tx(name)}::text as text from ${tx(`public.${table}`)} where ${matching(tx, where)}
    `;
    texts[name] = row?.text ?? null;
  }
  return { table, access, world, where, texts };
}

/** The column to what it is already: nothing but who may name it is in question. */
function update(tx: Transaction, { table, where, texts }: Case, { name, type, isGenerated }: Column) {
  const value = isGenerated ? tx`default` : tx`${texts[name] ?? null}::text::${tx.unsafe(type)}`;
  return tx`update ${tx(`public.${table}`)} set ${tx(name)} = ${value} where ${matching(tx, where)}`;
}

/** A new row that names the column, with its default where the row needs no value of it. */
function insert(tx: Transaction, { table, access, world }: Case, { name }: Column) {
  const fresh = (access.fresh ?? access.row)(world) as Values;
  const target = tx(`public.${table}`);
  if (name in fresh) return tx`insert into ${target} ${tx(fresh)}`;
  const values = Object.values(fresh).reduce((list, value) => tx`${list}, ${value}`, tx`default`);
  return tx`insert into ${target} (${tx([name, ...Object.keys(fresh)])}) values (${values})`;
}

function select(tx: Transaction, { table, where }: Case, { name }: Column) {
  return tx`select ${tx(name)} from ${tx(`public.${table}`)} where ${matching(tx, where)}`;
}

type Operation = {
  name: "select" | "insert" | "update";
  run: typeof select;
  open: (access: TableAccess) => string[];
};

const OPERATIONS: Operation[] = [
  {
    name: "select",
    run: select,
    open: ({ columns: { written, added, changed, kept, hidden } }) =>
      [...written, ...added, ...changed, ...kept].filter((column) => !hidden.includes(column)),
  },
  { name: "insert", run: insert, open: ({ columns: { written, added } }) => [...written, ...added] },
  { name: "update", run: update, open: ({ columns: { written, changed } }) => [...written, ...changed] },
];

async function findWrong(table: string, access: TableAccess, { name, run, open }: Operation) {
  return inRollback(sql, async (tx) => {
    const trial = await setUp(tx, table, access);
    const isRepeat = (persona: Persona) => name === "insert" && persona === "service" && !access.fresh;
    const wrong: string[] = [];
    for (const column of columnsOf(table)) {
      for (const persona of PERSONAS) {
        if (isRepeat(persona)) continue;
        const outcome = await attemptAs(tx, trial.world, persona, (mine) => run(mine, trial, column));
        const isOpen = persona === "service" || open(access).includes(column.name);
        const complaint = judge(outcome, isOpen && access[name].includes(persona));
        if (complaint) wrong.push(`${persona} ${column.name} ${complaint}`);
      }
    }
    return wrong;
  });
}

describe.each(Object.entries(ACCESS))("%s", (table, access) => {
  test("has every column in the matrix, once", () => {
    const { written, added, changed, kept, hidden } = access.columns;
    const named = [...written, ...added, ...changed, ...kept];
    const existing = columnsOf(table).map(({ name }) => name);
    expect(named.toSorted()).toEqual(existing.toSorted());
    expect(hidden.filter((column) => !existing.includes(column))).toEqual([]);
  });

  test.each(OPERATIONS)(
    "$name of each column is open to exactly whom the matrix names",
    async (operation) => {
      expect(await findWrong(table, access, operation)).toEqual([]);
    },
  );
});
