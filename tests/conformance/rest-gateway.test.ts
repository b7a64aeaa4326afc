import { expect, test } from "vitest";
import { publishableKey, supabaseUrl, visitor } from "../fixtures/supabase";

test("a browser of any origin may ask, and read what the SDK needs", async () => {
  const preflight = await fetch(`${supabaseUrl}/rest/v1/user_profiles`, {
    method: "OPTIONS",
    headers: {
      origin: "https://app.example",
      "access-control-request-method": "PATCH",
      "access-control-request-headers": "apikey,authorization,prefer,x-client-info",
    },
  });
  expect(preflight.ok).toBe(true);
  expect(preflight.headers.get("access-control-allow-origin")).toMatch(/^(\*|https:\/\/app\.example)$/);
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
  expect(preflight.headers.get("access-control-allow-headers")).toContain("x-client-info");
  const answer = await fetch(`${supabaseUrl}/rest/v1/conformance_none`, {
    headers: { apikey: publishableKey },
  });
  expect(answer.headers.get("access-control-allow-origin")).toBeTruthy();
  expect(answer.headers.get("access-control-expose-headers")).toMatch(/content-range/i);
});

test("every answer carries a request id", async () => {
  const ids = await Promise.all(
    [1, 2].map(async () => (await fetch(`${supabaseUrl}/auth/v1/health`)).headers.get("x-request-id")),
  );
  expect(new Set(ids).size).toBe(2);
});

test("the signing keys are public and hold no private part", async () => {
  const answer = await fetch(`${supabaseUrl}/auth/v1/.well-known/jwks.json`);
  const { keys } = (await answer.json()) as { keys: Record<string, unknown>[] };
  expect(keys[0]).toMatchObject({ kty: "EC", crv: "P-256", alg: "ES256", kid: expect.any(String) });
  for (const key of keys) expect(key).not.toHaveProperty("d");
});

test("settings say which ways of signing in there are", async () => {
  const answer = await fetch(`${supabaseUrl}/auth/v1/settings`, { headers: { apikey: publishableKey } });
  expect(await answer.json()).toMatchObject({ external: { email: true }, mailer_autoconfirm: false });
});

test("a provider that is not configured is refused before anything leaves", async () => {
  const { data } = await visitor().auth.signInWithOAuth({
    provider: "zoom",
    options: { skipBrowserRedirect: true },
  });
  expect((await fetch(data.url ?? "", { redirect: "manual" })).status).toBe(400);
});

test("a path beside the services is a plain 404", async () => {
  for (const path of ["/", "/rest", "/restv1", "/auth/v2/user", "/etc/passwd", "/rest/v1/a/b"]) {
    const { status } = await fetch(supabaseUrl + path, { headers: { apikey: publishableKey } });
    expect(status).toBe(404);
  }
});
