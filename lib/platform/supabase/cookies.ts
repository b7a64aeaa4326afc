import type { CookieOptions } from "@supabase/ssr";
import { env } from "@/lib/platform/env";

export const AUTH_COOKIE = "cineverse-auth";

/** Where cookies are read from and written to: a page, a route handler or the middleware. */
export type CookieJar = {
  getAll(): { name: string; value: string }[];
  set(name: string, value: string, options: CookieOptions): void;
};

/** No script reads the session: the browser asks for a short-lived access token where Realtime needs one. */
export function authCookieOptions(): CookieOptions & { name: string } {
  return { name: AUTH_COOKIE, ...cookieDefaults() };
}

export function cookieDefaults() {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: env().SITE_URL.startsWith("https:") } as const;
}
