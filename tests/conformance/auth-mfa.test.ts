import { expect, test } from "vitest";
import { bearing, newAddress, newPassword, type Person, person, service, signIn } from "../fixtures/supabase";
import { codeOf } from "../fixtures/totp";

async function enrolled({ client }: Person) {
  const { data, error } = await client.auth.mfa.enroll({ factorType: "totp", friendlyName: "phone" });
  if (error) throw error;
  const verified = await client.auth.mfa.challengeAndVerify({
    factorId: data.id,
    code: codeOf(data.totp.secret),
  });
  if (verified.error) throw verified.error;
  return { factorId: data.id, secret: data.totp.secret };
}

test("I enrol an authenticator and my session rises to aal2", async () => {
  const { client } = await person();
  const { data, error } = await client.auth.mfa.enroll({ factorType: "totp", friendlyName: "phone" });
  expect(error).toBeNull();
  expect(data?.totp.qr_code).toMatch(/^data:image\/svg\+xml;utf-8,<svg/);
  expect(data?.totp.uri).toMatch(/^otpauth:\/\/totp\//);
  expect((await client.auth.mfa.getAuthenticatorAssuranceLevel()).data).toMatchObject({
    currentLevel: "aal1",
  });
  const challenge = await client.auth.mfa.challenge({ factorId: data?.id ?? "" });
  const verified = await client.auth.mfa.verify({
    factorId: data?.id ?? "",
    challengeId: challenge.data?.id ?? "",
    code: codeOf(data?.totp.secret ?? ""),
  });
  expect(verified.error).toBeNull();
  expect((await client.auth.mfa.getAuthenticatorAssuranceLevel()).data).toMatchObject({
    currentLevel: "aal2",
    nextLevel: "aal2",
  });
  expect((await client.auth.mfa.listFactors()).data?.totp).toHaveLength(1);
  const claims = (await client.auth.getClaims()).data?.claims;
  expect(claims?.amr).toMatchObject([{ method: "totp" }, { method: "password" }]);
  await client.auth.refreshSession();
  expect((await client.auth.getClaims()).data?.claims.aal).toBe("aal2");
});

test("a thief with my password alone can neither change it nor remove the authenticator", async () => {
  const me = await person();
  const { factorId } = await enrolled(me);
  const { client } = await signIn(me.email, me.password);
  expect((await client.auth.mfa.getAuthenticatorAssuranceLevel()).data).toMatchObject({
    currentLevel: "aal1",
    nextLevel: "aal2",
  });
  const change = { password: newPassword(), current_password: me.password };
  expect((await client.auth.updateUser(change)).error?.code).toBe("insufficient_aal");
  expect((await client.auth.updateUser({ email: newAddress() })).error?.code).toBe("insufficient_aal");
  expect((await client.auth.mfa.unenroll({ factorId })).error?.code).toBe("insufficient_aal");
  expect((await client.auth.mfa.enroll({ factorType: "totp", friendlyName: "mine" })).error?.code).toBe(
    "insufficient_aal",
  );
});

test("a wrong code and a code used before are refused", async () => {
  const me = await person();
  const { factorId, secret } = await enrolled(me);
  const { client } = await signIn(me.email, me.password);
  const used = await client.auth.mfa.challengeAndVerify({ factorId, code: codeOf(secret) });
  const wrong = await client.auth.mfa.challengeAndVerify({ factorId, code: "000000" });
  expect(wrong.error?.code).toBe("mfa_verification_failed");
  // At the turn of a step the next code is a fresh one; then the first try is no replay.
  if (used.error) expect(used.error.code).toBe("mfa_verification_failed");
  const next = await client.auth.mfa.challengeAndVerify({ factorId, code: codeOf(secret, 1) });
  expect(next.error).toBeNull();
});

test("somebody else's factor is not found, and a stranger's session cannot use its challenge", async () => {
  const me = await person();
  const { factorId, secret } = await enrolled(me);
  const { client } = await person();
  expect((await client.auth.mfa.challenge({ factorId })).error?.code).toBe("mfa_factor_not_found");
  const challenge = await me.client.auth.mfa.challenge({ factorId });
  const stolen = await client.auth.mfa.verify({
    factorId,
    challengeId: challenge.data?.id ?? "",
    code: codeOf(secret, 1),
  });
  expect(stolen.error?.code).toBe("mfa_factor_not_found");
});

test("I remove my authenticator, or the service does it for me", async () => {
  const me = await person();
  const { factorId } = await enrolled(me);
  expect((await me.client.auth.mfa.unenroll({ factorId })).error).toBeNull();
  const again = await enrolled(me);
  const listed = await service.auth.admin.mfa.listFactors({ userId: me.id });
  expect(listed.data?.factors).toMatchObject([{ id: again.factorId, status: "verified" }]);
  await service.auth.admin.mfa.deleteFactor({ userId: me.id, id: again.factorId });
  expect((await service.auth.admin.getUserById(me.id)).data.user?.factors).toBeUndefined();
});

test("of one code sent three times at once, one counts", async () => {
  const me = await person();
  const { factorId, secret } = await enrolled(me);
  const clients = await Promise.all([1, 2, 3].map(() => signIn(me.email, me.password)));
  const code = codeOf(secret, 1);
  const answers = await Promise.all(
    clients.map(({ client }) => client.auth.mfa.challengeAndVerify({ factorId, code })),
  );
  expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
});

test("of two authenticators enrolled at once, the first that is proved stays", async () => {
  const { client } = await person();
  const begun = await Promise.all(
    ["one", "two"].map((name) => client.auth.mfa.enroll({ factorType: "totp", friendlyName: name })),
  );
  const [first, second] = begun.map(({ data }) => ({
    factorId: data?.id ?? "",
    code: codeOf((data && "totp" in data && data.totp.secret) || ""),
  }));
  expect((await client.auth.mfa.challengeAndVerify(first as never)).error).toBeNull();
  expect((await client.auth.mfa.challengeAndVerify(second as never)).error?.code).toBe(
    "mfa_factor_not_found",
  );
});

test("a session below the second step reads and writes nothing by the API, and the one above it does", async () => {
  const me = await person();
  await enrolled(me);
  const half = await signIn(me.email, me.password);
  const token = bearing(half.session.access_token);
  for (const table of ["user_profiles", "user_settings", "viewer_profiles", "movies"]) {
    const { error, status } = await token.from(table).select("*").limit(1);
    expect([table, status, error?.code]).toEqual([table, 401, "PT401"]);
  }
  expect((await token.rpc("check_viewer_pin", { p_viewer: me.id, p_pin: "1" })).error?.code).toBe("PT401");
  expect((await token.from("user_settings").update({ theme: "light" }).eq("user_id", me.id)).status).toBe(
    401,
  );
  expect((await me.client.from("user_settings").select("theme")).data).toHaveLength(1);
});

test("a token is refused by the API as soon as its session is over", async () => {
  const me = await person();
  const token = bearing(me.session.access_token);
  expect((await token.from("user_settings").select("theme")).data).toHaveLength(1);
  await me.client.auth.signOut({ scope: "local" });
  expect((await token.from("user_settings").select("theme")).error?.code).toBe("PT401");
});
