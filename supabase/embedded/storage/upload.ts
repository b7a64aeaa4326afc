import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { StoredBytes } from "./blobs";
import { type BucketLimits, requireBucketLimits } from "./buckets";
import { type Caller, ownerOf } from "./caller";
import type { ObjectMetadata, ObjectName, StorageContext } from "./context";
import { faults } from "./errors";
import { type IncomingFile, openUpload } from "./intake";
import { requireKey, requireMimeType } from "./names";
import { assertMayWrite, commitVersion, type NewVersion, type WriteMode } from "./objects";

const CONTENT_ENCODING = /^[a-z0-9, -]{1,64}$/i;

export type UploadTarget = ObjectName & { caller: Caller; owner: string | null; mode: WriteMode };
export type UploadAnswer = { Id: string; Key: string };

export function uploadTarget(
  req: IncomingMessage,
  caller: Caller,
  bucketId: string,
  key: string,
): UploadTarget {
  const insertOrUpsert = req.headers["x-upsert"] === "true" ? "upsert" : "insert";
  const mode = req.method === "PUT" ? "update" : insertOrUpsert;
  return { bucketId, name: requireKey(key), caller, owner: ownerOf(caller), mode };
}

/** Limits and permission first, then the bytes to disk, then the row. */
export async function receiveUpload(
  context: StorageContext,
  req: IncomingMessage,
  target: UploadTarget,
): Promise<UploadAnswer> {
  const limits = await requireBucketLimits(context.sql, target.bucketId);
  const file = await openUpload(req);
  try {
    requireFits(file, limits, req);
    await assertMayWrite(context, target.caller, announcedVersion(target, file), target.mode);
  } catch (error) {
    file.body.destroy();
    throw error;
  }
  const bytes = await context.blobs.receive(file.body, limits.sizeLimit);
  const id = await commitVersion(context, target.caller, receivedVersion(target, file, bytes), target.mode);
  return { Id: id, Key: `${target.bucketId}/${target.name}` };
}

export function describeBytes(
  file: Pick<IncomingFile, "mimeType" | "cacheControl" | "contentEncoding">,
  bytes: Pick<StoredBytes, "size" | "etag">,
): ObjectMetadata {
  return {
    eTag: bytes.etag,
    size: bytes.size,
    mimetype: file.mimeType,
    cacheControl: file.cacheControl,
    lastModified: new Date().toISOString(),
    contentLength: bytes.size,
    httpStatusCode: 200,
    ...(file.contentEncoding ? { contentEncoding: file.contentEncoding } : {}),
  };
}

/** A raw body that announces too much is refused unread; a form is measured while it streams. */
function requireFits(file: IncomingFile, limits: BucketLimits, req: IncomingMessage): void {
  requireMimeType(file.mimeType, limits.mimeTypes);
  if (file.contentEncoding && !CONTENT_ENCODING.test(file.contentEncoding))
    throw faults.invalidRequest("Invalid content encoding");
  const isForm = req.headers["content-type"]?.toLowerCase().startsWith("multipart/form-data");
  const tooLarge = limits.sizeLimit !== null && (file.announcedSize ?? 0) > limits.sizeLimit;
  if (tooLarge && !isForm) throw faults.tooLarge();
}

function announcedVersion(target: UploadTarget, file: IncomingFile): NewVersion {
  const { bucketId, name, owner } = target;
  const metadata = { mimetype: file.mimeType, cacheControl: file.cacheControl };
  const size =
    file.announcedSize === null ? {} : { size: file.announcedSize, contentLength: file.announcedSize };
  return {
    bucketId,
    name,
    owner,
    version: randomUUID(),
    metadata: { ...metadata, ...size },
    userMetadata: file.userMetadata,
  };
}

function receivedVersion(target: UploadTarget, file: IncomingFile, bytes: StoredBytes): NewVersion {
  const { bucketId, name, owner } = target;
  const { userMetadata } = file;
  return {
    bucketId,
    name,
    owner,
    version: bytes.version,
    metadata: describeBytes(file, bytes),
    userMetadata,
  };
}
