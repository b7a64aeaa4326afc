import { beforeEach, describe, expect, test } from "vitest";
import { isEmbedded, newAddress, newPassword, service, sql, visitor } from "../fixtures/supabase";

// Hosted keeps the first password of an address that was never confirmed; ours is stricter.
describe.skipIf(!isEmbedded)("somebody who signs up with another's address and waits", () => {
  let email: string;
  const theirs = newPassword();

  beforeEach(async () => {
    email = newAddress();
    // As a sign-up leaves it, without the mail after which the next one would have to wait.
    const { error } = await service.auth.admin.createUser({ email, password: theirs });
    expect(error).toBeNull();
  });

  async function confirm(type: "magiclink" | "recovery") {
    const { data } = await service.auth.admin.generateLink({ type, email });
    const token_hash = data.properties?.hashed_token ?? "";
    return visitor().auth.verifyOtp({ token_hash, type });
  }

  const opens = async (password: string) =>
    (await visitor().auth.signInWithPassword({ email, password })).error === null;

  test("does not get in with their password once the owner followed a link they asked for", async () => {
    expect((await visitor().auth.signInWithOtp({ email })).error).toBeNull();
    expect((await confirm("magiclink")).error).toBeNull();
    expect(await opens(theirs)).toBe(false);
  });

  test("nor once the owner asked for a new password", async () => {
    expect((await visitor().auth.resetPasswordForEmail(email)).error).toBeNull();
    expect((await confirm("recovery")).error).toBeNull();
    expect(await opens(theirs)).toBe(false);
  });

  test("nor once the owner signed up: the last password counts", async () => {
    const own = newPassword();
    expect((await visitor().auth.signUp({ email, password: own })).error).toBeNull();
    await sql`update auth.users set email_confirmed_at = now() where email = ${email}`;
    expect([await opens(theirs), await opens(own)]).toEqual([false, true]);
  });

  test("does not take the password away from whoever confirmed theirs", async () => {
    await sql`update auth.users set email_confirmed_at = now() where email = ${email}`;
    await visitor().auth.signInWithOtp({ email });
    await visitor().auth.resetPasswordForEmail(email);
    expect(await opens(theirs)).toBe(true);
  });
});
