import type { IncomingMessage } from "node:http";
import { decodeJwt } from "jose";
import type { Caller } from "../rest/transaction";
import type { Claims, Tokens } from "../tokens";
import { Refusal } from "./refusal";

const NO_KEY_HINT = "No `apikey` request header or url param was found.";

/**
 * The project's key, from the header or the query: without one nothing is answered, as on a hosted project. A
 * person's token is no key.
 */
export function requireApiKey(req: IncomingMessage, url: URL, tokens: Tokens): Claims {
  const header = req.headers.apikey;
  const key = (typeof header === "string" ? header : undefined) ?? url.searchParams.get("apikey");
  if (!key) throw new Refusal(401, "No API key found in request", NO_KEY_HINT);
  if (key === tokens.publishableKey) return { role: "anon" };
  if (key === tokens.secretKey) return { role: "service_role" };
  throw new Refusal(401, "Invalid API key", "Double check your Supabase `anon` or `service_role` API key.");
}

export function bearerOf(req: IncomingMessage): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? "")?.[1];
}

/** Under whose role the database is asked: the bearer's if there is one, else the key's. */
export async function callerOf(req: IncomingMessage, keyClaims: Claims, tokens: Tokens): Promise<Caller> {
  const token = bearerOf(req);
  if (req.headers.authorization !== undefined && token === undefined)
    throw invalidToken("Empty JWT is sent in Authorization header");
  const claims = token === undefined ? keyClaims : await tokens.verify(token);
  if (!claims)
    throw hasExpired(token ?? "") ? new Refusal(401, "JWT expired", undefined, "PGRST303") : invalidToken();
  const { role } = claims;
  if (role !== "anon" && role !== "authenticated" && role !== "service_role") throw invalidToken();
  return { role, claims };
}

const invalidToken = (message = "JWSError JWSInvalidSignature") =>
  new Refusal(401, message, undefined, "PGRST301");

/** Only chooses between two refusals: the token is not trusted. */
function hasExpired(token: string): boolean {
  try {
    return (decodeJwt(token).exp ?? Number.POSITIVE_INFINITY) <= Date.now() / 1000;
  } catch {
    return false;
  }
}
