import type { IncomingMessage } from "node:http";
import { faults } from "./errors";

export const PREFIX = "/storage/v1";
const MAX_JSON_BYTES = 2 * 1024 * 1024;

export type StorageRequest = {
  method: string;
  /** Decoded once, segment by segment; an encoded slash therefore stays part of the name. */
  segments: string[];
  query: URLSearchParams;
};

/** Reads the raw request target. A URL parser would resolve `..` and so hide what was asked for. */
export function parseTarget(req: IncomingMessage): StorageRequest {
  const [path = "", search = ""] = splitOnce(req.url ?? "", "?");
  if (path !== PREFIX && !path.startsWith(`${PREFIX}/`)) throw faults.noSuchRoute();
  const encoded = path.slice(PREFIX.length + 1).split("/");
  return {
    method: req.method ?? "GET",
    segments: encoded.map(decodeSegment),
    query: new URLSearchParams(search),
  };
}

/** A body of JSON, at most 2 MB; anything but an object is refused. */
export async function readJson(req: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection outlives a refusal, so that the refusal can be answered.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > MAX_JSON_BYTES) throw faults.tooLarge();
    chunks.push(chunk as Buffer);
  }
  try {
    const value: unknown = size === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // answered below, like any other body that is not an object
  }
  throw faults.invalidRequest("body must be a JSON object");
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw faults.invalidKey(segment);
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
