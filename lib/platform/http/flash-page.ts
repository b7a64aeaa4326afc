import "server-only";
import { cookies } from "next/headers";
import { FLASH_COOKIE, flashSchema } from "@/lib/platform/http/forms";

type FormState = {
  message: { text: string; isError: boolean };
  fields: Record<string, string>;
  values: Record<string, string>;
};

/** What the last post to one of these addresses answered, for pages whose forms work without JavaScript. */
export async function readFlash(...actions: string[]): Promise<FormState | undefined> {
  const value = (await cookies()).get(FLASH_COOKIE)?.value;
  if (!value) return undefined;
  try {
    const { action, message, isError, fields, values } = flashSchema.parse(JSON.parse(value));
    return actions.includes(action) ? { message: { text: message, isError }, fields, values } : undefined;
  } catch {
    return undefined;
  }
}
