import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/platform/env";

const complete = {
  SITE_URL: "http://localhost:3000/",
  SUPABASE_URL: "http://127.0.0.1:3001",
  SUPABASE_PUBLISHABLE_KEY: "public",
  SUPABASE_SECRET_KEY: "secret",
  UPSTASH_REDIS_REST_URL: "http://127.0.0.1:3003",
  UPSTASH_REDIS_REST_TOKEN: "token",
  COOKIE_SECRET: "x".repeat(32),
};

describe("the environment", () => {
  test("a complete one is read, and addresses lose their last slash", () => {
    expect(parseEnv(complete).SITE_URL).toBe("http://localhost:3000");
  });

  test("every problem is told at once", () => {
    const attempt = () => parseEnv({ ...complete, SUPABASE_URL: "nonsense", COOKIE_SECRET: "short" });
    expect(attempt).toThrow(/SUPABASE_URL[\s\S]*COOKIE_SECRET/);
  });

  test("the sandbox is refused in production", () => {
    expect(() => parseEnv({ ...complete, CINEVERSE_EMBEDDED: "1", CINEVERSE_PRODUCTION: "1" })).toThrow(
      /sandbox/,
    );
    expect(() => parseEnv({ ...complete, CINEVERSE_EMBEDDED: "1", VERCEL_ENV: "production" })).toThrow(
      /sandbox/,
    );
  });

  test("the sandbox is refused beside a hosted project, where its demo accounts would be real", () => {
    const hosted = { ...complete, SUPABASE_URL: "https://project.supabase.co" };
    expect(parseEnv(hosted).CINEVERSE_EMBEDDED).toBe(false);
    expect(() => parseEnv({ ...hosted, CINEVERSE_EMBEDDED: "1" })).toThrow(/never together/);
  });

  test("a preview on Vercel knows its own address", () => {
    const { SITE_URL: _, ...rest } = complete;
    expect(parseEnv({ ...rest, VERCEL_URL: "preview.vercel.app" }).SITE_URL).toBe(
      "https://preview.vercel.app",
    );
  });

  test("providers come as a list, however they are spaced", () => {
    expect(parseEnv({ ...complete, OAUTH_PROVIDERS: " Google, github ,," }).OAUTH_PROVIDERS).toEqual([
      "google",
      "github",
    ]);
  });
});
