import type { Sql } from "postgres";
import { type Caller, queryAs } from "./caller";
import { fromJson, type ObjectMetadata, type StorageContext } from "./context";
import { faults } from "./errors";

const MAX_ENTRIES = 10_000;
const SORT_COLUMNS = new Set(["name", "created_at", "updated_at", "last_accessed_at"]);

type Entry = Record<string, unknown> & { name: string; id: string | null; sort_key: string };

/** One folder's entries (list v1): folders first, then files; only what the caller may see. */
export async function listFolder(
  { sql }: StorageContext,
  caller: Caller,
  bucketId: string,
  body: Record<string, unknown>,
) {
  const folder = text(body.prefix).replace(/\/+$/, "");
  const prefix = folder === "" ? "" : `${folder}/`;
  const { column, direction } = readSort(sql, body.sortBy);
  const limit = positive(body.limit, 100);
  const offset = positive(body.offset, 0);
  const search = `${text(body.search).replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await queryAs(
    sql,
    caller,
    "storage.object.list",
    (tx) => tx`
      with visible as (
        select *, substr(name, length(${prefix}::text) + 1) as rest
        from storage.objects where bucket_id = ${bucketId} and ${startsWith(sql, prefix)}
      ), entries as (
        select split_part(rest, '/', 1) as name, null::uuid as id, null::timestamptz as updated_at,
          null::timestamptz as created_at, null::timestamptz as last_accessed_at, null::jsonb as metadata,
          true as is_folder
        from visible where position('/' in rest) > 0 group by 1
        union all
        select rest, id, updated_at, created_at, last_accessed_at, metadata, false
        from visible where position('/' in rest) = 0
      )
      select * from entries where name ilike ${search}
      order by is_folder desc, ${column} ${direction}, name collate "C" asc limit ${limit} offset ${offset}`,
  );
  return rows.map(({ is_folder: _folder, metadata, ...row }) => ({ ...row, metadata: fromJson(metadata) }));
}

/** Entries by plain prefix in pages with a cursor (list v2), grouped into folders where asked for. */
export async function listPage(
  { sql }: StorageContext,
  caller: Caller,
  bucketId: string,
  body: Record<string, unknown>,
) {
  const prefix = text(body.prefix);
  const limit = Math.max(1, positive(body.limit, 1000));
  const grouped = body.with_delimiter === true;
  const sort = readSort(sql, body.sortBy);
  const after = readCursor(body.cursor);
  const sortKey =
    sort.name === "name" ? sql`entry collate "C"` : sql`(extract(epoch from ${sort.column}) * 1e6)::bigint`;
  const cursorKey =
    sort.name === "name" ? sql`${after?.key ?? ""}::text collate "C"` : sql`${after?.key ?? "0"}::bigint`;
  const beyond = sort.descending ? sql`<` : sql`>`;
  const rows = (await queryAs(
    sql,
    caller,
    "storage.object.list_v2",
    (tx) => tx`
      with visible as (
        select *, substr(name, length(${prefix}::text) + 1) as rest
        from storage.objects where bucket_id = ${bucketId} and ${startsWith(sql, prefix)}
      ), keyed as (
        select *, ${grouped} and position('/' in rest) > 0 as is_folder from visible
      ), entries as (
        select name as entry, id, metadata, version, created_at, updated_at, last_accessed_at
        from keyed where not is_folder
        union all
        select ${prefix} || split_part(rest, '/', 1) || '/', null, null, null, min(created_at), max(updated_at), null
        from keyed where is_folder group by 1
      ), sorted as (select *, ${sortKey} as sort_key from entries)
      select entry as name, id, metadata, version, created_at, updated_at, last_accessed_at, sort_key::text
      from sorted
      where ${after === null} or (sort_key, entry collate "C") ${beyond} (${cursorKey}, ${after?.name ?? ""}::text collate "C")
      order by sort_key ${sort.direction}, entry collate "C" ${sort.direction} limit ${limit + 1}`,
  )) as unknown as Entry[];
  return toPage(rows, limit);
}

function toPage(rows: Entry[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasNext = rows.length > limit;
  return {
    hasNext,
    ...(hasNext && last ? { nextCursor: writeCursor({ key: last.sort_key, name: last.name }) } : {}),
    folders: page.filter((row) => row.id === null).map(({ name }) => ({ name, key: name.slice(0, -1) })),
    objects: page
      .filter((row) => row.id !== null)
      .map(({ sort_key: _key, metadata, ...row }) => ({
        ...row,
        key: row.name,
        metadata: fromJson<ObjectMetadata>(metadata),
      })),
  };
}

/** A bytewise interval, which the index on (bucket_id, name collate "C") answers; the plain check is exact. */
function startsWith(sql: Sql, prefix: string) {
  return prefix === "" ? sql`true` : sql`(name collate "C" >= ${prefix} and starts_with(name, ${prefix}))`;
}

function readSort(sql: Sql, sortBy: unknown) {
  const { column = "name", order = "asc" } = (sortBy ?? {}) as { column?: string; order?: string };
  if (!SORT_COLUMNS.has(column)) throw faults.invalidRequest("sortBy.column is not a column to sort by");
  const descending = String(order).toLowerCase() === "desc";
  const bytewise = column === "name" ? sql`name collate "C"` : sql(column);
  return { name: column, column: bytewise, descending, direction: descending ? sql`desc` : sql`asc` };
}

type Cursor = { key: string; name: string };

function writeCursor({ key, name }: Cursor): string {
  return Buffer.from(JSON.stringify([key, name])).toString("base64url");
}

function readCursor(cursor: unknown): Cursor | null {
  if (cursor === undefined || cursor === null || cursor === "") return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(String(cursor), "base64url").toString("utf8"));
    if (Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "string")
      return { key: value[0], name: value[1] };
  } catch {
    // answered below, like any other text that is no cursor
  }
  throw faults.invalidRequest("cursor is not one that this list gave");
}

function text(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string" || value.includes("\0")) throw faults.invalidRequest("prefix must be a text");
  return value;
}

function positive(value: unknown, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw faults.invalidRequest("limit and offset are counts");
  return Math.min(value as number, fallback === 0 ? Number.MAX_SAFE_INTEGER : MAX_ENTRIES);
}
