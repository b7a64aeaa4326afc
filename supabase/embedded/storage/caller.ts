import type { IncomingMessage } from "node:http";
import type { Sql, TransactionSql } from "postgres";
import { faults } from "./errors";

export type Claims = Record<string, unknown>;

/** The part of the stack's tokens that storage needs. */
export type StorageTokens = {
  sign(claims: Claims, expiresInSeconds: number): Promise<string>;
  verify(token: string): Promise<Claims | null>;
};

/** Who asks: the database decides under this role and these claims. */
export type Caller = { role: "anon" | "authenticated" | "service_role"; claims: Claims };

/** Audience of signed URLs' tokens: neither kind of token passes for the other. */
export const SIGNED_URL_AUDIENCE = "storage-signed-url";

export const SERVICE: Caller = { role: "service_role", claims: { role: "service_role" } };

const ROLES = new Set<unknown>(["anon", "authenticated", "service_role"]);

/** The caller of a request by its access token or key. A request without either is refused. */
export async function identify(req: IncomingMessage, tokens: StorageTokens): Promise<Caller> {
  const bearer = /^Bearer\s+(.+)$/i.exec(req.headers.authorization ?? "")?.[1];
  const apiKey = req.headers.apikey;
  const token = bearer ?? (typeof apiKey === "string" ? apiKey : undefined);
  if (!token) throw faults.missingToken();
  const claims = await tokens.verify(token);
  if (!claims || claims.aud === SIGNED_URL_AUDIENCE || !ROLES.has(claims.role))
    throw faults.accessDenied("The access token is not valid or has expired");
  return { role: claims.role as Caller["role"], claims };
}

export function ownerOf(caller: Caller): string | null {
  return typeof caller.claims.sub === "string" ? caller.claims.sub : null;
}

/**
 * Runs statements with the rights of the caller. The settings are local to the transaction, so a pooled
 * connection never carries them on; deletion is opened because the bytes go with the rows here.
 */
export function becomeCaller(tx: TransactionSql, caller: Caller, operation: string) {
  return tx`
    select set_config('role', ${caller.role}, true),
      set_config('request.jwt.claims', ${JSON.stringify(caller.claims)}, true),
      set_config('request.jwt.claim.sub', ${ownerOf(caller) ?? ""}, true),
      set_config('request.jwt.claim.role', ${caller.role}, true),
      set_config('storage.operation', ${operation}, true),
      set_config('storage.allow_delete_query', 'true', true)`;
}

/** One statement as the caller; all of it travels to Postgres in one go. */
export async function queryAs<T>(
  sql: Sql,
  caller: Caller,
  operation: string,
  query: (tx: TransactionSql) => Promise<T>,
): Promise<T> {
  const result = await sql.begin(async (tx) => {
    const [, rows] = await Promise.all([becomeCaller(tx, caller, operation), query(tx)]);
    return { rows };
  });
  return result.rows as T;
}
