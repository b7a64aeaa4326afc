import type { IncomingMessage, ServerResponse } from "node:http";
import postgres from "postgres";
import { readBody } from "../gateway/body";
import { bearerOf, requireApiKey } from "../gateway/caller";
import { Refusal } from "../gateway/refusal";
import type { Tokens } from "../tokens";
import type { AuthAnswer, AuthContext, AuthRequest } from "./context";
import { AuthError, refusals } from "./errors";
import { createLimits } from "./limits";
import { createMailer } from "./mails/mailer";
import { findRoute, runRoute } from "./routes";
import type { AuthSettings } from "./settings";

export type Auth = {
  handle(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void>;
  close(): Promise<void>;
};
export type AuthOptions = { connectionString: string; tokens: Tokens; settings: AuthSettings };

const PREFIX = "/auth/v1";
const MAX_BODY_BYTES = 1024 * 1024;
const CONNECTIONS = 10;
/** The version in which `code` is a word; auth-js asks for it. */
const API_VERSION = "2024-01-01";

/** Supabase Auth's API over the tables of the auth schema. */
export function createAuth({ connectionString, tokens, settings }: AuthOptions): Auth {
  const sql = postgres(connectionString, {
    max: CONNECTIONS,
    onnotice: () => {},
    idle_timeout: 60,
    // The rights of hosted's server: a project's trigger on auth.users meets the same limits here.
    connection: { role: "supabase_auth_admin", search_path: "auth", TimeZone: "UTC" } as Record<
      string,
      string
    >,
  });
  const context: AuthContext = {
    sql,
    tokens,
    settings,
    mailer: createMailer(settings),
    limits: createLimits(settings),
  };
  return {
    handle: (req, res, url) => handle(context, req, res, url),
    async close() {
      context.mailer.close();
      await sql.end({ timeout: 1 });
    },
  };
}

async function handle(
  context: AuthContext,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const found = findRoute(req.method ?? "GET", url.pathname.slice(PREFIX.length) || "/");
    if (found.route.access !== "open") requireApiKey(req, url, context.tokens);
    send(res, await runRoute(context, await readRequest(req, url), found));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    sendError(req, res, toAuthError(error));
  }
}

async function readRequest(req: IncomingMessage, url: URL): Promise<AuthRequest> {
  const hasBody = req.method !== "GET" && req.method !== "HEAD";
  return {
    query: url.searchParams,
    body: hasBody ? parseBody(await readBody(req, MAX_BODY_BYTES)) : {},
    bearer: bearerOf(req),
    userAgent: req.headers["user-agent"]?.slice(0, 500) ?? null,
    ip: req.socket.remoteAddress ?? null,
  };
}

function parseBody(text: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // answered below, like any other body that is not an object
  }
  throw new AuthError(400, "bad_json", "Could not parse request body as JSON");
}

function toAuthError(error: unknown): AuthError {
  if (error instanceof AuthError) return error;
  // A value that no column takes, such as a NUL, is the caller's mistake.
  const { code } = error as { code?: string };
  if (code === "22P02" || code === "22P05" || code === "22021") return refusals.validation("Invalid input");
  console.error("auth:", error);
  return new AuthError(500, "unexpected_failure", "Internal Server Error");
}

function send(res: ServerResponse, { status, body, headers = {} }: AuthAnswer): void {
  const caching = headers["cache-control"] ? {} : { "cache-control": "no-store" };
  const type = body === undefined ? {} : { "content-type": "application/json; charset=utf-8" };
  res
    .writeHead(status, { ...type, ...caching, ...headers })
    .end(body === undefined ? undefined : JSON.stringify(body));
}

function sendError(req: IncomingMessage, res: ServerResponse, error: AuthError): void {
  const asked = req.headers["x-supabase-api-version"];
  const isNew = typeof asked === "string" && asked >= API_VERSION;
  const body = isNew
    ? { code: error.code, message: error.message, ...error.extra }
    : { code: error.status, error_code: error.code, msg: error.message, ...error.extra };
  send(res, { status: error.status, body, headers: isNew ? { "x-supabase-api-version": API_VERSION } : {} });
}
