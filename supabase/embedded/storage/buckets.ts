import type { IncomingMessage } from "node:http";
import type { Sql } from "postgres";
import { type Caller, ownerOf, queryAs } from "./caller";
import type { StorageContext } from "./context";
import { faults, StorageFault } from "./errors";
import { parseSizeLimit, requireBucketName } from "./names";
import { readJson } from "./request";

export type BucketLimits = { sizeLimit: number | null; mimeTypes: string[] | null };

const SORT_COLUMNS = new Set(["id", "name", "created_at", "updated_at"]);

/** Limits hold for everybody, so they are read with no caller's rights. */
export async function requireBucketLimits(sql: Sql, bucketId: string): Promise<BucketLimits> {
  const [row] = await sql`
    select file_size_limit::float8 as size_limit, allowed_mime_types from storage.buckets where id = ${bucketId}`;
  if (!row) throw faults.noSuchBucket();
  return { sizeLimit: row.size_limit, mimeTypes: row.allowed_mime_types };
}

export async function listBuckets({ sql }: StorageContext, caller: Caller, query: URLSearchParams) {
  const column = query.get("sortColumn") ?? "id";
  if (!SORT_COLUMNS.has(column)) throw faults.invalidRequest("sortColumn is not a column to sort by");
  const direction = query.get("sortOrder") === "desc" ? sql`desc` : sql`asc`;
  const search = query.get("search");
  const matching = search ? sql`where name ilike ${`%${search.replace(/[\\%_]/g, "\\$&")}%`}` : sql``;
  return await queryAs(
    sql,
    caller,
    "storage.bucket.list",
    (tx) => tx`
      select ${columns(sql)} from storage.buckets ${matching} order by ${sql(column)} ${direction}
      limit ${count(query.get("limit"))} offset ${count(query.get("offset")) ?? 0}`,
  );
}

export async function getBucket({ sql }: StorageContext, caller: Caller, id: string) {
  const query = queryAs(
    sql,
    caller,
    "storage.bucket.get",
    (tx) => tx`select ${columns(sql)} from storage.buckets where id = ${id}`,
  );
  const [bucket] = await query;
  if (!bucket) throw faults.noSuchBucket();
  return bucket;
}

export async function createBucket({ sql }: StorageContext, caller: Caller, req: IncomingMessage) {
  const body = await readJson(req);
  const id = requireBucketName(body.id ?? body.name);
  refuseUnsupported(body);
  const settings = readSettings(body);
  const owner = ownerOf(caller);
  const insert = queryAs(
    sql,
    caller,
    "storage.bucket.create",
    (tx) => tx`
      insert into storage.buckets (id, name, owner_id, public, file_size_limit, allowed_mime_types)
      values (${id}, ${requireBucketName(body.name ?? id)}, ${owner}, ${settings.isPublic ?? false},
        ${settings.sizeLimit ?? null}, ${settings.mimeTypes ?? null}::text[])`,
  );
  await insert.catch((error: { code?: string }) => {
    throw error.code === "23505" ? faults.duplicate("BucketAlreadyExists") : error;
  });
  return { name: id };
}

/** Changes what the body names; a limit is lifted by null. */
export async function updateBucket(
  context: StorageContext,
  caller: Caller,
  id: string,
  req: IncomingMessage,
) {
  const body = await readJson(req);
  refuseUnsupported(body);
  const { isPublic, sizeLimit, mimeTypes } = readSettings(body);
  const { count: updated } = await queryAs(
    context.sql,
    caller,
    "storage.bucket.update",
    (tx) => tx`
      update storage.buckets set updated_at = now(), public = coalesce(${isPublic ?? null}::boolean, public)
        ${sizeLimit === undefined ? tx`` : tx`, file_size_limit = ${sizeLimit}`}
        ${mimeTypes === undefined ? tx`` : tx`, allowed_mime_types = ${mimeTypes}::text[]`}
      where id = ${id}`,
  );
  if (updated === 0) throw faults.noSuchBucket();
  context.current.forget();
  return { message: "Successfully updated" };
}

/** Removes every object that the caller may delete. */
export async function emptyBucket(context: StorageContext, caller: Caller, id: string) {
  await getBucket(context, caller, id);
  const removed = await queryAs(
    context.sql,
    caller,
    "storage.bucket.empty",
    (tx) => tx`delete from storage.objects where bucket_id = ${id} returning version`,
  );
  context.current.forget();
  await context.blobs.remove(removed.map((row) => row.version as string | null));
  return { message: "Successfully emptied" };
}

export async function deleteBucket(context: StorageContext, caller: Caller, id: string) {
  const [object] = await context.sql`select 1 from storage.objects where bucket_id = ${id} limit 1`;
  if (object) {
    await getBucket(context, caller, id);
    throw faults.bucketNotEmpty();
  }
  const deletion = queryAs(
    context.sql,
    caller,
    "storage.bucket.delete",
    (tx) => tx`delete from storage.buckets where id = ${id}`,
  );
  const { count: deleted } = await deletion.catch((error: { code?: string }) => {
    throw error.code === "23503" ? faults.bucketNotEmpty() : error;
  });
  if (deleted === 0) throw faults.noSuchBucket();
  return { message: "Successfully deleted" };
}

function columns(sql: Sql) {
  return sql`id, name, coalesce(owner_id, '') as owner, public, type, created_at, updated_at,
    file_size_limit::float8 as file_size_limit, allowed_mime_types`;
}

function readSettings(body: Record<string, unknown>) {
  const mimeTypes = body.allowed_mime_types;
  const areTypes = Array.isArray(mimeTypes) && mimeTypes.every((type) => typeof type === "string");
  if (mimeTypes !== undefined && mimeTypes !== null && !areTypes)
    throw faults.invalidRequest("allowed_mime_types must be a list of mime types");
  if (body.public !== undefined && typeof body.public !== "boolean")
    throw faults.invalidRequest("public must be boolean");
  return {
    isPublic: body.public as boolean | undefined,
    sizeLimit: parseSizeLimit(body.file_size_limit),
    mimeTypes: mimeTypes as string[] | null | undefined,
  };
}

/** Said plainly instead of stored and ignored. */
function refuseUnsupported(body: Record<string, unknown>): void {
  if (body.type !== undefined && body.type !== "STANDARD") throw faults.notEnabled(`${body.type} buckets`);
  const versioning = body.versioning_status;
  if (versioning !== undefined && versioning !== "DISABLED") throw faults.notEnabled("object versioning");
}

function count(text: string | null): number | null {
  if (text === null) return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new StorageFault(400, "InvalidRequest", "Invalid number");
  return value;
}
