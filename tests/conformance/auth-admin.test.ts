import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  follow,
  fragmentOf,
  hasMailCatcher,
  mailTo,
  newAddress,
  newPassword,
  person,
  service,
  signIn,
  siteUrl,
  visitor,
} from "../fixtures/supabase";

const admin = service.auth.admin;

describe("the service manages people", () => {
  test("creates one who can sign in at once", async () => {
    const email = newAddress();
    const password = newPassword();
    const { data, error } = await admin.createUser({
      email: email.toUpperCase(),
      password,
      email_confirm: true,
      user_metadata: { locale: "vi" },
      app_metadata: { plan: "premium" },
    });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email, user_metadata: { locale: "vi" }, role: "authenticated" });
    expect(data.user?.app_metadata).toMatchObject({
      plan: "premium",
      provider: "email",
      providers: ["email"],
    });
    const { session } = await signIn(email, password);
    expect(session.user.id).toBe(data.user?.id);
  });

  test("creates one with a chosen id, and not a second one with the same address", async () => {
    const email = newAddress();
    const id = randomUUID();
    expect((await admin.createUser({ id, email })).data.user?.id).toBe(id);
    expect((await admin.createUser({ email })).error?.code).toBe("email_exists");
  });

  test("takes over a password hash made elsewhere, and nothing that is none", async () => {
    const email = newAddress();
    const password_hash = "$2b$10$J5e4x0/Dc87.oGWEt3AUROHrFnBpjm96Q.Cpo2GPvhJu9kqKeZ42."; // of "x"
    expect((await admin.createUser({ email, email_confirm: true, password_hash })).error).toBeNull();
    expect((await visitor().auth.signInWithPassword({ email, password: "x" })).error).toBeNull();
    const wrong = await admin.createUser({ email: newAddress(), password_hash: "plain text" });
    expect(wrong.error?.status).toBe(400);
  });

  test("lists them page by page, newest first", async () => {
    const people = [await person(), await person(), await person()];
    const first = await admin.listUsers({ page: 1, perPage: 2 });
    const second = await admin.listUsers({ page: 2, perPage: 2 });
    expect(first.error).toBeNull();
    expect(first.data).toMatchObject({ aud: "authenticated", nextPage: 2 });
    const total = first.data && "total" in first.data ? first.data.total : 0;
    expect(total).toBeGreaterThanOrEqual(3);
    const listed = [...first.data.users, ...second.data.users].map(({ id }) => id);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed[0]).not.toBe(people[0]?.id);
  });

  test("reads, changes and deletes one", async () => {
    const { id, email, password, client } = await person();
    const changed = newAddress("changed");
    const { data, error } = await admin.updateUserById(id, {
      email: changed,
      app_metadata: { role: "moderator" },
      user_metadata: { nickname: "Kit" },
    });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({
      email: changed,
      app_metadata: { role: "moderator", provider: "email" },
    });
    expect((await admin.getUserById(id)).data.user?.user_metadata.nickname).toBe("Kit");
    expect((await visitor().auth.signInWithPassword({ email, password })).error?.code).toBe(
      "invalid_credentials",
    );
    expect((await admin.deleteUser(id)).error).toBeNull();
    expect((await admin.getUserById(id)).error?.code).toBe("user_not_found");
    expect((await client.auth.getUser()).error).not.toBeNull();
    expect((await client.auth.refreshSession()).error).not.toBeNull();
  });

  test("deletes one softly, and the address is free again", async () => {
    const { id, email } = await person();
    expect((await admin.deleteUser(id, true)).error).toBeNull();
    expect((await admin.getUserById(id)).error?.code).toBe("user_not_found");
    expect((await admin.createUser({ email })).error).toBeNull();
    await admin.deleteUser(id);
  });

  test("bans one, who is out at once, and lets them in again", async () => {
    const { id, email, password, client } = await person();
    const { data } = await admin.updateUserById(id, { ban_duration: "24h" });
    expect(new Date(String((data.user as { banned_until?: string }).banned_until)).getTime()).toBeGreaterThan(
      Date.now(),
    );
    expect((await visitor().auth.signInWithPassword({ email, password })).error?.code).toBe("user_banned");
    expect((await client.auth.refreshSession()).error).not.toBeNull();
    await admin.updateUserById(id, { ban_duration: "none" });
    expect((await visitor().auth.signInWithPassword({ email, password })).error).toBeNull();
  });

  test("signs one out everywhere by their token", async () => {
    const { session, client } = await person();
    expect((await admin.signOut(session.access_token)).error).toBeNull();
    expect((await client.auth.refreshSession()).error).not.toBeNull();
  });

  test.skipIf(!hasMailCatcher)("invites one by mail (needs MAIL_CATCHER_URL)", async () => {
    const email = newAddress();
    const { data, error } = await admin.inviteUserByEmail(email, { redirectTo: `${siteUrl}/welcome` });
    expect(error).toBeNull();
    expect(data.user?.invited_at).toBeTruthy();
    const target = await follow((await mailTo(email, /invited/)).link);
    expect(target.pathname).toBe("/welcome");
    expect(fragmentOf(target).get("type")).toBe("invite");
  });
});

describe("the service makes links without mailing them", () => {
  test("sign-up: the link confirms, the code does too", async () => {
    const email = newAddress();
    const password = newPassword();
    const { data, error } = await admin.generateLink({ type: "signup", email, password });
    expect(error).toBeNull();
    expect(data.properties?.verification_type).toBe("signup");
    expect((await visitor().auth.signInWithPassword({ email, password })).error?.code).toBe(
      "email_not_confirmed",
    );
    const token = data.properties?.email_otp ?? "";
    expect((await visitor().auth.verifyOtp({ email, token, type: "email" })).error).toBeNull();
    expect((await visitor().auth.signInWithPassword({ email, password })).error).toBeNull();
  });

  test("magic link: its token is worth one session", async () => {
    const { email, id } = await person();
    const { data } = await admin.generateLink({ type: "magiclink", email });
    const token_hash = data.properties?.hashed_token ?? "";
    const first = await visitor().auth.verifyOtp({ token_hash, type: "magiclink" });
    expect(first.data.user?.id).toBe(id);
    const second = await visitor().auth.verifyOtp({ token_hash, type: "magiclink" });
    expect(second.error?.code).toBe("otp_expired");
  });

  test("recovery: a newer link makes the older one worthless", async () => {
    const { email } = await person();
    const older = await admin.generateLink({ type: "recovery", email });
    const newer = await admin.generateLink({ type: "recovery", email });
    const verify = (token_hash = "") => visitor().auth.verifyOtp({ token_hash, type: "recovery" });
    expect((await verify(older.data.properties?.hashed_token)).error?.code).toBe("otp_expired");
    expect((await verify(newer.data.properties?.hashed_token)).error).toBeNull();
  });

  test("change of address: both halves are needed, and one half twice is not both", async () => {
    const { email, id } = await person();
    const newEmail = newAddress("changed");
    const half = async (type: "email_change_new" | "email_change_current") => {
      const { data, error } = await admin.generateLink({ type, email, newEmail });
      if (error) throw error;
      return visitor().auth.verifyOtp({ token_hash: data.properties.hashed_token, type: "email_change" });
    };
    await half("email_change_new");
    await half("email_change_new");
    expect((await admin.getUserById(id)).data.user?.email).toBe(email);
    const { data } = await half("email_change_current");
    expect(data.user?.email).toBe(newEmail);
  });

  test("nobody has the address: an error that names it", async () => {
    const { error } = await admin.generateLink({ type: "recovery", email: newAddress() });
    expect(error?.code).toBe("user_not_found");
  });
});
