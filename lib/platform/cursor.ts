import { z } from "zod";

const VALUE_CHARACTERS = 400;
/** Room for a value whose letters take four bytes each: a list must take the cursor that it gave. */
const CURSOR_CHARACTERS = 2_200;

const contentSchema = z.tuple([
  z
    .string()
    .max(VALUE_CHARACTERS)
    .refine((value) => !value.includes("\0") && value.isWellFormed()),
  z.uuid(),
]);

/** Keyset pagination: the value and the id of the row after which the next page of a list begins. */
export type Cursor = z.output<typeof contentSchema>;

/** Base64url of the pair; opaque to the browser, which only hands it back. */
export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export const cursorSchema = z
  .string()
  .max(CURSOR_CHARACTERS)
  .transform((value, issues) => {
    const parsed = contentSchema.safeParse(decode(value));
    if (parsed.success) return parsed.data;
    issues.addIssue({ code: "custom", message: "platform.errors.field" });
    return z.NEVER;
  });

function decode(value: string): unknown {
  try {
    const binary = atob(value.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(
        Uint8Array.from(binary, (character) => character.charCodeAt(0)),
      ),
    );
  } catch {
    return null;
  }
}
