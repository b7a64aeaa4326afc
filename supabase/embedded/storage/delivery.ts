import type { FileHandle } from "node:fs/promises";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { ObjectRow, StorageContext } from "./context";
import { faults, sendFault } from "./errors";
import { type ByteRange, evaluateConditions, parseRange, rangeApplies } from "./ranges";

/** How long who may keep an answer: anybody (public), the caller, or the holder of a link until it expires. */
export type Visibility = { kind: "public" } | { kind: "private" } | { kind: "signed"; expiresAt: number };

/** Up to here a range is read in one go, which costs less than a stream. */
const BUFFERED_BYTES = 1 << 18;

export type Delivery = {
  find: () => Promise<ObjectRow>;
  visibility: Visibility;
  /** File name to save under, "" for the browser's own choice, null to show it. */
  download: string | null;
};

/** Sends an object's bytes: whole or one range, streamed, with the conditional headers honoured. */
export async function deliver(
  context: StorageContext,
  req: IncomingMessage,
  res: ServerResponse,
  delivery: Delivery,
  attemptsLeft = 2,
): Promise<void> {
  const row = await delivery.find();
  const headers = responseHeaders(row, delivery);
  const validators = { etag: row.metadata.eTag, lastModified: new Date(row.metadata.lastModified) };
  const condition = evaluateConditions(req.headers, validators);
  if (condition === 304) return void res.writeHead(304, withoutBody(headers)).end();
  if (condition === 412) throw faults.preconditionFailed();
  const size = row.metadata.size;
  const range = rangeApplies(req.headers, validators) ? parseRange(req.headers.range, size) : null;
  if (range === "unsatisfiable") {
    res.setHeader("content-range", `bytes */${size}`);
    return sendFault(res, faults.rangeNotSatisfiable());
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers["content-length"] = end - start + 1;
  if (range) headers["content-range"] = `bytes ${start}-${end}/${size}`;
  const status = range ? 206 : 200;
  if (req.method === "HEAD" || size === 0) return void res.writeHead(status, headers).end();
  const file = await openIfPresent(context, row.version);
  if (!file) {
    // Overwritten or removed between the row's reading and now: the row is asked for again.
    context.current.forget();
    if (attemptsLeft <= 1) throw faults.noSuchKey();
    return await deliver(context, req, res, delivery, attemptsLeft - 1);
  }
  res.writeHead(status, headers);
  await send(file, { start, end }, res);
}

async function openIfPresent(context: StorageContext, version: string): Promise<FileHandle | null> {
  try {
    return await context.blobs.open(version);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function send(file: FileHandle, { start, end }: ByteRange, res: ServerResponse): Promise<void> {
  const length = end - start + 1;
  if (length > BUFFERED_BYTES) {
    const stream = file.createReadStream({ start, end, highWaterMark: BUFFERED_BYTES });
    // A viewer who leaves or seeks closes the connection in the middle: nothing is wrong then.
    return await pipeline(stream, res).catch(() => void res.destroy());
  }
  try {
    const buffer = Buffer.allocUnsafe(length);
    const { bytesRead } = await file.read(buffer, 0, length, start);
    if (bytesRead === length) res.end(buffer);
    else res.destroy();
  } finally {
    await file.close();
  }
}

function responseHeaders({ metadata }: ObjectRow, { visibility, download }: Delivery): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {
    "accept-ranges": "bytes",
    "content-type": harmless(metadata.mimetype),
    etag: metadata.eTag,
    "last-modified": new Date(metadata.lastModified).toUTCString(),
    "cache-control": cacheControl(metadata.cacheControl, visibility),
    // An uploaded document never runs as a page of this origin.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "x-content-type-options": "nosniff",
  };
  if (visibility.kind === "private") headers.vary = "authorization";
  if (visibility.kind === "signed") headers.expires = new Date(visibility.expiresAt * 1000).toUTCString();
  if (metadata.contentEncoding) headers["content-encoding"] = metadata.contentEncoding;
  if (download !== null) headers["content-disposition"] = disposition(download);
  return headers;
}

/** Markup is shown as text, as on a hosted project. */
function harmless(mimeType: string): string {
  return /^(?:text\/html|application\/xhtml\+xml)/i.test(mimeType) ? "text/plain" : mimeType;
}

function cacheControl(stored: string, visibility: Visibility): string {
  if (visibility.kind === "public") return stored;
  if (visibility.kind === "private") return `private, ${stored}`;
  const remaining = Math.max(0, Math.floor(visibility.expiresAt - Date.now() / 1000));
  const wanted = Number(/max-age=(\d+)/.exec(stored)?.[1] ?? 0);
  return `private, max-age=${Math.min(remaining, wanted)}`;
}

function disposition(download: string): string {
  if (download === "") return "attachment";
  const name = encodeURIComponent(download).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename=${name}; filename*=UTF-8''${name}`;
}

function withoutBody(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const { "content-type": _type, "content-encoding": _encoding, ...rest } = headers;
  return rest;
}
