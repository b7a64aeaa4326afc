import type { Provider } from "@supabase/supabase-js";
import { fromAuth } from "@/lib/accounts/auth-errors";
import { confirmUrl } from "@/lib/accounts/session/links";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";

/** Only those that write themselves otherwise than their id with a capital. */
const NAMES: Record<string, string> = {
  azure: "Microsoft",
  github: "GitHub",
  gitlab: "GitLab",
  linkedin_oidc: "LinkedIn",
  slack_oidc: "Slack",
  twitter: "X",
  workos: "WorkOS",
};

export type OauthProvider = { id: string; name: string };

/** The providers that the deployer configured; none means no buttons. */
export function listOauthProviders(): OauthProvider[] {
  return env().OAUTH_PROVIDERS.map((id) => ({
    id,
    name: NAMES[id] ?? `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  }));
}

/** The provider's address to send the browser to. */
export async function startOauth(
  { db }: AudienceContext,
  provider: string,
  next: string | undefined,
): Promise<string> {
  if (!listOauthProviders().some(({ id }) => id === provider)) {
    throw new AppError("NOT_FOUND", "platform.errors.notFound");
  }
  const { data, error } = await db.auth.signInWithOAuth({
    provider: asProvider(provider),
    options: { redirectTo: confirmUrl(next), skipBrowserRedirect: true },
  });
  if (error || !data.url) throw fromAuth(error);
  return data.url;
}

/** The library lists the names it knew when it was released; the deployer's project decides which exist. */
function asProvider(name: string): Provider {
  return name as Provider;
}
