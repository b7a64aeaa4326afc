import type { z } from "zod";
import { whileBodyArrives } from "@/lib/platform/deadlines";
import { AppError, fromZod } from "@/lib/platform/errors";

const MAXIMUM_BODY_BYTES = 256 * 1024;
/** Deeper than anything that we take; what walks through a value may then call itself. */
const MAXIMUM_DEPTH = 32;

export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw fromZod(result.error);
  return result.data;
}

/** A repeated name becomes a list. */
export function readQuery(request: Request): Record<string, string | string[]> {
  return storable(collect(new URL(request.url).searchParams.entries()));
}

/** JSON, or a form that was posted without JavaScript. */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  try {
    const bytes = await readBytes(request);
    const text = decode(bytes);
    if (isForm(type)) return storable(collect((await asForm(bytes, type, text)).entries()));
    if (text === "") return {};
    if (!isJson(type) || isTooDeep(text)) throw unreadable();
    return storable(JSON.parse(text));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(error);
  }
}

/** Counts what arrives: a length need not be announced, and need not be true. What is too much is not read on. */
export async function readBytes(request: Request, maximum = MAXIMUM_BODY_BYTES): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > maximum) throw unreadable();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  try {
    while (reader) {
      const { done, value } = await whileBodyArrives(reader.read());
      if (done) break;
      size += value.length;
      if (size > maximum) throw unreadable();
      chunks.push(value);
    }
  } catch (error) {
    // Not waited for: of a request that was cloned, the other half may still be read.
    reader?.cancel().catch(() => undefined);
    throw error;
  }
  return Buffer.concat(chunks);
}

/** Throws where it is not UTF-8: a letter that was guessed would be stored. */
function decode(bytes: Buffer): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

const isJson = (contentType: string) => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType);

/** Counted before it is parsed, in one pass; brackets inside of texts do not count. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > MAXIMUM_DEPTH) return true;
  }
  return false;
}

function asForm(bytes: Buffer, type: string, text: string): Promise<FormData> {
  // Throws where a percent-encoded letter is not UTF-8, which the form would only replace.
  if (type.startsWith("application/x-www-form-urlencoded")) decodeURIComponent(text);
  return new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
}

export function isForm(contentType: string): boolean {
  return (
    contentType.startsWith("application/x-www-form-urlencoded") ||
    contentType.startsWith("multipart/form-data")
  );
}

/** Through a map, because a field may be called __proto__. */
function collect(entries: Iterable<[string, FormDataEntryValue]>): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of entries) {
    if (typeof value !== "string") continue;
    const known = values.get(name);
    values.set(name, known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]);
  }
  return Object.fromEntries(values);
}

/** No text of Postgres's holds a NUL or half a letter, so one is the sender's mistake wherever it stands. */
function storable<Value>(value: Value): Value {
  if (isUnstorable(value)) throw unreadable();
  return value;
}

function isUnstorable(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed();
  return typeof value === "object" && value !== null && Object.entries(value).flat().some(isUnstorable);
}

function unreadable(cause?: unknown): AppError {
  return new AppError("INVALID", "platform.errors.unreadable", { cause });
}
