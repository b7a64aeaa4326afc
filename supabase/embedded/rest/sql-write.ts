import { RestError } from "./errors";
import { isEmbed, type ReadNode } from "./plan";
import type { Preferences } from "./prefer";
import type { Relation } from "./schema";
import { identifier, orderSql, type Parameters, qualified } from "./sql-fragments";
import { fromSql, outputSql, whereSql } from "./sql-read";

export type Payload = { text: string; columns: string[]; isEmpty: boolean };

/** The names of the columns that a body writes: `columns=` if given, else the keys, which must agree. */
export function readPayload(relation: Relation, text: string, wanted: string[] | undefined): Payload {
  let body: unknown;
  try {
    body = JSON.parse(text === "" ? "{}" : text);
  } catch {
    throw new RestError(400, "PGRST102", "Empty or invalid json");
  }
  const rows = Array.isArray(body) ? body : [body];
  if (rows.some((row) => typeof row !== "object" || row === null || Array.isArray(row))) {
    throw new RestError(400, "PGRST102", "Empty or invalid json");
  }
  const columns = [...new Set(wanted ?? Object.keys(rows[0] ?? {}))];
  const differs = (row: object) =>
    Object.keys(row).length !== columns.length || columns.some((column) => !Object.hasOwn(row, column));
  if (!wanted && rows.some(differs)) throw new RestError(400, "PGRST102", "All object keys must match");
  for (const column of columns) {
    if (relation.columns.has(column)) continue;
    const message = `Could not find the '${column}' column of '${relation.name}' in the schema cache`;
    throw new RestError(400, "PGRST204", message);
  }
  return { text: text === "" ? "{}" : text, columns, isEmpty: rows.length === 0 };
}

/** Rows from the body, typed by the table; with `missing=default` an absent key takes the column's default. */
function recordset(
  relation: Relation,
  payload: Payload,
  parameters: Parameters,
  usesDefaults: boolean,
): string {
  const body = `${parameters.add(payload.text)}::json`;
  const rows = `case when json_typeof(${body}) = 'array' then ${body} else json_build_array(${body}) end`;
  const types = payload.columns
    .map((name) => `${identifier(name)} ${relation.columns.get(name)?.type}`)
    .join(", ");
  if (!usesDefaults) return `json_to_recordset(${rows}) as body(${types})`;
  const defaults = payload.columns
    .map((name) => [name, relation.columns.get(name)?.default] as const)
    .filter(([, expression]) => expression)
    .map(([name, expression]) => `'${name.replaceAll("'", "''")}', ${expression}`);
  const completed = `select jsonb_agg(jsonb_build_object(${defaults.join(", ")}) || element)
    from jsonb_array_elements((${rows})::jsonb) as elements(element)`;
  return `jsonb_to_recordset((${completed})) as body(${types})`;
}

// Counts what was inserted rather than updated: the only difference between 201 and 200.
const COUNTED = "coalesce(nullif(current_setting('pgrst.inserted', true), ''), '0')::int";
const countInsert = `set_config('pgrst.inserted', (${COUNTED} + 1)::text, true) <> '0'`;
const uncountInsert = `set_config('pgrst.inserted', (${COUNTED} - 1)::text, true) <> '-1'`;

export function insertSql(
  node: ReadNode & { relation: Relation },
  payload: Payload,
  preferences: Preferences,
  onConflict: string[] | undefined,
  parameters: Parameters,
): string {
  const { relation } = node;
  const table = `${qualified(relation)} as ${identifier(node.alias)}`;
  const back = returning(node, preferences);
  if (payload.columns.length === 0) {
    return payload.isEmpty
      ? `select ${back} from ${table} where false`
      : `insert into ${table} default values returning ${back}`;
  }
  const columns = payload.columns.map(identifier).join(", ");
  const source = recordset(relation, payload, parameters, preferences.missing === "default");
  const keys = onConflict ?? relation.primaryKey;
  const upserts = preferences.resolution !== undefined && keys.length > 0;
  const conflict = upserts ? conflictSql(payload, preferences, keys) : "";
  const where = preferences.resolution === "merge-duplicates" && upserts ? ` where ${countInsert}` : "";
  return `insert into ${table} (${columns}) select ${columns} from ${source}${where}${conflict} returning ${back}`;
}

function conflictSql(payload: Payload, preferences: Preferences, keys: string[]): string {
  const target = ` on conflict (${keys.map(identifier).join(", ")})`;
  if (preferences.resolution === "ignore-duplicates") return `${target} do nothing`;
  const sets = payload.columns.map((name) => `${identifier(name)} = excluded.${identifier(name)}`).join(", ");
  return `${target} do update set ${sets} where ${uncountInsert}`;
}

export function updateSql(
  node: ReadNode & { relation: Relation },
  payload: Payload,
  preferences: Preferences,
  parameters: Parameters,
): string {
  const { relation } = node;
  const back = returning(node, preferences);
  const table = `${qualified(relation)} as ${identifier(node.alias)}`;
  if (payload.columns.length === 0) return `select ${back} from ${table} where false`;
  const sets = payload.columns.map((name) => `${identifier(name)} = body.${identifier(name)}`).join(", ");
  const body = `(select * from ${recordset(relation, payload, parameters, false)} limit 1) body`;
  return `update ${table} set ${sets} from ${body}${whereSql(node, [], parameters)} returning ${back}`;
}

export function deleteSql(
  node: ReadNode & { relation: Relation },
  preferences: Preferences,
  parameters: Parameters,
): string {
  const table = `${qualified(node.relation)} as ${identifier(node.alias)}`;
  return `delete from ${table}${whereSql(node, [], parameters)} returning ${returning(node, preferences)}`;
}

/** Only what the answer needs: a caller may lack the right to read the other columns. */
function returning(node: ReadNode, preferences: Preferences): string {
  if (preferences.return !== "representation") return "1 as done";
  const names = new Set<string>();
  for (const item of node.items) {
    if (!isEmbed(item)) names.add(item.field.name);
    else {
      for (const [from] of item.relationship.columns) names.add(from);
      for (const [from] of item.relationship.junction?.fromColumns ?? []) names.add(from);
    }
  }
  for (const term of node.order) if (term.relation === undefined) names.add(term.field.name);
  const alias = identifier(node.alias);
  if (names.has("*")) return `${alias}.*`;
  return (
    [...names].map((name) => `${alias}.${identifier(name)} as ${identifier(name)}`).join(", ") || "1 as done"
  );
}

/** The answer of a write, read from the rows that it touched. */
export function writtenSql(node: ReadNode, preferences: Preferences, parameters: Parameters): string {
  if (preferences.return !== "representation") return "select 1 from written";
  const from = fromSql(node, `written as ${identifier(node.alias)}`, node.embeds, parameters);
  const inner = node.embeds.some(({ item }) => item.join === "inner");
  const tests = inner ? whereSql({ ...node, conditions: [] }, [], parameters) : "";
  return `select ${outputSql(node)} from ${from}${tests}${orderSql(node)}`;
}
