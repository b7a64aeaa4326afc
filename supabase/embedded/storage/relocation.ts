import type { IncomingMessage } from "node:http";
import { requireBucketLimits } from "./buckets";
import { type Caller, ownerOf, queryAs } from "./caller";
import type { ObjectMetadata, ObjectName, ObjectRow, StorageContext } from "./context";
import { faults } from "./errors";
import { requireKey, requireMimeType, toCacheControl } from "./names";
import { assertMayWrite, commitVersion, type NewVersion, requireVisible } from "./objects";
import { readJson } from "./request";

/** Renames the row; the bytes keep their version and do not move. */
export async function moveObject(context: StorageContext, caller: Caller, req: IncomingMessage) {
  const body = await readJson(req);
  const { source, destination } = readNames(body);
  const row = await requireVisible(context, caller, source, "storage.object.move");
  requireVersion(row, body.sourceVersionId);
  if (source.bucketId !== destination.bucketId) await requireWelcome(context, row, destination);
  const { count } = await queryAs(
    context.sql,
    caller,
    "storage.object.move",
    (tx) => tx`
      update storage.objects set bucket_id = ${destination.bucketId}, name = ${destination.name}
      where bucket_id = ${source.bucketId} and name = ${source.name}`,
  );
  if (count === 0) throw faults.noSuchKey();
  context.current.forget();
  return { message: "Successfully moved", Id: row.id, Key: `${destination.bucketId}/${destination.name}` };
}

/** Copies row and bytes under a new version; needs the right to see the source and to write the destination. */
export async function copyObject(context: StorageContext, caller: Caller, req: IncomingMessage) {
  const body = await readJson(req);
  const { source, destination } = readNames(body);
  const row = await requireVisible(context, caller, source, "storage.object.copy");
  requireVersion(row, body.sourceVersionId);
  const metadata = copiedMetadata(row, body);
  await requireWelcome(context, { ...row, metadata }, destination);
  const mode = req.headers["x-upsert"] === "true" ? "upsert" : "insert";
  const userMetadata = body.copyMetadata === false ? null : row.user_metadata;
  const draft: NewVersion = {
    ...destination,
    owner: ownerOf(caller),
    version: row.version,
    metadata,
    userMetadata,
  };
  await assertMayWrite(context, caller, draft, mode);
  const version = await context.blobs.duplicate(row.version);
  const id = await commitVersion(context, caller, { ...draft, version }, mode);
  return { Id: id, Key: `${destination.bucketId}/${destination.name}`, name: destination.name };
}

function readNames(body: Record<string, unknown>): { source: ObjectName; destination: ObjectName } {
  const { bucketId, destinationBucket, sourceKey, destinationKey } = body;
  if (typeof bucketId !== "string")
    throw faults.invalidRequest("body must have required property 'bucketId'");
  if (destinationBucket !== undefined && typeof destinationBucket !== "string")
    throw faults.invalidRequest("destinationBucket must be a text");
  return {
    source: { bucketId, name: requireKey(sourceKey) },
    destination: { bucketId: destinationBucket ?? bucketId, name: requireKey(destinationKey) },
  };
}

/** What a bucket does not take as an upload it does not take from another bucket either. */
async function requireWelcome(
  context: StorageContext,
  row: ObjectRow,
  destination: ObjectName,
): Promise<void> {
  const limits = await requireBucketLimits(context.sql, destination.bucketId);
  requireMimeType(row.metadata.mimetype, limits.mimeTypes);
  if (limits.sizeLimit !== null && row.metadata.size > limits.sizeLimit) throw faults.tooLarge();
}

/** There is one version of an object at a time; asking for another one finds nothing. */
export function requireVersion(row: ObjectRow, versionId: unknown): void {
  if (versionId !== undefined && versionId !== null && versionId !== row.version) throw faults.noSuchKey();
}

function copiedMetadata(row: ObjectRow, body: Record<string, unknown>): ObjectMetadata {
  const overrides = body.copyMetadata === false ? ((body.metadata ?? {}) as Record<string, unknown>) : {};
  const { mimetype, cacheControl } = overrides;
  return {
    ...row.metadata,
    ...(typeof mimetype === "string" ? { mimetype } : {}),
    ...(typeof cacheControl === "string" ? { cacheControl: toCacheControl(cacheControl) } : {}),
    lastModified: new Date().toISOString(),
  };
}
