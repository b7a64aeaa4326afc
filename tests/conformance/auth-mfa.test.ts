import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { newPassword, type Person, person, service, signIn } from "../fixtures/supabase";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator program shows: RFC 6238, written apart from the server's own. */
function codeOf(secret: string, offset = 0): string {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + offset));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = (digest[19] ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

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
  expect((await client.auth.updateUser({ password: newPassword() })).error?.code).toBe("insufficient_aal");
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
