import { describe, expect, test } from "vitest";
import {
  follow,
  fragmentOf,
  hasMailCatcher,
  isEmbedded,
  mailsTo,
  mailTo,
  newAddress,
  newPassword,
  person,
  service,
  signIn,
  siteUrl,
  sql,
  visitor,
} from "../fixtures/supabase";

describe.skipIf(!hasMailCatcher)("by mailed links (needs MAIL_CATCHER_URL)", () => {
  test("I sign up, confirm by the mailed link and am signed in", async () => {
    const email = newAddress();
    const { data, error } = await visitor().auth.signUp({ email, password: newPassword() });
    expect(error).toBeNull();
    expect(data.session).toBeNull();
    expect(data.user?.identities).toHaveLength(1);
    const target = await follow((await mailTo(email)).link);
    expect(target.href.startsWith(siteUrl)).toBe(true);
    const client = visitor();
    const fragment = fragmentOf(target);
    await client.auth.setSession({
      access_token: fragment.get("access_token") ?? "",
      refresh_token: fragment.get("refresh_token") ?? "",
    });
    const me = await client.auth.getUser();
    expect(me.data.user?.email).toBe(email);
    expect(me.data.user?.email_confirmed_at).toBeTruthy();
  });

  test("the mail speaks the language that I chose, and carries its own text version", async () => {
    const email = newAddress();
    await visitor().auth.signUp({ email, password: newPassword(), options: { data: { locale: "vi" } } });
    const mail = await mailTo(email);
    expect(mail.subject).toBe("Xác nhận địa chỉ email của bạn");
    expect(mail.html).toContain('lang="vi"');
    expect(mail.text).toContain("Chào mừng");
  });

  test("before I confirm, my password does not let me in", async () => {
    const email = newAddress();
    const password = newPassword();
    await visitor().auth.signUp({ email, password });
    const { error } = await visitor().auth.signInWithPassword({ email, password });
    expect(error?.code).toBe("email_not_confirmed");
  });

  test("a sign-up with a taken address looks like any other and sends no mail", async () => {
    const { email, id } = await person();
    const { data, error } = await visitor().auth.signUp({ email, password: newPassword() });
    expect(error).toBeNull();
    expect(data.user?.id).not.toBe(id);
    expect(data.user?.identities).toEqual([]);
    expect(await mailsTo(email)).toEqual([]);
  });

  test("I sign in by magic link, once", async () => {
    const { email } = await person();
    expect((await visitor().auth.signInWithOtp({ email })).error).toBeNull();
    const { link } = await mailTo(email);
    expect(fragmentOf(await follow(link)).get("access_token")).toBeTruthy();
    const again = await follow(link);
    expect(again.searchParams.get("error_code")).toBe("otp_expired");
    expect(again.hash).not.toContain("access_token");
  });

  test("I sign in by typing the mailed code, and wrong codes are refused", async () => {
    const { email, id } = await person();
    await visitor().auth.signInWithOtp({ email });
    const { code } = await mailTo(email);
    const wrong = await visitor().auth.verifyOtp({
      email,
      token: code === "111111" ? "222222" : "111111",
      type: "email",
    });
    expect(wrong.error?.code).toBe("otp_expired");
    const { data, error } = await visitor().auth.verifyOtp({ email, token: code, type: "email" });
    expect(error).toBeNull();
    expect(data.user?.id).toBe(id);
  });

  test("a magic link signs a newcomer up", async () => {
    const email = newAddress();
    await visitor().auth.signInWithOtp({ email });
    expect(fragmentOf(await follow((await mailTo(email)).link)).get("access_token")).toBeTruthy();
  });

  test("I choose a new password by the mailed link, and the old one and its sessions end", async () => {
    const { email, password, client: before } = await person();
    await visitor().auth.resetPasswordForEmail(email);
    const fragment = fragmentOf(await follow((await mailTo(email)).link));
    expect(fragment.get("type")).toBe("recovery");
    const client = visitor();
    await client.auth.setSession({
      access_token: fragment.get("access_token") ?? "",
      refresh_token: fragment.get("refresh_token") ?? "",
    });
    const changed = newPassword();
    expect((await client.auth.updateUser({ password: changed })).error).toBeNull();
    expect((await visitor().auth.signInWithPassword({ email, password })).error?.code).toBe(
      "invalid_credentials",
    );
    expect((await visitor().auth.signInWithPassword({ email, password: changed })).error).toBeNull();
    expect((await before.auth.refreshSession()).error).not.toBeNull();
  });

  test("a forgotten password is answered alike for an address that nobody has", async () => {
    const { data, error } = await visitor().auth.resetPasswordForEmail(newAddress("nobody"));
    expect({ data, error }).toEqual({ data: {}, error: null });
  });

  test("my address changes when both mailboxes have confirmed", async () => {
    const { client, email, id } = await person();
    const changed = newAddress("changed");
    expect((await client.auth.updateUser({ email: changed })).data.user?.new_email).toBe(changed);
    const first = await follow((await mailTo(changed)).link);
    expect(first.searchParams.get("message")).toContain("proceed to confirm");
    expect((await service.auth.admin.getUserById(id)).data.user?.email).toBe(email);
    await follow((await mailTo(email)).link);
    const { data } = await service.auth.admin.getUserById(id);
    expect(data.user?.email).toBe(changed);
    expect(data.user?.identities?.[0]?.identity_data?.email).toBe(changed);
  });

  test("a second mail too soon is refused with the seconds to wait", async () => {
    const { email } = await person();
    await visitor().auth.resetPasswordForEmail(email);
    const { error } = await visitor().auth.resetPasswordForEmail(email);
    expect(error?.code).toBe("over_email_send_rate_limit");
    expect(error?.message).toMatch(/after \d+ seconds/);
  });

  test("a change of password can carry a mailed nonce, and a wrong one is refused", async () => {
    const { client, email } = await person();
    expect((await client.auth.reauthenticate()).error).toBeNull();
    const { code } = await mailTo(email);
    const nonce = code === "111111" ? "222222" : "111111";
    const wrong = await client.auth.updateUser({ password: newPassword(), nonce });
    expect(wrong.error?.code).toBe("reauthentication_not_valid");
    expect((await client.auth.updateUser({ password: newPassword(), nonce: code })).error).toBeNull();
  });
});

