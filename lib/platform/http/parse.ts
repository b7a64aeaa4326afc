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
  return collect(new URL(request.url).searchParams.entries());
}

/** JSON, or a form that was posted without JavaScript. */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (Number(request.headers.get("content-length") ?? 0) > MAXIMUM_BODY_BYTES) throw unreadable();
  try {
    if (isForm(type)) return collect((await request.formData()).entries());
    const text = await request.text();
    if (text.length > MAXIMUM_BODY_BYTES) throw unreadable();
    return text === "" ? {} : JSON.parse(text);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(error);
  }
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

function unreadable(cause?: unknown): AppError {
  return new AppError("INVALID", "platform.errors.unreadable", { cause });
}
