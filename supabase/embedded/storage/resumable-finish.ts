import type { Caller } from "./caller";
import type { StorageContext } from "./context";
import type { Draft, Drafts } from "./drafts";
import { toFault } from "./errors";
import { commitVersion } from "./objects";
import { describeBytes } from "./upload";

/**
 * Makes an object of a complete upload. Each step may be the last one before a kill, and all can be repeated: the
 * bytes keep their name among the uploads until the row under the upload's id is committed.
 */
export async function finishDraft(
  context: StorageContext,
  drafts: Drafts,
  draft: Draft,
  caller: Caller,
  size: number,
): Promise<void> {
  try {
    if (!(await isCommitted(context, draft.id))) await commit(context, drafts, draft, caller, size);
  } catch (error) {
    // A refusal is final; a database that cannot answer is not.
    if (toFault(error).statusCode < 500) await drafts.remove(draft.id);
    throw error;
  }
  await drafts.finish(draft, size);
}

async function commit(
  context: StorageContext,
  drafts: Drafts,
  draft: Draft,
  caller: Caller,
  size: number,
): Promise<void> {
  const { id, bucketId, name, owner, mimeType, cacheControl, userMetadata, mode } = draft;
  await context.blobs.adopt(drafts.bytesPath(id), id);
  // Digesting a film again would take as long as reading it; the version is as good a validator.
  const etag = `"${id.replaceAll("-", "")}"`;
  const metadata = describeBytes({ mimeType, cacheControl, contentEncoding: null }, { size, etag });
  await commitVersion(context, caller, { bucketId, name, owner, version: id, metadata, userMetadata }, mode);
}

async function isCommitted({ sql }: StorageContext, version: string): Promise<boolean> {
  const [row] = await sql`select 1 from storage.objects where version = ${version}`;
  return row !== undefined;
}
