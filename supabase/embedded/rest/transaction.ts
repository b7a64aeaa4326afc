import type { Pool, PoolClient } from "pg";
import { identifier, literal } from "./sql-fragments";

export type Caller = { role: "anon" | "authenticated" | "service_role"; claims: Record<string, unknown> };
export type RequestInfo = {
  method: string;
  path: string;
  headers: Record<string, string>;
  timezone?: string;
  preRequest?: string | undefined;
};
export type Row = Record<string, string | null>;

/** As the roles have it by migration: PostgREST takes it over from them. */
const STATEMENT_TIMEOUT = { anon: "3s", authenticated: "5s", service_role: "6s" };
const asText = { getTypeParser: () => (value: unknown) => value };

/** One transaction under the caller's role and claims, as PostgREST runs it; an error rolls everything back. */
export async function inTransaction<Result>(
  pool: Pool,
  caller: Caller,
  info: RequestInfo,
  isReadOnly: boolean,
  work: (run: (text: string, values: string[]) => Promise<Row>) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query(openingSql(caller, info, isReadOnly));
    const result = await work(
      async (text, values) => (await client.query({ text, values, types: asText })).rows[0] ?? {},
    );
    await client.query("commit");
    return result;
  } catch (error) {
    failure = await rollBack(client);
    throw error;
  } finally {
    // A connection whose rollback failed may still carry the caller's role: it is thrown away.
    client.release(failure);
  }
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

function openingSql(caller: Caller, info: RequestInfo, isReadOnly: boolean): string {
  const settings: Record<string, string> = {
    search_path: '"public", "extensions"',
    statement_timeout: STATEMENT_TIMEOUT[caller.role],
    role: caller.role,
    "request.jwt.claims": JSON.stringify(caller.claims),
    "request.method": info.method,
    "request.path": info.path,
    "request.headers": JSON.stringify(info.headers),
  };
  if (info.timezone) settings.timezone = info.timezone;
  const sets = Object.entries(settings).map(
    ([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`,
  );
  const check = info.preRequest ? `; select ${callOf(info.preRequest)}` : "";
  return `begin ${isReadOnly ? "read only" : "read write"}; select ${sets.join(", ")}${check}`;
}

/** `schema.function`, as the setting names it. */
const callOf = (name: string): string => `${name.split(".").map(identifier).join(".")}()`;
