// Checks what a client wants to hear of, and prepares it for the changes to come.
import { type Database, quoteIdentifier } from "../database";
import type { Binding } from "../join";
import { type Condition, conditionSql } from "./condition";
import { InvalidFilter, type ParsedCondition, parseFilter } from "./filter";

export class InvalidSubscription extends Error {}

/** `schema` and `table` are names or `*`. */
export type CompiledBinding = {
  id: number;
  event: Binding["event"];
  schema: string;
  table: string;
  conditions: Condition[];
  select: string[] | null;
};

type Column = { name: string; type: string; texts_are_unique: boolean; may_select: boolean };

export async function compileBinding(
  database: Database,
  role: string,
  { id, binding }: { id: number; binding: Binding },
): Promise<CompiledBinding> {
  const schema = binding.schema || "*";
  const table = binding.table || "*";
  try {
    const parsed = parseFilter(binding.filter ?? "");
    const needsColumns = parsed.length > 0 || Boolean(binding.select);
    if (needsColumns && (table === "*" || schema === "*")) throw new InvalidFilter("a filter needs a table");
    const columns = await publishedColumns(database, role, schema, table);
    if (!columns)
      throw new InvalidFilter("Please check Realtime is enabled for the given connect parameters");
    const conditions = parsed.map((condition) => typed(condition, columns));
    await probe(database, schema, table, conditions);
    for (const name of binding.select ?? []) selectable(name, columns, "select");
    return { id, event: binding.event, schema, table, conditions, select: binding.select ?? null };
  } catch (error) {
    throw invalid(error, binding);
  }
}

function invalid(error: unknown, { event, schema, table, filter }: Binding): unknown {
  const isClients = error instanceof InvalidFilter || isDataError(error);
  if (!isClients) return error;
  const asked = Object.entries({ event, schema, table, filter }).map(
    ([name, value]) => `${name}: ${value ?? "*"}`,
  );
  const { message } = error as Error;
  return new InvalidSubscription(
    `Unable to subscribe to changes with given parameters. ${message}: [${asked.join(", ")}]`,
  );
}

/** Classes 22 and 42: the value or the operator does not fit the column. */
function isDataError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && (code.startsWith("22") || code.startsWith("42"));
}

/** The columns of a published table, none for a wildcard, null when nothing that fits is published. */
async function publishedColumns(
  database: Database,
  role: string,
  schema: string,
  table: string,
): Promise<Column[] | null> {
  const [row] = await database`
    select
      (min(c.oid::bigint)) as oid, count(*) > 0 as is_published
    from pg_publication_tables p
    join pg_namespace n on n.nspname = p.schemaname
    join pg_class c on c.relnamespace = n.oid and c.relname = p.tablename
    where p.pubname = 'supabase_realtime'
      and ${schema}::text in ('*', p.schemaname) and ${table}::text in ('*', p.tablename)`;
  if (!row?.is_published) return null;
  if (schema === "*" || table === "*") return [];
  return await database<Column[]>`
    select
      a.attname as name,
      format_type(a.atttypid, null) as type,
      t.typtype = 'e' or t.typname in ('int2', 'int4', 'int8', 'uuid', 'text', 'varchar', 'bool')
        as texts_are_unique,
      has_column_privilege(${role}, a.attrelid, a.attnum, 'select') as may_select
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    where a.attrelid = ${row.oid}::bigint::oid and a.attnum > 0 and not a.attisdropped`;
}

function selectable(name: string, columns: Column[], use: "filter" | "select"): Column {
  const column = columns.find((candidate) => candidate.name === name && candidate.may_select);
  if (!column) throw new InvalidFilter(`invalid column for ${use} ${name}`);
  return column;
}

function typed(condition: ParsedCondition, columns: Column[]): Condition {
  const { type, texts_are_unique: isExact } = selectable(condition.column, columns, "filter");
  const hasExactTest = ["eq", "neq", "in", "isdistinct"].includes(condition.operator);
  return { ...condition, type, exact: isExact && hasExactTest ? [] : null };
}

/** Lets the database refuse wrong values, operators and patterns now, and gives exact values their log form. */
async function probe(
  database: Database,
  schema: string,
  table: string,
  conditions: Condition[],
): Promise<void> {
  if (conditions.length === 0) return;
  const parameters: string[] = [];
  const parameter = (value: string) => `$${parameters.push(value)}`;
  const row = `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
  const tests = conditions.map((condition) => conditionSql(condition, "probed", parameter));
  const texts = conditions.map(({ values, type, operator }) => {
    if (operator === "is") return "'[]'::jsonb";
    if (operator === "match" || operator === "imatch")
      return `to_jsonb('' ~ (${parameter(values[0] ?? "")}::text))`;
    const forms = values.map((value) => `format('%s', (${parameter(value)}::text)::${type})`);
    return `jsonb_build_array(${forms.join(", ")})`;
  });
  const [found] = await database.unsafe(
    `select jsonb_build_array(${texts.join(", ")}) as texts, jsonb_build_array(${tests.join(", ")}) as tests
     from jsonb_populate_record(null::${row}, '{}') as probed`,
    parameters,
  );
  conditions.forEach((condition, index) => {
    if (condition.exact) condition.exact = found?.texts[index] ?? [];
  });
}
