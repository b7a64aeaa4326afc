import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { becomeCaller, type Caller, queryAs } from "./caller";
import {
  type ObjectMetadata,
  type ObjectName,
  type ObjectRow,
  type StorageContext,
  toObjectRow,
} from "./context";
import { faults, toFault } from "./errors";

export type WriteMode = "insert" | "upsert" | "update";

export type NewVersion = ObjectName & {
  version: string;
  owner: string | null;
  metadata: Partial<ObjectMetadata>;
  userMetadata: Record<string, unknown> | null;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Asks the database, before any byte is taken, whether the caller could write this row; nothing stays of it. */
export async function assertMayWrite(
  { sql }: StorageContext,
  caller: Caller,
  object: NewVersion,
  mode: WriteMode,
): Promise<void> {
  const undone = new Error("undone");
  const attempt = sql.begin(async (tx) => {
    await becomeCaller(tx, caller, "storage.object.upload");
    await write(tx, object, mode);
    throw undone;
  });
  await attempt.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
}

/**
 * Commits the row of bytes that are already on disk, then removes what it replaced. In this order a killed process
 * leaves at most bytes without a row, which the next start sweeps away. Answers the object's id.
 */
export async function commitVersion(
  context: StorageContext,
  caller: Caller,
  object: NewVersion,
  mode: WriteMode,
): Promise<string> {
  try {
    const { id, replaced } = await replaceRow(context, caller, object, mode);
    context.current.forget();
    if (replaced !== object.version) await context.blobs.remove([replaced]);
    return id;
  } catch (error) {
    // Only a refusal is certain. A connection that broke may have committed: the next start's sweep knows.
    if (toFault(error).statusCode < 500) await context.blobs.remove([object.version]);
    throw error;
  } finally {
    context.blobs.settle(object.version);
  }
}

/** The object as the caller may see it; what RLS hides is not found. */
export async function requireVisible(
  { sql }: StorageContext,
  caller: Caller,
  target: ObjectName,
  operation: string,
): Promise<ObjectRow> {
  const [row] = await findVisible(sql, caller, target.bucketId, [target.name], operation);
  if (!row) throw faults.noSuchKey();
  return row;
}

export async function findVisible(
  sql: StorageContext["sql"],
  caller: Caller,
  bucketId: string,
  names: string[],
  operation: string,
): Promise<ObjectRow[]> {
  const rows = await queryAs(
    sql,
    caller,
    operation,
    (tx) => tx`
      select id, bucket_id, name, version, metadata, user_metadata, created_at, updated_at
      from storage.objects
      where bucket_id = ${bucketId} and name = any(${names}::text[]) and version is not null and metadata is not null`,
  );
  return rows.map(toObjectRow);
}

async function replaceRow(
  { sql }: StorageContext,
  caller: Caller,
  object: NewVersion,
  mode: WriteMode,
): Promise<{ id: string; replaced: string | null }> {
  const { bucketId, name } = object;
  return await sql.begin(async (tx) => {
    // Two uploads to one name take turns, so that each knows which version it replaces.
    await tx`select pg_advisory_xact_lock(hashtextextended(${`${bucketId}/${name}`}, 0))`;
    const [old] = await tx`
      select id, version from storage.objects where bucket_id = ${bucketId} and name = ${name} for update`;
    await becomeCaller(tx, caller, "storage.object.upload");
    const id = await write(tx, object, mode);
    return {
      id: (old?.id as string | undefined) ?? id,
      replaced: (old?.version as string | undefined) ?? null,
    };
  });
}

/** No `returning`: an insert then needs no right to select, as on a hosted project. */
async function write(tx: TransactionSql, object: NewVersion, mode: WriteMode): Promise<string> {
  const { bucketId, name, owner, version } = object;
  const id = randomUUID();
  const ownerUuid = owner && UUID.test(owner) ? owner : null;
  // As text, because a client may be set up to serialise json parameters in its own way.
  const metadata = JSON.stringify(object.metadata);
  const userMetadata = object.userMetadata && JSON.stringify(object.userMetadata);
  if (mode === "update") {
    const { count } = await tx`
      update storage.objects set version = ${version}, owner = ${ownerUuid}, owner_id = ${owner},
        metadata = ${metadata}::text::jsonb, user_metadata = ${userMetadata}::text::jsonb
      where bucket_id = ${bucketId} and name = ${name}`;
    if (count === 0) throw faults.noSuchKey();
    return id;
  }
  const replacement = tx`
    on conflict (bucket_id, name) do update set version = excluded.version, owner = excluded.owner,
      owner_id = excluded.owner_id, metadata = excluded.metadata, user_metadata = excluded.user_metadata`;
  await tx`
    insert into storage.objects (id, bucket_id, name, version, owner, owner_id, metadata, user_metadata)
    values (${id}, ${bucketId}, ${name}, ${version}, ${ownerUuid}, ${owner}, ${metadata}::text::jsonb,
      ${userMetadata}::text::jsonb)
    ${mode === "upsert" ? replacement : tx``}`;
  return id;
}
