import { createHmac } from "node:crypto";
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import {
  bearing,
  follow,
  isEmbedded,
  person,
  publishableKey,
  raw,
  service,
  signIn,
  siteUrl,
  sql,
  supabaseUrl,
  visitor,
} from "../fixtures/supabase";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decode = (part = "") =>
  JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;

async function publicKey() {
  const answer = await fetch(`${supabaseUrl}/auth/v1/.well-known/jwks.json`);
  const { keys } = (await answer.json()) as { keys: (Record<string, string> & { kid: string })[] };
  const [key] = keys;
  if (!key) throw new Error("no signing key is published");
  return key;
}

/** Every door that a token opens stays shut. */
async function expectRefused(token: string): Promise<void> {
  expect((await bearing(token).from("user_profiles").select("id").limit(1)).status).toBe(401);
  expect((await visitor().auth.getUser(token)).error?.status).toBeGreaterThanOrEqual(400);
  const listing = await raw("/auth/v1/admin/users", { headers: { authorization: `Bearer ${token}` } });
  expect([401, 403]).toContain(listing.status);
}

describe("a forged token opens nothing:", () => {
  test("algorithm none", async () => {
    const { session } = await person();
    const [, payload] = session.access_token.split(".");
    await expectRefused(`${encode({ alg: "none", typ: "JWT" })}.${payload}.`);
    await expectRefused(
      `${encode({ alg: "none" })}.${encode({ ...decode(payload), role: "service_role" })}.`,
    );
  });

  test("HS256 with the public key as the secret", async () => {
    const jwk = await publicKey();
    const pem = await exportSPKI((await importJWK(jwk, "ES256", { extractable: true })) as CryptoKey);
    const now = Math.floor(Date.now() / 1000);
    const body = `${encode({ alg: "HS256", kid: jwk.kid, typ: "JWT" })}.${encode({ role: "service_role", exp: now + 600 })}`;
    for (const secret of [pem, JSON.stringify(jwk), publishableKey]) {
      await expectRefused(`${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`);
    }
  });

  test("claims changed under the old signature", async () => {
    const { session } = await person();
    const [header, payload, signature] = session.access_token.split(".");
    await expectRefused(`${header}.${encode({ ...decode(payload), role: "service_role" })}.${signature}`);
    await expectRefused(`${header}.${encode({ ...decode(payload), exp: 4102444800 })}.${signature}`);
  });

  test("signed by another project, even with our key's name or with its key inside", async () => {
    const other = await generateKeyPair("ES256", { extractable: true });
    const { kid } = await publicKey();
    const sign = (header: Record<string, unknown>) =>
      new SignJWT({ role: "service_role", sub: crypto.randomUUID() })
        .setProtectedHeader({ alg: "ES256", ...header })
        .setExpirationTime("1h")
        .sign(other.privateKey);
    await expectRefused(await sign({ kid }));
    await expectRefused(await sign({ kid: "other" }));
    await expectRefused(await sign({ kid, jwk: await exportJWK(other.publicKey) }));
    await expectRefused(await sign({ kid, jku: "https://evil.example/jwks.json" }));
  });

  test("no token at all, or half of one", async () => {
    for (const token of ["", "x", "a.b", "a.b.c", "null", "undefined"]) {
      const { status } = await raw("/rest/v1/user_profiles", {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(status).toBe(401);
    }
  });
});

describe("keys", () => {
  test("without one nothing is answered, with an invented one neither", async () => {
    for (const path of ["/rest/v1/user_profiles", "/auth/v1/settings", "/auth/v1/user"]) {
      expect((await fetch(supabaseUrl + path)).status).toBe(401);
      expect((await fetch(supabaseUrl + path, { headers: { apikey: "sb_secret_invented" } })).status).toBe(
        401,
      );
    }
  });

  test("a person's token is none", async () => {
    const { session } = await person();
    const headers = { apikey: session.access_token };
    expect((await raw("/rest/v1/user_profiles", { headers })).status).toBe(401);
  });

  test("the publishable key manages nobody", async () => {
    const client = visitor();
    expect((await client.auth.admin.listUsers()).error?.status).toBe(403);
    expect((await client.auth.admin.createUser({ email: "x@cineverse.test" })).error?.status).toBe(403);
    expect(
      (await client.auth.admin.generateLink({ type: "recovery", email: "x@cineverse.test" })).error?.status,
    ).toBe(403);
  });

  test("a signed-in person manages nobody", async () => {
    const { client, id, session } = await person();
    const headers = { authorization: `Bearer ${session.access_token}` };
    for (const method of ["GET", "PUT", "DELETE"]) {
      const body = method === "GET" ? undefined : "{}";
      expect((await raw(`/auth/v1/admin/users/${id}`, { method, headers, body })).status).toBe(403);
    }
    await client.auth.updateUser({ data: { a: 1 } });
    const forged = { app_metadata: { role: "admin" }, role: "service_role", banned_until: null };
    await raw("/auth/v1/user", { method: "PUT", headers, body: JSON.stringify(forged) });
    const { data } = await service.auth.admin.getUserById(id);
    expect(data.user?.role).toBe("authenticated");
    expect(data.user?.app_metadata).not.toHaveProperty("role");
  });

  test("a sign-up cannot bring its own role or app metadata", async () => {
    const email = `forger-${crypto.randomUUID()}@cineverse.test`;
    const body = { email, password: "long enough", role: "service_role", app_metadata: { admin: true } };
    await raw("/auth/v1/signup", { method: "POST", body: JSON.stringify(body) });
    const [user] = await sql`select role, raw_app_meta_data as app from auth.users where email = ${email}`;
    await sql`delete from auth.users where email = ${email}`;
    expect(user?.role).toBe("authenticated");
    expect(user?.app).not.toHaveProperty("admin");
  });
});

describe("refresh tokens", () => {
  test("each works once; one that comes back late ends the whole family", async () => {
    const { email, password } = await person();
    const { session } = await signIn(email, password);
    const refresh = (refresh_token: string) => visitor().auth.refreshSession({ refresh_token });
    const first = await refresh(session.refresh_token);
    const second = await refresh(first.data.session?.refresh_token ?? "");
    expect(second.error).toBeNull();
    await sql`update auth.refresh_tokens set updated_at = now() - interval '1 minute' where user_id = ${session.user.id} and revoked`;
    expect((await refresh(session.refresh_token)).error?.code).toBe("refresh_token_already_used");
    expect((await refresh(second.data.session?.refresh_token ?? "")).error).not.toBeNull();
  });

  test("two tabs that refresh at the same moment get the same successor", async () => {
    const { session } = await person();
    const refresh = () => visitor().auth.refreshSession({ refresh_token: session.refresh_token });
    const [one, two] = await Promise.all([refresh(), refresh()]);
    expect(one.error ?? two.error).toBeNull();
    expect(one.data.session?.refresh_token).toBe(two.data.session?.refresh_token);
  });

  test("an invented one is not found", async () => {
    const { error } = await visitor().auth.refreshSession({ refresh_token: "invented" });
    expect(error?.code).toBe("refresh_token_not_found");
  });
});

describe("mailed links", () => {
  test("lead nowhere but to this site", async () => {
    const { email } = await person();
    const host = new URL(siteUrl).host;
    const targets = [
      "https://evil.example/",
      "//evil.example/",
      `https://${host}@evil.example/`,
      `${siteUrl}.evil.example/`,
      `${siteUrl}@evil.example/`,
      "javascript:alert(1)",
      "data:text/html,x",
      `https://evil.example\\@${host}/`,
    ];
    for (const redirectTo of targets) {
      const { data } = await service.auth.admin.generateLink({
        type: "magiclink",
        email,
        options: { redirectTo },
      });
      const link = new URL(data.properties?.action_link ?? "");
      expect(new URL(link.searchParams.get("redirect_to") ?? "").origin).toBe(new URL(siteUrl).origin);
      link.searchParams.set("redirect_to", redirectTo);
      expect((await follow(link.href)).origin).toBe(new URL(siteUrl).origin);
    }
  });

  test("an allowed address of this site is kept with its query", async () => {
    const { email } = await person();
    const redirectTo = `${siteUrl}/auth/confirm?next=%2Fwatch`;
    const { data } = await service.auth.admin.generateLink({
      type: "magiclink",
      email,
      options: { redirectTo },
    });
    const target = await follow(data.properties?.action_link ?? "");
    expect(target.href.startsWith(redirectTo)).toBe(true);
  });

  test("one kind does not pass for another", async () => {
    const { email } = await person();
    const { data } = await service.auth.admin.generateLink({ type: "recovery", email });
    const token_hash = data.properties?.hashed_token ?? "";
    expect((await visitor().auth.verifyOtp({ token_hash, type: "email_change" })).error?.code).toBe(
      "otp_expired",
    );
    expect((await visitor().auth.verifyOtp({ token_hash, type: "invite" })).error?.code).toBe("otp_expired");
  });

  test("guessing codes ends in a pause", async () => {
    const { email } = await person();
    await service.auth.admin.generateLink({ type: "magiclink", email });
    const codes = [];
    for (let guess = 0; guess < 40; guess++) {
      const { error } = await visitor().auth.verifyOtp({
        email,
        token: String(100000 + guess),
        type: "email",
      });
      codes.push(error?.status);
      if (error?.status === 429) break;
    }
    expect(codes.at(-1)).toBe(429);
  });

  test.skipIf(!isEmbedded)("guessing many at once gets no more tries than one after the other", async () => {
    const { email } = await person();
    const tries = await Promise.all(
      Array.from({ length: 60 }, (_, guess) =>
        visitor().auth.signInWithPassword({ email, password: `guess number ${guess}` }),
      ),
    );
    const tried = tries.filter(({ error }) => error?.code === "invalid_credentials");
    expect(tried.length).toBeLessThanOrEqual(20);
  });
});
