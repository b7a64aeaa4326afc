import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Metadata } from "@tus/server";
import { requireBucketLimits } from "./buckets";
import { type Caller, identify, ownerOf, SERVICE } from "./caller";
import type { StorageContext } from "./context";
import type { Draft, Drafts } from "./drafts";
import { faults } from "./errors";
import { parseMetadata } from "./intake";
import { requireKey, requireMimeType, toCacheControl } from "./names";
import { assertMayWrite } from "./objects";
import { requireSignature } from "./signing";

export type Access = { draft: Draft; caller: Caller };

/** Decides who may begin, go on with, look at or give up a resumable upload. */
export class ResumableAccess {
  constructor(
    readonly context: StorageContext,
    readonly drafts: Drafts,
  ) {}

  async begin(req: IncomingMessage, signed: boolean): Promise<Access> {
    const metadata = parseUploadMetadata(req);
    const target = { bucketId: metadata.bucketName ?? "", name: requireKey(metadata.objectName) };
    const right = signed ? await this.#signedRight(req, target) : await this.#ownRight(req);
    const limits = await requireBucketLimits(this.context.sql, target.bucketId);
    const mimeType = requireMimeType(metadata.contentType || "application/octet-stream", limits.mimeTypes);
    if (limits.sizeLimit !== null && Number(req.headers["upload-length"]) > limits.sizeLimit)
      throw faults.tooLarge();
    const draft: Draft = {
      ...target,
      id: randomUUID(),
      role: right.caller.role,
      subject: ownerOf(right.caller),
      owner: right.owner,
      mode: right.mode,
      signed,
      mimeType,
      cacheControl: toCacheControl(metadata.cacheControl),
      userMetadata: parseMetadata(metadata.metadata),
      sizeLimit: limits.sizeLimit,
      createdAt: Date.now(),
    };
    await this.#assertPermitted(draft, right.caller);
    await this.drafts.save(draft);
    return { draft, caller: right.caller };
  }

  /** Another person's upload does not exist, whatever is known about its id. */
  async resume(req: IncomingMessage, id: string, signed: boolean): Promise<Access> {
    const draft = await this.drafts.find(id);
    if (!draft || draft.signed !== signed) {
      if (!signed) await identify(req, this.context.tokens);
      throw faults.noSuchUpload();
    }
    const { caller } = signed ? await this.#signedRight(req, draft) : await this.#ownRight(req);
    if (caller.role !== draft.role || ownerOf(caller) !== draft.subject) throw faults.noSuchUpload();
    if (req.method === "PATCH" && draft.finishedSize === undefined)
      await this.#assertPermitted(draft, caller);
    return { draft, caller };
  }

  async #ownRight(req: IncomingMessage) {
    const caller = await identify(req, this.context.tokens);
    const mode = req.headers["x-upsert"] === "true" ? ("upsert" as const) : ("insert" as const);
    return { caller, owner: ownerOf(caller), mode };
  }

  async #signedRight(req: IncomingMessage, target: { bucketId: string; name: string }) {
    const token = req.headers["x-signature"];
    const claims = await requireSignature(
      this.context,
      typeof token === "string" ? token : null,
      "upload",
      target,
    );
    const mode = claims.upsert ? ("upsert" as const) : ("insert" as const);
    return { caller: SERVICE, owner: claims.owner, mode };
  }

  async #assertPermitted(draft: Draft, caller: Caller): Promise<void> {
    const { bucketId, name, owner, id, userMetadata, mimeType, cacheControl, mode } = draft;
    const metadata = { mimetype: mimeType, cacheControl };
    await assertMayWrite(
      this.context,
      caller,
      { bucketId, name, owner, version: id, metadata, userMetadata },
      mode,
    );
  }
}

function parseUploadMetadata(req: IncomingMessage): Record<string, string | null> {
  const header = req.headers["upload-metadata"];
  if (typeof header !== "string") throw faults.invalidRequest("Metadata header is required");
  try {
    return Metadata.parse(header);
  } catch {
    throw faults.invalidRequest("Metadata header is malformed");
  }
}
