import { describe, expect, test } from "vitest";
import {
  follow,
  hasMailCatcher,
  mailTo,
  newAddress,
  newPassword,
  person,
  raw,
  serverClient,
  service,
  siteUrl,
  sql,
} from "../fixtures/supabase";

const emailRedirectTo = `${siteUrl}/auth/confirm`;

describe.skipIf(!hasMailCatcher)("@supabase/ssr with PKCE (needs MAIL_CATCHER_URL)", () => {
  test("a sign-up comes back with a code that this browser exchanges for a session", async () => {
    const { client, jar } = serverClient();
    const email = newAddress();
    await client.auth.signUp({ email, password: newPassword(), options: { emailRedirectTo } });
    expect([...jar.keys()].some((name) => name.includes("code-verifier"))).toBe(true);
    const target = await follow((await mailTo(email)).link);
    expect(target.pathname).toBe("/auth/confirm");
    expect(target.hash).toBe("");
    const code = target.searchParams.get("code") ?? "";
    const { data, error } = await serverClient(jar).client.auth.exchangeCodeForSession(code);
    expect(error).toBeNull();
    expect(data.user?.email).toBe(email);
    const next = serverClient(jar).client;
    expect((await next.auth.getUser()).data.user?.email).toBe(email);
    expect((await next.auth.getClaims()).data?.claims.email).toBe(email);
  });

  test("the code works once", async () => {
    const { email } = await person();
    const { client, jar } = serverClient();
    await client.auth.signInWithOtp({ email, options: { emailRedirectTo } });
    const code = (await follow((await mailTo(email)).link)).searchParams.get("code") ?? "";
    const before = new Map(jar);
    expect((await client.auth.exchangeCodeForSession(code)).error).toBeNull();
    expect((await serverClient(before).client.auth.exchangeCodeForSession(code)).error).not.toBeNull();
  });

  test("a stolen code is worthless without the verifier of the browser that asked", async () => {
    const { email } = await person();
    const { client } = serverClient();
    await client.auth.signInWithOtp({ email, options: { emailRedirectTo } });
    const auth_code = (await follow((await mailTo(email)).link)).searchParams.get("code") ?? "";
    expect((await serverClient().client.auth.exchangeCodeForSession(auth_code)).error).not.toBeNull();
    const body = JSON.stringify({ auth_code, code_verifier: "x".repeat(64) });
    expect((await raw("/auth/v1/token?grant_type=pkce", { method: "POST", body })).status).toBe(400);
  });

  test("the mailed token itself serves a confirm route that takes token_hash", async () => {
    const { client } = serverClient();
    const email = newAddress();
    await client.auth.signUp({ email, password: newPassword(), options: { emailRedirectTo } });
    const link = new URL((await mailTo(email)).link);
    const token_hash = link.searchParams.get("token") ?? "";
    expect(token_hash.startsWith("pkce_")).toBe(true);
    const elsewhere = serverClient();
    const { data, error } = await elsewhere.client.auth.verifyOtp({ type: "email", token_hash });
    expect(error).toBeNull();
    expect(data.session).not.toBeNull();
    expect((await serverClient(elsewhere.jar).client.auth.getUser()).data.user?.email).toBe(email);
  });

  test("a password reset comes back with a code", async () => {
    const { email } = await person();
    const { client, jar } = serverClient();
    await client.auth.resetPasswordForEmail(email, { redirectTo: `${siteUrl}/auth/confirm?next=/reset` });
    const target = await follow((await mailTo(email)).link);
    expect(target.searchParams.get("next")).toBe("/reset");
    const signedIn = serverClient(jar).client;
    const { error } = await signedIn.auth.exchangeCodeForSession(target.searchParams.get("code") ?? "");
    expect(error).toBeNull();
    expect((await signedIn.auth.updateUser({ password: newPassword() })).error).toBeNull();
  });

  test("a used link comes back with an error in query and fragment", async () => {
    const { email } = await person();
    const { client } = serverClient();
    await client.auth.signInWithOtp({ email, options: { emailRedirectTo } });
    const { link } = await mailTo(email);
    await follow(link);
    const target = await follow(link);
    expect(target.searchParams.get("error_code")).toBe("otp_expired");
    expect(target.hash).toContain("error_code=otp_expired");
  });
});

test("a session in cookies is refreshed when its token has run out, and the cookies follow", async () => {
  const { email, password } = await person();
  const { client, jar } = serverClient();
  const { data } = await client.auth.signInWithPassword({ email, password });
  const before = data.session?.refresh_token;
  const [name, value] = [...jar].find(([key]) => key === "conformance") ?? ["", ""];
  const session = JSON.parse(Buffer.from(value.replace(/^base64-/, ""), "base64url").toString());
  const expired = { ...session, expires_at: Math.floor(Date.now() / 1000) - 10 };
  jar.set(name, `base64-${Buffer.from(JSON.stringify(expired)).toString("base64url")}`);
  const later = serverClient(jar).client;
  expect((await later.auth.getClaims()).data?.claims.email).toBe(email);
  const after = await serverClient(jar).client.auth.getSession();
  expect(after.data.session?.refresh_token).not.toBe(before);
});

test("a database call carries the cookie's session", async () => {
  const { email, password, id } = await person();
  const { client, jar } = serverClient();
  await client.auth.signInWithPassword({ email, password });
  await sql`create or replace function public.conformance_who() returns uuid language sql stable as 'select auth.uid()'`;
  await sql`grant execute on function public.conformance_who() to anon, authenticated`;
  await sql`notify pgrst, 'reload schema'`;
  try {
    await expect.poll(async () => (await service.rpc("conformance_who")).error).toBeNull();
    expect((await serverClient(jar).client.rpc("conformance_who")).data).toBe(id);
    expect((await serverClient().client.rpc("conformance_who")).data).toBeNull();
  } finally {
    await sql`drop function public.conformance_who()`;
  }
});
