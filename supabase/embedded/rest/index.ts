import pg from "pg";
import { callRoutine } from "./call";
import { fromDatabase, RestError } from "./errors";
import { parsePrefer } from "./prefer";
import { readRelation } from "./read";
import type { Context, RestRequest } from "./request";
import { type Answer, parseAccept } from "./respond";
import type { Relation, Schema } from "./schema";
import { createSchemaCache, type SchemaCache } from "./schema-cache";
import type { Caller } from "./transaction";
import { writeRelation } from "./write";

export type Rest = { answer(request: RestRequest, caller: Caller): Promise<Answer>; close(): Promise<void> };

const EXPOSED_SCHEMAS = ["public"];
const METHODS = new Set(["GET", "HEAD", "POST", "PATCH", "DELETE"]);
const POOL_SIZE = 20;

/** PostgREST's API over one pool of connections; every request runs under its caller's role. */
export function createRest(options: { connectionString: string }): Rest {
  const { connectionString } = options;
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    application_name: "cineverse rest",
    // From here on a connection has the rights of `authenticator`: it can only become one of the three API roles.
    // A connection on which this fails is not used.
    onConnect: async (client) => {
      // A server that dies while a query runs is told to the query; unheard here, it would end this process.
      client.on("error", () => {});
      await client.query("set session authorization authenticator");
    },
  });
  pool.on("error", () => {});
  const cache = createSchemaCache(pool, connectionString, EXPOSED_SCHEMAS);
  return {
    answer: (request, caller) => answerSafely(pool, cache, request, caller),
    async close() {
      await cache.close();
      await pool.end();
    },
  };
}

async function answerSafely(
  pool: pg.Pool,
  cache: SchemaCache,
  request: RestRequest,
  caller: Caller,
): Promise<Answer> {
  try {
    return await route(pool, cache, request, caller);
  } catch (error) {
    const failure = error instanceof RestError ? error : fromDatabase(error, caller.role);
    if (!(error instanceof RestError) && failure.status >= 500)
      console.error("rest:", failure.code, failure.message);
    const { code, details, hint, message } = failure;
    const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
    if (failure.status === 401) headers["www-authenticate"] = "Bearer";
    return { status: failure.status, headers, body: JSON.stringify({ code, details, hint, message }) };
  }
}

async function route(
  pool: pg.Pool,
  cache: SchemaCache,
  request: RestRequest,
  caller: Caller,
): Promise<Answer> {
  if (!METHODS.has(request.method)) {
    throw new RestError(405, "PGRST117", `Unsupported HTTP method: ${request.method}`);
  }
  const segments = segmentsOf(request.url.pathname);
  const schemaName = chooseSchema(request);
  const schema = await cache.get();
  const context = contextOf(pool, schema, schemaName, request, caller);
  if (segments[0] === "rpc" && segments.length === 2 && segments[1])
    return callAnything(context, request, segments[1]);
  const [name] = segments;
  if (segments.length !== 1 || !name) throw invalidPath();
  const relation = schema.relations.get(`${schemaName}.${name}`) ?? tableNotFound(schema, schemaName, name);
  const isRead = request.method === "GET" || request.method === "HEAD";
  return isRead ? readRelation(context, request, relation) : writeRelation(context, request, relation);
}

const invalidPath = () => new RestError(404, "PGRST125", "Invalid path specified in request URL");

function segmentsOf(path: string): string[] {
  try {
    return path.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    throw invalidPath();
  }
}

function callAnything(context: Context, request: RestRequest, name: string): Promise<Answer> {
  if (request.method !== "POST" && request.method !== "GET" && request.method !== "HEAD") {
    throw new RestError(405, "PGRST101", `Cannot use the ${request.method} method on RPC`);
  }
  return callRoutine(context, request, name);
}

function contextOf(
  pool: pg.Pool,
  schema: Schema,
  schemaName: string,
  request: RestRequest,
  caller: Caller,
): Context {
  const preferences = parsePrefer(request.headers.prefer);
  const { timezone } = preferences;
  const { preRequest } = schema;
  const info = {
    method: request.method,
    path: request.url.pathname,
    headers: request.headers,
    timezone,
    preRequest,
  };
  return { pool, schema, schemaName, caller, info, preferences, format: parseAccept(request.headers.accept) };
}

function chooseSchema(request: RestRequest): string {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const wanted = request.headers[isRead ? "accept-profile" : "content-profile"];
  if (wanted === undefined || EXPOSED_SCHEMAS.includes(wanted)) return wanted ?? "public";
  const hint = `Only the following schemas are exposed: ${EXPOSED_SCHEMAS.join(", ")}`;
  throw new RestError(406, "PGRST106", `Invalid schema: ${wanted}`, null, hint);
}

function tableNotFound(schema: Schema, schemaName: string, name: string): never {
  const like = [...schema.relations.values()].find((relation) => isClose(relation, name));
  throw new RestError(
    404,
    "PGRST205",
    `Could not find the table '${schemaName}.${name}' in the schema cache`,
    null,
    like ? `Perhaps you meant the table '${like.schema}.${like.name}'` : null,
  );
}

const isClose = (relation: Relation, name: string) =>
  relation.name.startsWith(name) || name.startsWith(relation.name) || relation.name.includes(name);
