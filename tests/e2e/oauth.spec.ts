import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { type AuthServer, startAuthServer } from "../fixtures/openid/auth-server";
import { OpenIdProvider } from "../fixtures/openid/provider";
import { freePort, startSite } from "../fixtures/openid/site";
import { expect, test } from "./account-steps";

test("where no provider is configured, signing in offers none", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Continue with")).toHaveCount(0);
  const refused = await page.request.get("/api/auth/oauth?provider=google", { maxRedirects: 0 });
  expect(refused.status()).toBe(404);
});

test.describe("with a provider", () => {
  let provider: OpenIdProvider;
  let auth: AuthServer;
  let site: ChildProcess;
  let siteUrl: string;

  test.beforeAll(async () => {
    const port = await freePort();
    siteUrl = `http://localhost:${port}`;
    provider = await OpenIdProvider.start();
    const AUTH_OPENID_PROVIDERS = JSON.stringify({ keycloak: provider.registration });
    auth = await startAuthServer({ AUTH_OPENID_PROVIDERS, SITE_URL: siteUrl });
    const settings = { SITE_URL: siteUrl, SUPABASE_URL: auth.url, OAUTH_PROVIDERS: "keycloak" };
    site = await startSite(port, settings);
  });
  test.afterAll(async () => {
    site?.kill("SIGTERM");
    await auth?.close();
    provider?.close();
  });
  test.beforeEach(() => {
    const email = `${randomUUID()}@cineverse.test`;
    provider.person = { sub: randomUUID(), email, email_verified: true, name: "Linh" };
  });

  test("a person signs in with it and goes on to where they wanted to be", async ({ page }) => {
    await page.goto(`${siteUrl}/sign-in?next=%2Fhistory`);
    await page.getByRole("link", { name: "Continue with Keycloak" }).click();
    await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
    await page.getByRole("link", { name: "Allow" }).click();
    await expect(page).toHaveURL(`${siteUrl}/history`);
    await expect(page.getByRole("button", { name: "Account menu of Linh" })).toBeVisible();
    await page.goto(`${siteUrl}/settings/account`);
    await expect(page.getByText(provider.person.email ?? "")).toBeVisible();
  });

  test("who says no there is told so here, and may choose another way", async ({ page }) => {
    await page.goto(`${siteUrl}/sign-up`);
    await page.getByRole("link", { name: "Continue with Keycloak" }).click();
    await page.getByRole("link", { name: "Deny" }).click();
    await expect(page.getByText("You did not let them tell us who you are.")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toBeVisible();
  });

  test("an address that the provider has not verified signs nobody in", async ({ page }) => {
    provider.person = { ...provider.person, email_verified: false };
    await page.goto(`${siteUrl}/sign-in`);
    await page.getByRole("link", { name: "Continue with Keycloak" }).click();
    await page.getByRole("link", { name: "Allow" }).click();
    await expect(page.getByText("They have not confirmed your address yet.")).toBeVisible();
  });
});
