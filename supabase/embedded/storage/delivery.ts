import type { FileHandle } from "node:fs/promises";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { ObjectRow, StorageContext } from "./context";
import { faults } from "./errors";
import { type ByteRange, evaluateConditions, parseRange, rangeApplies } from "./ranges";

/** How long who may keep an answer: anybody (public), the caller, or the holder of a link until it expires. */
export type Visibility = { kind: "public" } | { kind: "private" } | { kind: "signed"; expiresAt: number };

/** Read in one go; a range up to here needs no stream. */
const BUFFERED_BYTES = 1 << 18;

export type Deliverable = { row: ObjectRow; visibility: Visibility };
export type Delivery = {
  find: () => Promise<Deliverable>;
  /** File name to save under, "" for the browser's own choice, null to show it. */
  download: string | null;
};

type Plan = { status: number; headers: OutgoingHttpHeaders; range: ByteRange | null };

/** Sends an object's bytes: whole or one range, streamed, with the conditional headers honoured. */
export async function deliver(
  context: StorageContext,
  req: IncomingMessage,
  res: ServerResponse,
  delivery: Delivery,
  attemptsLeft = 2,
): Promise<void> {
  const found = await delivery.find();
  const { status, headers, range } = plan(req, found, delivery.download);
  if (!range || req.method === "HEAD") return void res.writeHead(status, headers).end();
  const { version } = found.row;
  const hot = context.hot.find(version, range);
  if (hot) return void res.writeHead(status, headers).end(hot);
  if (await sendIfPresent(context, version, range, () => res.writeHead(status, headers))) return;
  // Overwritten or removed between the row's reading and now: the row is asked for again.
  context.current.forget();
  if (attemptsLeft <= 1) throw faults.noSuchKey();
  await deliver(context, req, res, delivery, attemptsLeft - 1);
}

/** What the request's headers ask of this version; no range means no bytes to send. */
function plan(req: IncomingMessage, found: Deliverable, download: string | null): Plan {
  const headers = responseHeaders(found, download);
  const { size, eTag, lastModified } = found.row.metadata;
  const validators = { etag: eTag, lastModified: new Date(lastModified) };
  const condition = evaluateConditions(req.headers, validators);
  if (condition === 412) throw faults.preconditionFailed();
  if (condition === 304) return { status: 304, headers: withoutBody(headers), range: null };
  const range = rangeApplies(req.headers, validators) ? parseRange(req.headers.range, size) : null;
  if (range === "unsatisfiable") throw faults.rangeNotSatisfiable(size);
  if (range) headers["content-range"] = `bytes ${range.start}-${range.end}/${size}`;
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers["content-length"] = end - start + 1;
  return { status: range ? 206 : 200, headers, range: size === 0 ? null : { start, end } };
}

/** False, with nothing sent, when the bytes of this version are gone. */
async function sendIfPresent(
  { files, hot }: StorageContext,
  version: string,
  range: ByteRange,
  begin: () => ServerResponse,
): Promise<boolean> {
  try {
    await files.use(version, (file) =>
      send(file, range, begin(), (bytes) => hot.keep(version, range, bytes)),
    );
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function send(
  file: FileHandle,
  range: ByteRange,
  res: ServerResponse,
  keep: (bytes: Buffer) => void,
): Promise<void> {
  try {
    if (range.end - range.start < BUFFERED_BYTES) {
      for await (const whole of chunksOf(file, range)) {
        keep(whole);
        res.end(whole);
      }
    } else await pipeline(chunksOf(file, range), res);
  } catch (error) {
    // A viewer who leaves or seeks closes the connection in the middle: nothing is wrong then.
    if (!res.destroyed) console.error("storage: reading failed:", error);
    res.destroy();
  }
}

/** Not the file's own stream, which would leave a listener on a file that others go on reading. */
async function* chunksOf(file: FileHandle, { start, end }: ByteRange): AsyncGenerator<Buffer> {
  for (let at = start; at <= end; ) {
    const length = Math.min(BUFFERED_BYTES, end - at + 1);
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, at);
    if (bytesRead < length) throw new Error("the file is shorter than its row says");
    yield buffer;
    at += bytesRead;
  }
}

function responseHeaders({ row, visibility }: Deliverable, download: string | null): OutgoingHttpHeaders {
  const { metadata } = row;
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
