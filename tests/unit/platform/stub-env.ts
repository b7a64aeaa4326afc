import { vi } from "vitest";

/** A complete environment whose services answer nowhere: port 9 discards. */
export function stubEnvironment(): void {
  const values = {
    SITE_URL: "https://cineverse.example",
    SUPABASE_URL: "http://127.0.0.1:9",
    SUPABASE_PUBLISHABLE_KEY: "public",
    SUPABASE_SECRET_KEY: "secret",
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
    UPSTASH_REDIS_REST_TOKEN: "token",
    COOKIE_SECRET: "0123456789abcdef0123456789abcdef",
    LOG_LEVEL: "silent",
    CINEVERSE_EMBEDDED: "",
    CINEVERSE_PRODUCTION: "",
    VERCEL: "",
    VERCEL_ENV: "",
  };
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
}
