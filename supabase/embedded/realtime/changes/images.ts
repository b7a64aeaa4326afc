import { type Database, quoteIdentifier } from "../database";
import type { Tuple } from "./change";
import type { Table } from "./tables";

export type JsonRecord = { [column: string]: unknown };

export function qualifiedName({ schema, name }: Table): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** A row as jsonb_populate_record takes it: texts go through the type's input, JSON columns must be JSON. */
export function imageJson(tuple: Tuple, { jsonColumns }: Table): string {
  const fields = Object.entries(tuple).map(([column, text]) => {
    const value = text !== null && jsonColumns.has(column) ? text : JSON.stringify(text);
    return `${JSON.stringify(column)}:${value}`;
  });
  return `{${fields.join(",")}}`;
}

/** The rows in the shapes that PostgREST gives them. Columns that a tuple lacks come back as null. */
export async function recordsOf(database: Database, table: Table, tuples: Tuple[]): Promise<JsonRecord[]> {
  const images = tuples.map((tuple) => imageJson(tuple, table));
  const rows = await database.unsafe(
    `select to_jsonb(row_image) as record
     from jsonb_array_elements(($1::text)::jsonb) with ordinality as given(image, position)
     cross join lateral jsonb_populate_record(null::${qualifiedName(table)}, given.image) as row_image
     order by position`,
    [`[${images.join(",")}]`],
  );
  return rows.map((row) => row.record);
}
