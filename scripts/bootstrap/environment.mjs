import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { EXIT, fail } from "./exit.mjs";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
const LINE = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*("(?:\\.|[^"\\])*"|'[^']*'|[^#\r\n]*)/;
const HIGHEST_BASE = 65_530;

function unquote(value) {
  const text = value.trim();
  if (text.startsWith('"') && text.endsWith('"')) {
    return text.slice(1, -1).replace(/\\([\\"n])/g, (_, letter) => (letter === "n" ? "\n" : letter));
  }
  return text.startsWith("'") ? text.slice(1, -1) : text;
}

/** Adds a dotenv file's variables to the environment; what is set already wins. Node 20.9 has no loader of its own. */
export function loadEnvironmentFile(file) {
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const match = LINE.exec(line);
    if (match) process.env[match[1]] ??= unquote(match[2]);
  }
}

/** `.env.local` before `.env`, as Next.js reads them. */
export function loadOwnEnvironment() {
  for (const name of [".env.local", ".env"]) loadEnvironmentFile(path.join(ROOT, name));
}

/** The programs that npm installed come first, so that `node` in a script's first line is the bundled one. */
export function preferOwnPrograms() {
  const bin = path.join(ROOT, "node_modules", ".bin");
  process.env.PATH = `${bin}${path.delimiter}${process.env.PATH ?? ""}`;
}

export function setLayout(defaultPort, defaultFolder) {
  process.env.PORT ||= String(defaultPort);
  process.env.CINEVERSE_DATA = path.resolve(ROOT, process.env.CINEVERSE_DATA || defaultFolder);
  const port = Number(process.env.PORT);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_BASE) {
    fail(EXIT.badPort, `PORT is ${process.env.PORT}, but must be a whole number from 1 to ${HIGHEST_BASE}.`);
  }
  return { port, dataFolder: process.env.CINEVERSE_DATA };
}

export function refuseEmbeddedInProduction() {
  const { VERCEL_ENV, CINEVERSE_PRODUCTION = "" } = process.env;
  if (VERCEL_ENV !== "production" && !/^(1|true)$/.test(CINEVERSE_PRODUCTION)) return;
  fail(
    EXIT.refusedInProduction,
    "The embedded stack is a sandbox and is refused in production. Set SUPABASE_URL and what .env.example lists with it.",
  );
}
