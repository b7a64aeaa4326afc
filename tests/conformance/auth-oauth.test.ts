import { randomUUID } from "node:crypto";
import { createServerClient } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AuthServer, startAuthServer } from "../fixtures/openid/auth-server";
import { OpenIdProvider } from "../fixtures/openid/provider";
import {
  bearing,
  follow,
  fragmentOf,
  isEmbedded,
  newAddress,
  newPassword,
  publishableKey,
  service,
  siteUrl,
  sql,
} from "../fixtures/supabase";

const redirectTo = `${siteUrl}/auth/confirm`;
const provider = "keycloak";
let openId: OpenIdProvider;
let server: AuthServer;

beforeAll(async () => {
  if (!isEmbedded) return;
  openId = await OpenIdProvider.start();
  const AUTH_OPENID_PROVIDERS = JSON.stringify({ [provider]: openId.registration });
  server = await startAuthServer({ AUTH_OPENID_PROVIDERS });
});
afterAll(async () => {
  await server?.close();
  openId?.close();
});
beforeEach(() => {
  if (!isEmbedded) return;
  openId.faults = {};
  openId.person = { sub: randomUUID(), email: newAddress(), email_verified: true, name: "Linh" };
});

function browser(jar = new Map<string, string>()) {
  const client = createServerClient(server.url, publishableKey, {
    cookieOptions: { name: "conformance" },
    cookies: {
      getAll: () => [...jar].map(([name, value]) => ({ name, value })),
      setAll: (cookies) => {
        for (const { name, value } of cookies) jar.set(name, value);
      },
    },
  });
  return { client, jar };
}

/** From the application to the provider and, once it is asked to, back to the Auth server's redirect. */
async function throughProvider(address: string, choice = "approve"): Promise<URL> {
  const asked = await follow(address);
  if (choice === "approve") asked.pathname = "/approve";
  const callback =
    choice === "approve"
      ? await follow(asked.href)
      : new URL(
          `${asked.searchParams.get("redirect_uri")}?error=access_denied&state=${asked.searchParams.get("state")}`,
        );
  return follow(callback.href);
}

async function start(client: ReturnType<typeof browser>["client"], options = {}): Promise<string> {
  const { data, error } = await client.auth.signInWithOAuth({
    provider,
    options: { redirectTo, skipBrowserRedirect: true, ...options },
  });
  expect(error).toBeNull();
  return data.url ?? "";
}

async function signIn() {
  const { client } = browser();
  const target = await throughProvider(await start(client));
  const { data, error } = await client.auth.exchangeCodeForSession(target.searchParams.get("code") ?? "");
  return { client, target, session: data.session, user: data.user, error };
}

describe.skipIf(!isEmbedded)("signing in with an OpenID provider", () => {
  test("ends in a session of a new, confirmed person", async () => {
    const { client, session, user, error } = await signIn();
    expect(error).toBeNull();
    expect(user).toMatchObject({
      email: openId.person.email,
      app_metadata: { provider, providers: [provider] },
      user_metadata: { full_name: "Linh" },
    });
    expect(session?.provider_token).toBe("an access token of the provider");
    expect(session?.provider_refresh_token).toBe("a refresh token of the provider");
    const { data } = await client.auth.getUserIdentities();
    expect(data?.identities.map((identity) => identity.provider)).toEqual([provider]);
    const profile = await bearing(session?.access_token ?? "")
      .from("user_profiles")
      .select("display_name")
      .eq("id", user?.id ?? "");
    expect(profile.data).toEqual([{ display_name: "Linh" }]);
    const claims = (await client.auth.getClaims()).data?.claims;
    expect(claims?.amr).toEqual([expect.objectContaining({ method: "oauth" })]);
  });

  test("finds the same person the next time, even under another address", async () => {
    const first = await signIn();
    openId.person = { ...openId.person, email: newAddress() };
    const second = await signIn();
    expect(second.user?.id).toBe(first.user?.id);
    expect(second.user?.email).toBe(first.user?.email);
  });

  test("joins the account of a confirmed address, whose password goes on working", async () => {
    const [email, password] = [openId.person.email ?? "", newPassword()];
    const created = await service.auth.admin.createUser({ email, password, email_confirm: true });
    const { user } = await signIn();
    expect(user?.id).toBe(created.data.user?.id);
    expect(user?.app_metadata.providers).toEqual(["email", provider]);
    expect((await browser().client.auth.signInWithPassword({ email, password })).error).toBeNull();
  });

  test("takes an address that nobody had confirmed away from whoever typed it first", async () => {
    const [email, password] = [openId.person.email ?? "", newPassword()];
    const squatter = await service.auth.admin.createUser({
      email,
      password,
      user_metadata: { full_name: "Squatter" },
    });
    const { user } = await signIn();
    expect(user?.id).toBe(squatter.data.user?.id);
    expect(user?.user_metadata.full_name).toBe("Linh");
    const { error } = await browser().client.auth.signInWithPassword({ email, password });
    expect(error?.code).toBe("invalid_credentials");
  });

  test("refuses an address that the provider has not verified, taken or not", async () => {
    openId.person = { ...openId.person, email_verified: false };
    const { target } = await signIn();
    expect(target.searchParams.get("error_code")).toBe("provider_email_needs_verification");
    expect(await sql`select 1 from auth.users where email = ${openId.person.email ?? ""}`).toHaveLength(0);
  });

  test("refuses who is banned", async () => {
    const { user } = await signIn();
    await service.auth.admin.updateUserById(user?.id ?? "", { ban_duration: "1h" });
    expect((await signIn()).target.searchParams.get("error_code")).toBe("user_banned");
  });

  test("asks the provider for the address where its token does not tell it", async () => {
    openId.faults = { hidesAddress: true };
    expect((await signIn()).user?.email).toBe(openId.person.email);
    openId.person = { ...openId.person, sub: randomUUID(), email: newAddress() };
    openId.faults = { hidesAddress: true, userinfoSub: "somebody else" };
    expect((await signIn()).target.searchParams.get("error_code")).toBe("unexpected_failure");
  });

  test("passes scopes and the provider's own parameters on, and none that are the server's", async () => {
    const { client } = browser();
    const queryParams = { prompt: "consent", client_id: "another" };
    const asked = await follow(await start(client, { scopes: "calendar", queryParams }));
    expect(asked.searchParams.get("scope")).toBe("openid email profile calendar");
    expect(asked.searchParams.get("prompt")).toBe("consent");
    expect(asked.searchParams.getAll("client_id")).toEqual([openId.clientId]);
  });

  test("without PKCE the session comes back in the fragment", async () => {
    const client = createClient(server.url, publishableKey, {
      auth: { persistSession: false, flowType: "implicit" },
    });
    const target = await throughProvider(await start(client));
    expect(target.search).toBe("");
    const [access_token, refresh_token] = ["access_token", "refresh_token"].map(
      (name) => fragmentOf(target).get(name) ?? "",
    );
    const { data } = await client.auth.setSession({
      access_token: access_token ?? "",
      refresh_token: refresh_token ?? "",
    });
    expect(data.user?.email).toBe(openId.person.email);
  });

  test("settings name the provider as on and others as off", async () => {
    const answer = await fetch(`${server.url}/auth/v1/settings`, { headers: { apikey: publishableKey } });
    expect(await answer.json()).toMatchObject({ external: { [provider]: true, google: false } });
  });
});

