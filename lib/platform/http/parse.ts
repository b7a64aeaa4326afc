import type { z } from "zod";
import { AppError, fromZod } from "@/lib/platform/errors";

const MAXIMUM_BODY_BYTES = 256 * 1024;

export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw fromZod(result.error);
  return result.data;
}

/** A repeated name becomes a list. */
export function readQuery(request: Request): Record<string, string | string[]> {
  return withoutNul(collect(new URL(request.url).searchParams.entries()));
}

/** JSON, or a form that was posted without JavaScript. */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  try {
    const bytes = await readBytes(request);
    if (isForm(type)) return withoutNul(collect((await asForm(bytes, type)).entries()));
    return bytes.length === 0 ? {} : withoutNul(JSON.parse(bytes.toString("utf8")));
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
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    chunks.push(read.value);
    if (size <= maximum) continue;
    // Not waited for: of a request that was cloned, the other half may still be read.
    reader?.cancel().catch(() => undefined);
    throw unreadable();
  }
  return Buffer.concat(chunks);
}

function asForm(bytes: Buffer, type: string): Promise<FormData> {
  return new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
}

export function isForm(contentType: string): boolean {
  return (
    contentType.startsWith("application/x-www-form-urlencoded") ||
    contentType.startsWith("multipart/form-data")
  );
}

function collect(entries: Iterable<[string, FormDataEntryValue]>): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of entries) {
    if (typeof value !== "string") continue;
    const known = values[name];
    values[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  return values;
}

/** No text of Postgres's holds a NUL, so one is the sender's mistake wherever it stands. */
function withoutNul<Value>(value: Value): Value {
  if (hasNul(value)) throw unreadable();
  return value;
}

function hasNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  return typeof value === "object" && value !== null && Object.entries(value).flat().some(hasNul);
}

function unreadable(cause?: unknown): AppError {
  return new AppError("INVALID", "platform.errors.unreadable", { cause });
}
