import { RestError } from "./errors";
import type { Row } from "./transaction";

export type Format = { kind: "array" | "object" | "csv"; stripsNulls: boolean };
export type Answer = { status: number; headers: Record<string, string>; body: string };

const CONTENT_TYPES = {
  array: "application/json; charset=utf-8",
  object: "application/vnd.pgrst.object+json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** What the Accept header asks for; the first kind that we can make wins. */
export function parseAccept(header: string | undefined): Format {
  const types = (header ?? "*/*").split(",").map((part) => part.trim().toLowerCase());
  for (const type of types) {
    const [name = "", ...options] = type.split(";").map((part) => part.trim());
    const stripsNulls = options.includes("nulls=stripped");
    if (/^application\/vnd\.pgrst\.object(\+json)?$/.test(name)) return { kind: "object", stripsNulls };
    if (/^application\/vnd\.pgrst\.array(\+json)?$/.test(name)) return { kind: "array", stripsNulls };
    if (name === "application/json" || name === "*/*" || name === "application/*") {
      return { kind: "array", stripsNulls: false };
    }
    if (name === "text/csv") return { kind: "csv", stripsNulls: false };
  }
  throw new RestError(406, "PGRST107", `None of these media types are available: ${types.join(", ")}`);
}

export const contentType = (format: Format): string => CONTENT_TYPES[format.kind];

/** The expression that turns the rows `_t` into the body, made by Postgres so that every type reads as on hosted. */
export function bodySql(format: Format): string {
  if (format.kind === "csv") {
    return `(select coalesce(string_agg(key, ','), '') from json_object_keys((json_agg(_t) -> 0)) as keys(key))
      || E'\\n' || coalesce(string_agg(substring(_t::text, 2, length(_t::text) - 2), E'\\n'), '')`;
  }
  const row = format.stripsNulls ? "json_strip_nulls(row_to_json(_t))" : "_t";
  return format.kind === "object"
    ? `coalesce((json_agg(${row}) -> 0)::text, 'null')`
    : `coalesce(json_agg(${row})::text, '[]')`;
}

export function requireOne(format: Format, rows: number): void {
  if (format.kind !== "object" || rows === 1) return;
  const details = `The result contains ${rows} rows`;
  throw new RestError(406, "PGRST116", "Cannot coerce the result to a single JSON object", details);
}

export function contentRange(offset: number, rows: number, total: number | null): string {
  const range = rows === 0 ? "*" : `${offset}-${offset + rows - 1}`;
  return `${range}/${total ?? "*"}`;
}

export function rangeStatus(offset: number, rows: number, total: number | null): number {
  if (total === null) return 200;
  if (offset > total) {
    const details = `An offset of ${offset} was requested, but there are only ${total} rows.`;
    throw new RestError(416, "PGRST103", "Requested range not satisfiable", details);
  }
  return rows < total ? 206 : 200;
}

/** A function may set the answer's status and headers through `response.status` and `response.headers`. */
export function applySettings(answer: Answer, row: Row): Answer {
  if (row.status) answer.status = Number(row.status);
  for (const entry of row.headers ? (JSON.parse(row.headers) as Record<string, string>[]) : []) {
    Object.assign(answer.headers, entry);
  }
  return answer;
}

export const SETTINGS_SQL = `nullif(current_setting('response.status', true), '') as status,
  nullif(current_setting('response.headers', true), '') as headers`;
