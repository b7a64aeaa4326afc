import type { IncomingMessage, ServerResponse } from "node:http";
import type { Sql } from "postgres";
import { Blobs } from "./blobs";
import type { StorageTokens } from "./caller";
import type { StorageContext } from "./context";
import { CurrentObjects } from "./current-objects";
import { faults, toFault } from "./errors";
import { HotRanges } from "./hot-ranges";
import { refuseUpload } from "./intake";
import { OpenFiles } from "./open-files";
import { parseTarget, type StorageRequest } from "./request";
import { ResumableUploads, TUS_CAPABILITIES } from "./resumable";
import { purgeCache, routeBucket } from "./routes-bucket";
import { routeObject } from "./routes-object";
import { sweepOrphans } from "./sweep";

export type StorageOptions = { sql: Sql; folder: string; tokens: StorageTokens };
export type EmbeddedStorage = {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  close(): Promise<void>;
};

const EXPOSED = [
  "Accept-Ranges, Cache-Control, Content-Disposition, Content-Encoding, Content-Length, Content-Range, ETag",
  "Last-Modified, Location, Tus-Complete, Tus-Extension, Tus-Max-Size, Tus-Resumable, Tus-Version",
  "Upload-Defer-Length, Upload-Expires, Upload-Length, Upload-Metadata, Upload-Offset",
].join(", ");

/**
 * The Storage API of the embedded stack, for everything under /storage/v1. `sql` must be a superuser's client:
 * each request that has a caller runs in a transaction under that caller's role and claims, so that the policies
 * decide. Bytes live below `folder`.
 */
export function createStorage({ sql, folder, tokens }: StorageOptions): EmbeddedStorage {
  const blobs = new Blobs(folder);
  const files = new OpenFiles((version) => blobs.open(version));
  const current = new CurrentObjects(sql);
  const context: StorageContext = { sql, tokens, blobs, files, hot: new HotRanges(), current };
  const resumable = new ResumableUploads(context, folder);
  const sweeping = Promise.all([sweepOrphans(context), resumable.sweep()]).catch((error: unknown) =>
    console.warn("storage: orphaned files were not swept:", error instanceof Error ? error.message : error),
  );

  async function route(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const request = parseTarget(req);
    const [area, ...rest] = request.segments;
    if (area === "upload" && rest[0] === "resumable") return await resumable.handle(req, res, rest.slice(1));
    if (area === "object") return await routeObject(context, req, res, { ...request, segments: rest });
    if (area === "bucket") return await routeBucket(context, req, res, { ...request, segments: rest });
    if (area === "cdn") return await purgeCache(context, req, res);
    if (area === "status" || area === "health") return void res.writeHead(200).end();
    throw unavailable(request);
  }

  return {
    async handle(req, res) {
      allowOtherOrigins(req, res);
      if (req.method === "OPTIONS") return void res.writeHead(204, TUS_CAPABILITIES).end();
      await route(req, res).catch((error: unknown) => answerError(req, res, error));
    },
    async close() {
      resumable.close();
      files.close();
      await sweeping;
    },
  };
}

/** Parts of a hosted project that this one does not have say so instead of pretending. */
function unavailable({ segments: [area] }: StorageRequest) {
  if (area === "render") return faults.notEnabled("image transformation");
  if (area === "iceberg" || area === "vector" || area === "s3") return faults.notEnabled(area);
  return faults.noSuchRoute();
}

function answerError(req: IncomingMessage, res: ServerResponse, error: unknown): void {
  // Whoever hung up waits for no answer.
  if (req.destroyed && !req.complete) return void res.destroy();
  const fault = toFault(error);
  if (fault.statusCode >= 500) console.error("storage:", req.method, req.url?.split("?")[0], error);
  if (res.headersSent) return void res.destroy();
  refuseUpload(req, res, fault);
}

/** Players and pages come from other origins and carry no cookie here, so every origin may read. */
function allowOtherOrigins(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader("access-control-allow-origin", "*");
  res.setHeader("access-control-expose-headers", EXPOSED);
  res.setHeader("cross-origin-resource-policy", "cross-origin");
  if (req.method !== "OPTIONS") return;
  const wanted = req.headers["access-control-request-headers"];
  res.setHeader("access-control-allow-methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  if (wanted && /^[\w\-, ]+$/.test(wanted)) res.setHeader("access-control-allow-headers", wanted);
  res.setHeader("access-control-max-age", "86400");
}
