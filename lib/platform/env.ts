import { z } from "zod";

const flag = z
  .enum(["0", "1", "true", "false", ""])
  .default("0")
  .transform((value) => value === "1" || value === "true");
const text = z.string().trim().min(1);
const optionalText = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;
const address = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

const schema = z
  .object({
    SITE_URL: address,
    SUPABASE_URL: address,
    SUPABASE_PUBLISHABLE_KEY: text,
    SUPABASE_SECRET_KEY: text,
    DATABASE_URL: optionalText,
    UPSTASH_REDIS_REST_URL: address,
    UPSTASH_REDIS_REST_TOKEN: text,
    SMTP_URL: optionalText,
    MAIL_FROM: z.string().trim().min(3).default("CineVerse <no-reply@cineverse.test>"),
    COOKIE_SECRET: z.string().min(32, "needs 32 characters or more"),
    OAUTH_PROVIDERS: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((name) => name.trim().toLowerCase())
          .filter(Boolean),
      ),
    TOTP_SIGN_IN: flag,
    TMDB_API_KEY: optionalText,
    TMDB_URL: address.default("https://api.themoviedb.org/3"),
    CRON_SECRET: optionalText,
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    CINEVERSE_EMBEDDED: flag,
    CINEVERSE_PRODUCTION: flag,
    FFMPEG_PATH: optionalText,
    FFPROBE_PATH: optionalText,
    MAIL_CATCHER_URL: optionalText,
    OTEL_EXPORTER_OTLP_ENDPOINT: optionalText,
    OTEL_SERVICE_NAME: optionalText,
    SENTRY_DSN: optionalText,
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    VERCEL: flag,
    VERCEL_ENV: optionalText,
  })
  .refine(
    (values) =>
      !(values.CINEVERSE_EMBEDDED && (values.CINEVERSE_PRODUCTION || values.VERCEL_ENV === "production")),
    {
      path: ["CINEVERSE_EMBEDDED"],
      message: "the embedded stack is a sandbox and is refused in production",
    },
  )
  // Demo accounts with a known password, and links to the mail catcher, belong to a stack of this machine only.
  .refine((values) => !values.CINEVERSE_EMBEDDED || LOOPBACK.test(new URL(values.SUPABASE_URL).hostname), {
    path: ["CINEVERSE_EMBEDDED"],
    message: "is set by the embedded stack itself, never together with another SUPABASE_URL",
  });

export type Env = z.output<typeof schema>;

/** Parses an environment; throws one error that lists every problem. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const siteUrl = source.SITE_URL || (source.VERCEL_URL ? `https://${source.VERCEL_URL}` : undefined);
  const result = schema.safeParse({ ...source, SITE_URL: siteUrl });
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => {
    const name = path.join(".");
    return `  ${name}: ${source[name] ? message : "is not set"}`;
  });
  throw new Error(`The environment is not complete (.env.example explains each):\n${problems.join("\n")}`);
}

let parsed: Env | undefined;

/** The environment, read on first use, so that a build needs no secret. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** A variable that only some programs need, such as the worker's DATABASE_URL. */
export function requireEnv<Name extends keyof Env>(name: Name): NonNullable<Env[Name]> {
  const value = env()[name];
  if (value === undefined || value === null) throw new Error(`${name} is not set (.env.example explains it)`);
  return value;
}

/** The gate (middleware.ts) is bundled for a runtime without streams; Next.js writes this in when it builds. */
export const IS_EDGE = process.env.NEXT_RUNTIME === "edge";

/** Apart from env(): a broken environment must still be able to log that it is broken. */
export function logLevel(): z.output<typeof schema.shape.LOG_LEVEL> {
  const level = schema.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL);
  return level.success ? level.data : "info";
}

/** Where traces and errors are sent, if anywhere; apart from env() for the same reason. */
export function watchers(): { traces?: string; errors?: string } {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: traces, SENTRY_DSN: errors } = process.env;
  return { ...(traces && { traces }), ...(errors && { errors }) };
}

/** Whatever of the environment must never be read anywhere, in a log least of all. */
export function secretValues(): string[] {
  const { env: all } = process;
  return [
    all.COOKIE_SECRET,
    all.CRON_SECRET,
    all.SUPABASE_SECRET_KEY,
    all.UPSTASH_REDIS_REST_TOKEN,
    all.DATABASE_URL,
    all.SMTP_URL,
    all.TMDB_API_KEY,
  ].filter((value): value is string => value !== undefined && value.length >= 8);
}

/** Where somebody reads along in a terminal. */
export const IS_DEVELOPMENT = process.env.NODE_ENV === "development";

export const watchedServiceName = (): string => process.env.OTEL_SERVICE_NAME || "cineverse";

export const deploymentName = (): string => process.env.VERCEL_ENV || process.env.NODE_ENV;
