import type { RequestJar } from "@/lib/platform/http/request-jar";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";

export const MAILED_COOKIE = "cineverse-mailed";
const LIFETIME_SECONDS = 60 * 60;

/** Remembers the address that a mail went to, so that its code can be typed without typing the address again. */
export function rememberMailed(cookies: RequestJar, email: string): void {
  cookies.set(MAILED_COOKIE, email, { ...cookieDefaults(), maxAge: LIFETIME_SECONDS });
}
