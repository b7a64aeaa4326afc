import { renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readOpenIdProviders } from "../auth/openid/settings";
import { readAuthSettings } from "../auth/settings";
import { SUPERUSER } from "../postgres/cluster";
import type { Tokens } from "../tokens";
import type { Layout } from "./layout";
import type { Secrets } from "./secrets";

export type Variables = Record<string, string>;

function databaseUrl(layout: Layout, user: string, password: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${layout.ports.postgres}/postgres`;
}

export function superuserUrl(layout: Layout, secrets: Secrets): string {
  return databaseUrl(layout, SUPERUSER, secrets.superuserPassword);
}

/** What the application needs to find the embedded services; the same names point at hosted ones elsewhere. */
export function applicationVariables(layout: Layout, secrets: Secrets, tokens: Tokens): Variables {
  const { ports } = layout;
  return {
    SITE_URL: process.env.SITE_URL || `http://localhost:${ports.site}`,
    SUPABASE_URL: `http://127.0.0.1:${ports.gateway}`,
    SUPABASE_PUBLISHABLE_KEY: tokens.publishableKey,
    SUPABASE_SECRET_KEY: tokens.secretKey,
    DATABASE_URL: databaseUrl(layout, "postgres", secrets.databasePassword),
    UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${ports.redis}`,
    UPSTASH_REDIS_REST_TOKEN: secrets.redisToken,
    SMTP_URL: process.env.SMTP_URL || `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: process.env.MAIL_FROM || "CineVerse <no-reply@cineverse.test>",
    MAIL_CATCHER_URL: `http://127.0.0.1:${ports.mail}`,
    // What the embedded Auth server can do has a button; on a hosted project only the deployer knows.
    OAUTH_PROVIDERS: process.env.OAUTH_PROVIDERS || Object.keys(readOpenIdProviders(process.env)).join(","),
    TOTP_SIGN_IN: process.env.TOTP_SIGN_IN || (readAuthSettings(process.env).isTotpDisabled ? "0" : "1"),
    COOKIE_SECRET: process.env.COOKIE_SECRET || secrets.cookieSecret,
    CRON_SECRET: process.env.CRON_SECRET || secrets.cronSecret,
    CINEVERSE_EMBEDDED: "1",
    CINEVERSE_DATA: layout.dataFolder,
    PORT: String(ports.site),
  };
}

/** Writes `embedded.env`, which scripts/run.mjs loads for every program that is run beside the stack. */
export function writeVariables(layout: Layout, variables: Variables): void {
  const file = path.join(layout.dataFolder, "embedded.env");
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  writeFileSync(`${file}.new`, `${lines.join("\n")}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
