import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { RedisError } from "./redis-error";

const MAX_BODY_BYTES = 10 * 1024 * 1024;

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** The token as a bearer or, as Upstash allows, in the address. */
export function isAuthorized(request: IncomingMessage, url: URL, token: string): boolean {
  const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const given = bearer ?? url.searchParams.get("_token");
  return given !== null && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RedisError("ERR max request size exceeded");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function toWord(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return "";
  return JSON.stringify(value);
}

function toCommand(value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new RedisError("ERR failed to parse command: a non-empty JSON array is expected");
  }
  return value.map(toWord);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new RedisError("ERR failed to parse request body as JSON");
  }
}

export function parseCommand(body: string): string[] {
  return toCommand(parseJson(body));
}

export function parseCommands(body: string): string[][] {
  const list = parseJson(body);
  if (!Array.isArray(list) || list.length === 0) throw new RedisError("ERR empty pipeline request");
  return list.map(toCommand);
}

/** `/set/key/value?EX=60`: the words of the path, then the body, then the options of the query. */
export function commandOfPath(url: URL, body: string): string[] {
  const words = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const options = [...url.searchParams].filter(([name]) => name !== "_token");
  return [...words, ...(body ? [body] : []), ...options.flat().filter(Boolean)];
}
