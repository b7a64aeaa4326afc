import "server-only";
import { cookies } from "next/headers";
import { THEME_COOKIE, type Theme, toTheme } from "@/lib/platform/theme";

/** The server writes the theme into the document, so that no page flashes in the wrong one. */
export async function getTheme(): Promise<Theme> {
  return toTheme((await cookies()).get(THEME_COOKIE)?.value);
}
