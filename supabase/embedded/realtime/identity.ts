import { decodeJwt } from "jose";
import type { Claims, Tokens } from "../tokens";
import type { Database } from "./database";

/** Who a channel speaks for: the database is asked under exactly this role and these claims. */
export type Identity = { token: string; role: string; claims: Claims; claimsJson: string };

export class InvalidToken extends Error {}

export type Identify = (token: string) => Promise<Identity>;

/** Verifies tokens; a role is accepted when the API could take it too, that is, when authenticator is a member. */
export function createIdentify(tokens: Tokens, database: Database): Identify {
  const roles = new Map<string, boolean>();

  async function isApiRole(role: string): Promise<boolean> {
    const known = roles.get(role);
    if (known !== undefined) return known;
    const [row] = await database`
      select exists (
        select from pg_roles
        where rolname = ${role} and not rolsuper and pg_has_role('authenticator', oid, 'member')
      ) as allowed`;
    const allowed = row?.allowed === true;
    if (roles.size < 100) roles.set(role, allowed);
    return allowed;
  }

  return async (token) => {
    const claims = await tokens.verify(token);
    if (!claims) throw new InvalidToken(refusalOf(token));
    if (typeof claims.role !== "string" || typeof claims.exp !== "number") {
      throw new InvalidToken("Fields `role` and `exp` are required in JWT");
    }
    if (!(await isApiRole(claims.role))) throw new InvalidToken("The role of the JWT is not known");
    return { token, role: claims.role, claims, claimsJson: JSON.stringify(claims) };
  };
}

function refusalOf(token: string): string {
  try {
    const { exp } = decodeJwt(token);
    const secondsAgo = exp === undefined ? -1 : Math.floor(Date.now() / 1000 - exp);
    if (secondsAgo >= 0) return `Token has expired ${secondsAgo} seconds ago`;
  } catch {
    return "The token provided is not a valid JWT";
  }
  return "Failed to validate JWT signature";
}
