import { createHash, randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { AuthAnswer, AuthContext, AuthRequest } from "../context";
import { AuthError, refusals } from "../errors";
import { accountOf } from "../openid/account";
import { discover, exchangeCode, type Profile, type ProviderTokens } from "../openid/provider";
import type { OpenIdProvider } from "../openid/settings";
import { type Challenge, openFlow, readChallenge } from "../pkce";
import { safeRedirect, withFragment, withQuery } from "../redirects";
import { startSession } from "../sessions";
import type { User } from "../users";

const STATE_AUDIENCE = "openid-state";
const STATE_SECONDS = 10 * 60;
const SCOPES = "openid email profile";
/** Ours to say; whatever else the caller names (`prompt`, `access_type`) goes to the provider as it is. */
const OURS =
  /^(provider|scopes?|redirect_to|redirect_uri|client_id|response_type|response_mode|state|nonce|code_challenge(_method)?|skip_http_redirect|apikey)$/;

const stateSchema = z.object({
  aud: z.literal(STATE_AUDIENCE),
  jti: z.string(),
  provider: z.string(),
  redirect_to: z.string(),
  challenge: z
    .object({ code_challenge: z.string(), code_challenge_method: z.enum(["s256", "plain"]) })
    .nullable(),
});
type State = z.output<typeof stateSchema>;

/** GET /authorize: sends the browser to the provider. What must come back with it is signed, not stored. */
export async function authorize(context: AuthContext, { query }: AuthRequest): Promise<AuthAnswer> {
  const name = query.get("provider") ?? "";
  const provider = requireProvider(context, name);
  const target = safeRedirect(query.get("redirect_to"), context.settings);
  const challenge = readChallenge(Object.fromEntries(query));
  const jti = randomUUID();
  try {
    const { authorization_endpoint: endpoint } = await discover(provider);
    const claims = { aud: STATE_AUDIENCE, jti, provider: name, redirect_to: target, challenge };
    const parameters = {
      ...Object.fromEntries([...query].filter(([key]) => !OURS.test(key))),
      client_id: provider.clientId,
      redirect_uri: callbackAddress(context),
      response_type: "code",
      scope: `${SCOPES} ${query.get("scopes") ?? ""}`.trim(),
      state: await context.tokens.sign(claims, STATE_SECONDS),
      nonce: nonceOf(context, jti),
      code_challenge: createHash("sha256").update(verifierOf(context, jti)).digest("base64url"),
      code_challenge_method: "S256",
    };
    return redirect(withQuery(endpoint, parameters), 302);
  } catch (error) {
    return redirect(failureAddress(target, toAuthError(error)));
  }
}

/** GET /callback: where the provider sends the browser. Always a redirect, to an allowed address only. */
export async function followProvider(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const state = await readState(context, request.query.get("state"));
  if (!state) {
    const expired = new AuthError(400, "bad_oauth_state", "OAuth state is missing, invalid or has expired");
    return redirect(failureAddress(context.settings.siteUrl, expired, "invalid_request"));
  }
  try {
    const answer = await answerOf(context, state, request.query);
    const location = await context.sql.begin((tx) => finish(context, tx, state, answer, request));
    return redirect(location);
  } catch (error) {
    const told = request.query.get("error") ?? "";
    const known = /^[a-z_]{1,50}$/.test(told) ? told : undefined;
    return redirect(failureAddress(state.redirect_to, toAuthError(error), known));
  }
}

type Answer = { profile: Profile; tokens: ProviderTokens };

function answerOf(context: AuthContext, { provider, jti }: State, query: URLSearchParams): Promise<Answer> {
  const code = query.get("code");
  if (!code) {
    const words = query.get("error_description")?.slice(0, 200) ?? "The provider did not sign in";
    throw new AuthError(400, "provider_refused", words);
  }
  return exchangeCode(requireProvider(context, provider), {
    code,
    verifier: verifierOf(context, jti),
    nonce: nonceOf(context, jti),
    redirectUri: callbackAddress(context),
  });
}

async function finish(
  context: AuthContext,
  tx: TransactionSql,
  { provider, redirect_to: target, challenge }: State,
  { profile, tokens }: Answer,
  request: AuthRequest,
): Promise<string> {
  const user = await accountOf(context, tx, provider, profile);
  if (challenge)
    return withQuery(target, { code: await openFlow(tx, user, provider, challenge as Challenge, tokens) });
  return withFragment(target, await fragmentOf(context, tx, user, tokens, request));
}

async function fragmentOf(
  context: AuthContext,
  tx: TransactionSql,
  user: User,
  { accessToken, refreshToken }: ProviderTokens,
  request: AuthRequest,
): Promise<Record<string, string>> {
  const session = await startSession(context, tx, user, "oauth", request);
  return {
    access_token: session.access_token,
    expires_at: String(session.expires_at),
    expires_in: String(session.expires_in),
    provider_token: accessToken,
    ...(refreshToken && { provider_refresh_token: refreshToken }),
    refresh_token: session.refresh_token,
    token_type: "bearer",
  };
}

function requireProvider({ settings }: AuthContext, name: string): OpenIdProvider {
  const provider = Object.hasOwn(settings.openIdProviders, name) ? settings.openIdProviders[name] : undefined;
  return provider ?? refuse(refusals.validation("Unsupported provider: provider is not enabled"));
}

function refuse(error: Error): never {
  throw error;
}

async function readState({ tokens }: AuthContext, text: string | null): Promise<State | undefined> {
  return text === null ? undefined : stateSchema.safeParse(await tokens.verify(text)).data;
}

// Made again from the state's id, so that nothing is written for a visitor who never comes back.
const nonceOf = ({ tokens }: AuthContext, jti: string) => tokens.digest(`openid-nonce:${jti}`);
const verifierOf = ({ tokens }: AuthContext, jti: string) => tokens.digest(`openid-verifier:${jti}`);
const callbackAddress = ({ settings }: AuthContext) => `${settings.publicUrl}/auth/v1/callback`;

const redirect = (location: string, status = 303): AuthAnswer => ({ status, headers: { location } });

function toAuthError(error: unknown): AuthError {
  if (error instanceof AuthError) return error;
  // The message alone: an error of the token's carries the person's address with it.
  console.error("auth: a provider's sign-in failed:", error instanceof Error ? error.message : error);
  return new AuthError(500, "unexpected_failure", "The provider could not be used");
}

/** Told twice, as hosted does: the server sees the query, a page's script the fragment. */
function failureAddress(target: string, error: AuthError, kind?: string): string {
  const fallback = error.status >= 500 ? "server_error" : "access_denied";
  const told = { error: kind ?? fallback, error_code: error.code, error_description: error.message };
  return withFragment(withQuery(target, told), told);
}