describe.skipIf(!isEmbedded)("what goes wrong at a provider leads back with an error", () => {
  test("who says no there is told so", async () => {
    const target = await throughProvider(await start(browser().client), "deny");
    expect(`${target.origin}${target.pathname}`).toBe(redirectTo);
    expect(target.searchParams.get("error")).toBe("access_denied");
  });

  const faults = {
    "a nonce of another sign-in": { nonce: "replayed" },
    "a token for another application": { audience: "somebody-else" },
    "a token that the provider did not sign": { foreignKey: true },
    "a provider that is out of order": { tokenStatus: 503 },
  };
  for (const [title, fault] of Object.entries(faults)) {
    test(`${title} signs nobody in`, async () => {
      openId.faults = fault;
      const { target } = await signIn();
      expect(target.searchParams.get("error_code")).toBe("unexpected_failure");
      expect(target.searchParams.has("code")).toBe(false);
      expect(await sql`select 1 from auth.users where email = ${openId.person.email ?? ""}`).toHaveLength(0);
    });
  }

  test("a state that was not signed here, or is an access token, leads to the site with an error", async () => {
    const { session } = await signIn();
    for (const state of ["", "made.up.state", session?.access_token ?? ""]) {
      const target = await follow(
        `${server.url}/auth/v1/callback?${new URLSearchParams({ code: "x", state })}`,
      );
      expect(target.origin).toBe(siteUrl);
      expect(target.searchParams.get("error_code")).toBe("bad_oauth_state");
    }
  });

  test("the state is no token that opens anything", async () => {
    const state = (await follow(await start(browser().client))).searchParams.get("state") ?? "";
    expect((await bearing(state).from("movies").select("id").limit(1)).error?.code).toBe("PGRST301");
    const user = await fetch(`${server.url}/auth/v1/user`, {
      headers: { apikey: publishableKey, authorization: `Bearer ${state}` },
    });
    expect(user.status).toBe(403);
  });

  test("the browser is never sent to an address that is not allowed", async () => {
    const target = await throughProvider(
      await start(browser().client, { redirectTo: "https://evil.example/" }),
    );
    expect(target.origin).toBe(siteUrl);
  });

  test("a code without the verifier of the browser that began is worthless", async () => {
    const { client } = browser();
    const target = await throughProvider(await start(client));
    const thief = browser().client;
    expect(
      (await thief.auth.exchangeCodeForSession(target.searchParams.get("code") ?? "")).error,
    ).not.toBeNull();
  });

  test("a provider that nobody configured is refused before anything else", async () => {
    const answer = await fetch(`${server.url}/auth/v1/authorize?provider=google`, { redirect: "manual" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error_code: "validation_failed" });
  });
});
