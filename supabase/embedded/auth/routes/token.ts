import { z } from "zod";
import type { AuthAnswer, AuthContext, AuthRequest } from "../context";
import { AuthError, refusals } from "../errors";
import { emailSchema, parse } from "../input";
import { passwordMatches } from "../passwords";
import { redeemAuthCode } from "../pkce";
import { refreshSession, startSession } from "../sessions";
import { findUser, findUserByEmail, isBanned } from "../users";

const passwordSchema = z.object({ email: emailSchema, password: z.string().max(1024) });
const refreshSchema = z.object({ refresh_token: z.string().min(1).max(512) });
const pkceSchema = z.object({
  auth_code: z.string().min(1).max(512),
  code_verifier: z.string().min(1).max(512),
});

/** POST /token?grant_type=… */
export async function grantToken(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const grant = request.query.get("grant_type");
  if (grant === "password") return withPassword(context, request);
  if (grant === "refresh_token") {
    const { refresh_token: token } = parse(refreshSchema, request.body);
    return { status: 200, body: await refreshSession(context, token) };
  }
  if (grant === "pkce") return withAuthCode(context, request);
  if (grant === "id_token" || grant === "web3") {
    throw new AuthError(400, "provider_disabled", "This provider is not part of the embedded Auth server");
  }
  throw new AuthError(400, "invalid_credentials", "unsupported_grant_type");
}

async function withPassword(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  if (request.body.phone) throw refusals.disabled("phone_provider_disabled", "Phone logins are disabled");
  const { email, password } = parse(passwordSchema, request.body);
  const guesses = `password:${email}`;
  context.limits.guess(guesses);
  const user = await findUserByEmail(context.sql, email);
  if (!(await passwordMatches(password, user?.encrypted_password)) || !user)
    throw refusals.invalidCredentials();
  context.limits.guessed(guesses);
  if (isBanned(user)) throw refusals.banned(400);
  if (!user.email_confirmed_at) throw refusals.notConfirmed();
  const session = await context.sql.begin((tx) => startSession(context, tx, user, "password", request));
  return { status: 200, body: session };
}

async function withAuthCode(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const { auth_code: code, code_verifier: verifier } = parse(pkceSchema, request.body);
  const flow = await context.sql.begin((tx) => redeemAuthCode(tx, code, verifier));
  const user = flow ? await findUser(context.sql, flow.user_id) : undefined;
  if (!flow || !user)
    throw new AuthError(
      400,
      "bad_code_verifier",
      "code challenge does not match previously saved code verifier",
    );
  if (isBanned(user)) throw refusals.banned(400);
  const method = flow.authentication_method === "oauth" ? "oauth" : "otp";
  const session = await context.sql.begin((tx) => startSession(context, tx, user, method, request));
  return { status: 200, body: { ...session, ...providerTokensOf(flow) } };
}

function providerTokensOf(flow: {
  provider_access_token: string | null;
  provider_refresh_token: string | null;
}) {
  return {
    ...(flow.provider_access_token && { provider_token: flow.provider_access_token }),
    ...(flow.provider_refresh_token && { provider_refresh_token: flow.provider_refresh_token }),
  };
}
