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

export async function openUpload(req: IncomingMessage): Promise<IncomingFile> {
  // What happened to the connection while limits were looked up is not announced again.
  if (req.destroyed) throw cutOff();
  const type = req.headers["content-type"] ?? "";
  return type.toLowerCase().startsWith("multipart/form-data") ? await openForm(req) : openRaw(req);
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
    mimeType: headers["content-type"] || "application/octet-stream",
    cacheControl: toCacheControl(headers["cache-control"]),
    contentEncoding: encoding && encoding !== "identity" ? encoding : null,
    userMetadata: parseMetadataHeader(headers["x-metadata"]),
    announcedSize: announced(req),
    // Last: once it is attached, a refusal above could no longer drain the request.
    body: detach(req),
  };
}

function openForm(req: IncomingMessage): Promise<IncomingFile> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const form = parserFor(req);
    let file: Readable | null = null;
    const fail = (error: unknown) => {
      file?.destroy(error as Error);
      reject(error);
    };
    form.on("field", (name: string, value: string) => fields.set(name, value));
    form.on("file", (_field: string, body: Readable, _name: string, encoding: string, mimeType: string) => {
      file = body;
      quietly(body);
      body.once("close", () => req.unpipe(form));
      // A throw in here would reach no caller.
      try {
        resolve({ body, mimeType, announcedSize: announced(req), ...readFields(fields, encoding) });
      } catch (error) {
        fail(error);
      }
    });
    whenCutOff(req, () => fail(cutOff()));
    form.on("error", () => fail(faults.invalidRequest("Malformed form")));
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

function readFields(fields: Map<string, string>, transferEncoding: string) {
  if (transferEncoding === "base64") throw faults.invalidRequest("Unsupported transfer encoding");
  return {
    cacheControl: toCacheControl(fields.get("cacheControl")),
    contentEncoding: fields.get("contentEncoding") || null,
    userMetadata: parseMetadata(fields.get("metadata")),
  };
}

/** Everything read from `req`, but destroying it leaves the connection open for an answer. */
function detach(req: IncomingMessage): Readable {
  const body = new PassThrough({ highWaterMark: 1 << 18 });
  quietly(body);
  whenCutOff(req, () => body.destroy(cutOff()));
  body.once("close", () => req.unpipe(body));
  return req.pipe(body);
}

/** A connection that breaks off must end the upload; `pipe` alone would leave it waiting. */
function whenCutOff(req: IncomingMessage, act: () => void): void {
  req.once("error", act);
  req.once("close", () => {
    if (!req.complete) act();
  });
}

/** A stream may fail before anybody reads it; whoever reads later finds it in error. */
function quietly(body: Readable): void {
  body.on("error", () => {});
}

function cutOff(): StorageFault {
  return faults.invalidRequest("The upload was cut off");
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
