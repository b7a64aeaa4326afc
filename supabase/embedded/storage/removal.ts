import type { IncomingMessage } from "node:http";
import { type Caller, queryAs } from "./caller";
import { type ObjectName, type StorageContext, toObjectRow } from "./context";
import { faults } from "./errors";
import { readJson } from "./request";

/** As many names as a hosted project takes in one call. */
const MAX_NAMES = 1000;

/** Removes what the caller may remove of the named objects and answers with it. */
export async function removeObjects(
  context: StorageContext,
  caller: Caller,
  bucketId: string,
  req: IncomingMessage,
) {
  const { prefixes } = await readJson(req);
  if (!Array.isArray(prefixes) || prefixes.length === 0 || prefixes.length > MAX_NAMES)
    throw faults.invalidRequest(`prefixes must be a list of 1 to ${MAX_NAMES} names`);
  const wanted = prefixes.map(readEntry);
  const rows = await queryAs(
    context.sql,
    caller,
    "storage.object.delete_many",
    (tx) => tx`
      delete from storage.objects o
      using unnest(${wanted.map((entry) => entry.name)}::text[], ${wanted.map((entry) => entry.versionId)}::text[])
        as wanted (name, version)
      where o.bucket_id = ${bucketId} and o.name = wanted.name
        and (wanted.version is null or wanted.version = o.version)
      returning o.id, o.bucket_id, o.name, o.version, o.metadata, o.user_metadata, o.created_at, o.updated_at,
        o.last_accessed_at, o.owner_id`,
  );
  context.current.forget();
  await context.blobs.remove(rows.map((row) => row.version as string | null));
  return rows.map(toObjectRow);
}

export async function removeObject(context: StorageContext, caller: Caller, target: ObjectName) {
  const [row] = await queryAs(
    context.sql,
    caller,
    "storage.object.delete",
    (tx) => tx`
      delete from storage.objects where bucket_id = ${target.bucketId} and name = ${target.name}
      returning version`,
  );
  if (!row) throw faults.noSuchKey();
  context.current.forget();
  await context.blobs.remove([row.version as string | null]);
  return { message: "Successfully deleted" };
}

function readEntry(entry: unknown): { name: string; versionId: string | null } {
  if (typeof entry === "string" && !entry.includes("\0")) return { name: entry, versionId: null };
  const { path, versionId } = (entry ?? {}) as Record<string, unknown>;
  if (typeof path === "string" && !path.includes("\0") && typeof versionId === "string")
    return { name: path, versionId };
  throw faults.invalidRequest("prefixes must be a list of names");
}
