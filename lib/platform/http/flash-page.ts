import "server-only";
import { cookies } from "next/headers";
import { FLASH_COOKIE, type Flash, flashSchema } from "@/lib/platform/http/forms";

/** What the last post to one of these addresses answered, for pages whose forms work without JavaScript. */
export async function readFlash(...actions: string[]): Promise<Flash | null> {
  const value = (await cookies()).get(FLASH_COOKIE)?.value;
  if (!value) return null;
  try {
    const flash = flashSchema.parse(JSON.parse(value));
    return actions.includes(flash.action) ? flash : null;
  } catch {
    return null;
  }
}
