import { expect, test } from "vitest";
import {
  hasMailCatcher,
  isEmbedded,
  mailsTo,
  mailTo,
  newAddress,
  newPassword,
  person,
  service,
  visitor,
} from "../fixtures/supabase";

// What a hosted project refuses while the feature is off, which the owner of one may have changed.
test.skipIf(!isEmbedded)("ways of signing in that are off are refused by name", async () => {
  const { auth } = visitor();
  const password = newPassword();
  expect((await auth.signInAnonymously()).error?.code).toBe("anonymous_provider_disabled");
  expect((await auth.signUp({ phone: "+84900000000", password })).error?.code).toBe(
    "phone_provider_disabled",
  );
  expect((await auth.signInWithOtp({ phone: "+84900000000" })).error?.code).toBe("phone_provider_disabled");
  expect((await auth.signInWithIdToken({ provider: "google", token: "x" })).error?.code).toBe(
    "provider_disabled",
  );
  expect((await auth.signInWithSSO({ domain: "example.com" })).error?.status).toBe(404);
});

test.skipIf(!isEmbedded)("identities are neither linked nor taken apart by hand", async () => {
  const { client } = await person();
  const linked = await client.auth.linkIdentity({
    provider: "google",
    options: { skipBrowserRedirect: true },
  });
  expect(linked.error?.code).toBe("manual_linking_disabled");
  const { data } = await client.auth.getUserIdentities();
  const [identity] = data?.identities ?? [];
  if (!identity) throw new Error("a person has an identity");
  expect((await client.auth.unlinkIdentity(identity)).error?.code).toBe("manual_linking_disabled");
});

test.skipIf(!isEmbedded)("second factors other than TOTP are refused", async () => {
  const { client } = await person();
  const phone = await client.auth.mfa.enroll({ factorType: "phone", phone: "+84900000000" });
  expect(phone.error?.code).toBe("mfa_phone_enroll_not_enabled");
});

test("a magic link for nobody, without sign-up, is refused", async () => {
  const { error } = await visitor().auth.signInWithOtp({
    email: newAddress(),
    options: { shouldCreateUser: false },
  });
  expect(error?.code).toBe("otp_disabled");
});

test.skipIf(!hasMailCatcher)(
  "a confirmation can be sent again, to those who still need it (needs MAIL_CATCHER_URL)",
  async () => {
    const email = newAddress();
    await service.auth.admin.createUser({ email, password: newPassword() });
    expect((await visitor().auth.resend({ type: "signup", email })).error).toBeNull();
    expect((await mailTo(email)).link).toContain("type=signup");
    const confirmed = await person();
    expect((await visitor().auth.resend({ type: "signup", email: confirmed.email })).error).toBeNull();
    expect(await mailsTo(confirmed.email)).toEqual([]);
  },
);
