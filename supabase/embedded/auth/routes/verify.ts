import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { AuthAnswer, AuthContext, AuthRequest } from "../context";
import { changeEmail } from "../email-change";
import { AuthError, refusals } from "../errors";
import { emailSchema, parse } from "../input";
import { type Redeemed, redeemCode, redeemLink, type TokenType } from "../one-time-tokens";
import { issueAuthCode } from "../pkce";
import { safeRedirect, withFragment, withQuery } from "../redirects";
import { type SessionAnswer, startSession } from "../sessions";
import { confirmEmail, isBanned, type User } from "../users";

const TYPES: Record<string, TokenType[]> = {
  signup: ["confirmation_token"],
  invite: ["confirmation_token"],
  magiclink: ["recovery_token", "confirmation_token"],
  recovery: ["recovery_token"],
  email: ["confirmation_token", "recovery_token"],
  email_change: ["email_change_token_new", "email_change_token_current"],
};
const FLOWS: Record<string, string> = {
  signup: "email/signup",
  invite: "invite",
  magiclink: "magiclink",
  recovery: "recovery",
  email_change: "email_change",
};

const ONE_OF_TWO = "Confirmation link accepted. Please proceed to confirm link sent to the other email";

const linkSchema = z.object({ token: z.string().min(1).max(256), type: z.string() });
const bodySchema = z.union([
  z.object({ type: z.string(), token_hash: z.string().min(1).max(256) }),
  z.object({ type: z.string(), email: emailSchema, token: z.string().min(1).max(64) }),
]);

/** POST /verify: a link's token or a typed code for a session. */
export async function verify(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const given = parse(bodySchema, request.body);
  const types = typesOf(given.type);
  const redeem = (tx: TransactionSql) =>
    "token_hash" in given
      ? redeemLink(context, tx, given.token_hash, types)
      : redeemCode(context, tx, given.email, given.token, types);
  const session = await context.sql.begin(async (tx) => {
    const user = await applyToken(context, tx, await redeem(tx));
    return user ? startSession(context, tx, user, "otp", request) : null;
  });
  return { status: 200, body: session ?? { code: 200, msg: ONE_OF_TWO } };
}

function typesOf(type: string): TokenType[] {
  const types = TYPES[type];
  if (!types) throw refusals.validation("Verify requires a verification type");
  return types;
}

/** What the token stands for happens; null when a change of address still waits for its other half. */
async function applyToken(
  context: AuthContext,
  tx: TransactionSql,
  redeemed: Redeemed,
): Promise<User | null> {
  const { user, tokenType } = redeemed;
  if (isBanned(user)) throw refusals.banned(403);
  if (tokenType === "email_change_token_new" || tokenType === "email_change_token_current") {
    return changeEmail(context, tx, user, tokenType);
  }
  return confirmEmail(tx, user);
}

/** GET /verify: what a mailed link opens. Always a redirect, to an allowed address only. */
export async function followLink(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const target = safeRedirect(request.query.get("redirect_to"), context.settings);
  try {
    const { token, type } = parse(linkSchema, Object.fromEntries(request.query));
    const types = typesOf(type);
    const location = await context.sql.begin(async (tx) => {
      const redeemed = await redeemLink(context, tx, token, types);
      const user = await applyToken(context, tx, redeemed);
      if (!user) return withQuery(target, { message: ONE_OF_TWO });
      if (redeemed.isPkce) {
        return withQuery(target, { code: await issueAuthCode(tx, user, FLOWS[type] ?? flowOf(redeemed)) });
      }
      return withFragment(target, fragmentOf(await startSession(context, tx, user, "otp", request), type));
    });
    return { status: 303, headers: { location } };
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    return { status: 303, headers: { location: failureAddress(target, error) } };
  }
}

const flowOf = ({ tokenType }: Redeemed): string =>
  tokenType === "confirmation_token" ? "email/signup" : "magiclink";

function fragmentOf(session: SessionAnswer, type: string): Record<string, string> {
  return {
    access_token: session.access_token,
    expires_at: String(session.expires_at),
    expires_in: String(session.expires_in),
    refresh_token: session.refresh_token,
    token_type: "bearer",
    type,
  };
}

/** Told twice, as hosted does: the server sees the query, a page's script the fragment. */
function failureAddress(target: string, error: AuthError): string {
  const told = { error: "access_denied", error_code: error.code, error_description: error.message };
  return withFragment(withQuery(target, told), told);
}
