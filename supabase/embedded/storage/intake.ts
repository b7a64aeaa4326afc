import type { IncomingMessage, ServerResponse } from "node:http";
import { PassThrough, type Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import { faults, type StorageFault, sendFault } from "./errors";
import { toCacheControl } from "./names";

/** A file on its way in: its description is known, its bytes are still to come. */
export type IncomingFile = {
  body: Readable;
  mimeType: string;
  cacheControl: string;
  contentEncoding: string | null;
  userMetadata: Record<string, unknown> | null;
  /** Bytes that the request announces (with a form, the form around the file included). */
  announcedSize: number | null;
};

const FORM_LIMITS = { files: 1, fields: 20, fieldSize: 1024 * 1024 };
/** After a refusal a client gets this much more time and room to notice, then the connection is cut. */
const DRAIN_BYTES = 4 * 1024 * 1024;
const DRAIN_MILLISECONDS = 3000;

export function openUpload(req: IncomingMessage): Promise<IncomingFile> {
  const type = req.headers["content-type"] ?? "";
  return type.toLowerCase().startsWith("multipart/form-data") ? openForm(req) : Promise.resolve(openRaw(req));
}

/**
 * Answers a refusal although the body is still arriving. What is under way is let pass, because a connection closed
 * over unread bytes takes the answer with it; a client that just goes on is cut off.
 */
export function refuseUpload(req: IncomingMessage, res: ServerResponse, fault: StorageFault): void {
  drain(req);
  sendFault(res, fault);
}

export function drain(req: IncomingMessage): void {
  if (req.complete || req.destroyed) return;
  let drained = 0;
  const cut = setTimeout(() => req.destroy(), DRAIN_MILLISECONDS);
  req.on("data", (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAIN_BYTES) req.destroy();
  });
  req.once("end", () => clearTimeout(cut));
  req.once("close", () => clearTimeout(cut));
  req.resume();
}

function openRaw(req: IncomingMessage): IncomingFile {
  const { headers } = req;
  const encoding = headers["content-encoding"];
  return {
    body: detach(req),
    mimeType: headers["content-type"] || "application/octet-stream",
    cacheControl: toCacheControl(headers["cache-control"]),
    contentEncoding: encoding && encoding !== "identity" ? encoding : null,
    userMetadata: parseMetadataHeader(headers["x-metadata"]),
    announcedSize: announced(req),
  };
}

function openForm(req: IncomingMessage): Promise<IncomingFile> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const form = parserFor(req);
    let file: Readable | null = null;
    form.on("field", (name: string, value: string) => fields.set(name, value));
    form.on("file", (_field: string, body: Readable, _name: string, encoding: string, mimeType: string) => {
      if (encoding === "base64") return reject(faults.invalidRequest("Unsupported transfer encoding"));
      file = body;
      endWith(req, body);
      body.once("close", () => req.unpipe(form));
      resolve({ body, mimeType, announcedSize: announced(req), ...readFields(fields) });
    });
    form.on("error", () => {
      file?.destroy(faults.invalidRequest("Malformed form"));
      reject(faults.invalidRequest("Malformed form"));
    });
    form.on("finish", () => reject(faults.invalidRequest("No file provided")));
    req.pipe(form);
  });
}

function parserFor(req: IncomingMessage) {
  try {
    return new Busboy({
      headers: { ...req.headers, "content-type": req.headers["content-type"] ?? "" },
      limits: FORM_LIMITS,
    });
  } catch {
    throw faults.invalidRequest("Malformed form");
  }
}

function readFields(fields: Map<string, string>) {
  return {
    cacheControl: toCacheControl(fields.get("cacheControl")),
    contentEncoding: fields.get("contentEncoding") || null,
    userMetadata: parseMetadata(fields.get("metadata")),
  };
}

/** Everything read from `req`, but destroying it leaves the connection open for an answer. */
function detach(req: IncomingMessage): Readable {
  const body = new PassThrough({ highWaterMark: 1 << 18 });
  endWith(req, body);
  body.once("close", () => req.unpipe(body));
  return req.pipe(body);
}

/** A connection that breaks off must end the upload; `pipe` alone would leave it waiting. */
function endWith(req: IncomingMessage, body: Readable): void {
  const fail = () => body.destroy(faults.invalidRequest("The upload was cut off"));
  // It may happen before anybody reads; whoever reads later finds the stream in error.
  body.on("error", () => {});
  req.once("error", fail);
  req.once("close", () => {
    if (!req.complete) fail();
  });
}

function announced(req: IncomingMessage): number | null {
  const length = Number(req.headers["content-length"]);
  return Number.isSafeInteger(length) ? length : null;
}

function parseMetadataHeader(header: string | string[] | undefined): Record<string, unknown> | null {
  return typeof header === "string" ? parseMetadata(Buffer.from(header, "base64").toString("utf8")) : null;
}

export function parseMetadata(text: string | undefined | null): Record<string, unknown> | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // answered below, like any other metadata that is not an object
  }
  throw faults.invalidRequest("metadata must be a JSON object");
}
