import { z } from "zod";
import { refusals } from "./errors";
import type { Metadata } from "./users";

const MAX_METADATA_BYTES = 64 * 1024;

/** Lower case, as addresses are kept and compared. */
export const emailSchema = z.string().trim().toLowerCase().max(255).pipe(z.email());

export const metadataSchema = z
  .record(z.string(), z.json())
  .refine(
    (value) => JSON.stringify(value).length <= MAX_METADATA_BYTES,
    "metadata is too large",
  ) as z.ZodType<Metadata>;

/** Parses a body once; the first problem is told as hosted tells it. */
export function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  if (field === "email") throw refusals.validation("Unable to validate email address: invalid format");
  throw refusals.validation(`${field || "body"}: ${issue?.message}`);
}