test("a wrong password and an unknown address are refused alike", async () => {
  const { email } = await person();
  const wrong = await visitor().auth.signInWithPassword({ email, password: "not-the-password" });
  const nobody = await visitor().auth.signInWithPassword({
    email: newAddress(),
    password: "not-the-password",
  });
  expect(wrong.error?.code).toBe("invalid_credentials");
  expect(nobody.error?.code).toBe(wrong.error?.code);
  expect(nobody.error?.message).toBe(wrong.error?.message);
});

test("a password that is too short or too long is refused", async () => {
  const { error } = await visitor().auth.signUp({ email: newAddress(), password: "short" });
  expect(error?.code).toBe("weak_password");
  const long = await visitor().auth.signUp({ email: newAddress(), password: "x".repeat(73) });
  expect(long.error?.code).toBe("validation_failed");
});

test("I change my metadata, and it is in my next token", async () => {
  const { client } = await person({ locale: "en", nickname: "Kit" });
  const { data } = await client.auth.updateUser({ data: { locale: "vi", nickname: null } });
  expect(data.user?.user_metadata).toMatchObject({ locale: "vi" });
  expect(data.user?.user_metadata).not.toHaveProperty("nickname");
  await client.auth.refreshSession();
  expect((await client.auth.getClaims()).data?.claims.user_metadata).toMatchObject({ locale: "vi" });
});

test("signing out here leaves my other sessions, everywhere ends them at once", async () => {
  const { email, password, client: one } = await person();
  const { client: two } = await signIn(email, password);
  const { client: three, session } = await signIn(email, password);
  await one.auth.signOut({ scope: "local" });
  expect((await two.auth.getUser()).error).toBeNull();
  await two.auth.signOut({ scope: "others" });
  expect((await two.auth.getUser()).error).toBeNull();
  expect((await three.auth.refreshSession()).error?.code).toBe("refresh_token_not_found");
  expect((await visitor().auth.getUser(session.access_token)).error).not.toBeNull();
  const { client: four } = await signIn(email, password);
  await two.auth.signOut();
  expect((await four.auth.refreshSession()).error).not.toBeNull();
  expect((await four.auth.getUser()).error).not.toBeNull();
});

test("claims are verified without asking the server again", async () => {
  const { client, id, session } = await person();
  const { data, error } = await client.auth.getClaims();
  expect(error).toBeNull();
  expect(data?.header.alg).toBe("ES256");
  expect(data?.claims).toMatchObject({ sub: id, role: "authenticated", aal: "aal1", aud: "authenticated" });
  expect(data?.claims.amr).toMatchObject([{ method: "password" }]);
  const asked: string[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    asked.push(String(input));
    return original(input, init);
  };
  try {
    for (let index = 0; index < 20; index++) await client.auth.getClaims(session.access_token);
  } finally {
    globalThis.fetch = original;
  }
  expect(asked).toEqual([]);
});

test.skipIf(!isEmbedded)("nothing in the database signs anybody in: every token is a digest", async () => {
  const { session, id } = await person();
  const [link] = [
    await service.auth.admin.generateLink({ type: "magiclink", email: session.user.email ?? "" }),
  ];
  const rows = await sql`
    select row_to_json(t)::text as row from auth.refresh_tokens t where user_id = ${id}
    union all select row_to_json(t)::text from auth.one_time_tokens t where user_id = ${id}
    union all select row_to_json(t)::text from auth.users t where id = ${id}`;
  const text = rows.map(({ row }) => row).join("\n");
  expect(text).not.toContain(session.refresh_token);
  expect(text).not.toContain(link?.data.properties?.hashed_token);
  expect(text).not.toContain(link?.data.properties?.email_otp);
});

test("user ids are random, so that their first digits do not repeat", async () => {
  const ids = await Promise.all([1, 2, 3].map(async () => (await person()).id));
  expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(3);
  for (const id of ids) expect(id[14]).toBe("4");
});

test.skipIf(!isEmbedded)(
  "a session alone sets no new password: it takes the current one, and guesses are counted",
  async () => {
    const { client, email, password } = await person();
    const changed = newPassword();
    const change = (current?: string) =>
      client.auth.updateUser({ password: changed, ...(current && { current_password: current }) });
    expect((await change()).error?.code).toBe("current_password_required");
    expect((await change("a guess")).error?.code).toBe("current_password_mismatch");
    expect((await change(password)).error).toBeNull();
    await signIn(email, changed);
  },
);
