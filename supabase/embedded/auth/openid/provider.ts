import { createRemoteJWKSet, jwtVerify } from "jose";
import { z } from "zod";
import { AuthError } from "../errors";
import type { OpenIdProvider } from "./settings";

const PATIENCE_MS = 8_000;
const KEPT_MS = 10 * 60_000;

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});
const tokensSchema = z.object({
  id_token: z.string(),
  access_token: z.string(),
  refresh_token: z.string().optional(),
});
const profileSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().max(255).pipe(z.email()).optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
  name: z.string().max(255).optional(),
  picture: z.url().optional(),
  preferred_username: z.string().max(255).optional(),
});

export type Metadata = z.output<typeof metadataSchema>;
export type Profile = z.output<typeof profileSchema>;
export type ProviderTokens = { accessToken: string; refreshToken: string | null };

const known = new Map<string, { metadata: Metadata; until: number }>();

/** The provider's own description of itself (OpenID Connect Discovery 1.0), kept for ten minutes. */
export async function discover({ issuer }: OpenIdProvider): Promise<Metadata> {
  const found = known.get(issuer);
  if (found && found.until > Date.now()) return found.metadata;
  const metadata = metadataSchema.parse(await ask(`${issuer}/.well-known/openid-configuration`));
  if (metadata.issuer.replace(/\/$/, "") !== issuer) throw unusable("names another issuer");
  known.set(issuer, { metadata, until: Date.now() + KEPT_MS });
  return metadata;
}

export type Exchange = { code: string; verifier: string; nonce: string; redirectUri: string };

/** Swaps the code for tokens and answers who signed in; the ID token's signature, audience and nonce are checked. */
export async function exchangeCode(
  provider: OpenIdProvider,
  exchange: Exchange,
): Promise<{ profile: Profile; tokens: ProviderTokens }> {
  const metadata = await discover(provider);
  const tokens = tokensSchema.parse(
    await ask(metadata.token_endpoint, tokenRequest(provider, metadata, exchange)),
  );
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: PATIENCE_MS });
  const { payload } = await jwtVerify(tokens.id_token, keys, {
    issuer: metadata.issuer,
    audience: provider.clientId,
    requiredClaims: ["sub", "exp", "iat"],
  });
  if (payload.nonce !== exchange.nonce) throw unusable("sent another sign-in's answer");
  return {
    profile: await completeProfile(metadata, profileSchema.parse(payload), tokens.access_token),
    tokens: { accessToken: tokens.access_token, refreshToken: tokens.refresh_token ?? null },
  };
}

/** Many providers tell the address only here. */
async function completeProfile(metadata: Metadata, profile: Profile, accessToken: string): Promise<Profile> {
  if (profile.email || !metadata.userinfo_endpoint) return profile;
  const headers = { authorization: `Bearer ${accessToken}` };
  const more = profileSchema.parse(await ask(metadata.userinfo_endpoint, { headers }));
  if (more.sub !== profile.sub) throw unusable("told about somebody else");
  return { ...more, ...profile };
}

function tokenRequest(provider: OpenIdProvider, metadata: Metadata, exchange: Exchange): RequestInit {
  const { clientId, clientSecret } = provider;
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code: exchange.code,
    redirect_uri: exchange.redirectUri,
    code_verifier: exchange.verifier,
  });
  const headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded" };
  if (metadata.token_endpoint_auth_methods_supported.includes("client_secret_basic")) {
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
  } else {
    body.set("client_id", clientId);
    body.set("client_secret", clientSecret);
  }
  return { method: "POST", headers, body };
}

async function ask(address: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { accept: "application/json", ...init.headers };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(address, { ...init, headers, signal, redirect: "error" });
  if (!answer.ok) throw unusable(`answered ${answer.status}`);
  return answer.json();
}

const unusable = (problem: string) =>
  new AuthError(500, "unexpected_failure", `The OpenID provider ${problem}`);
