import { describe, expect, test } from "vitest";
import { POST as changePassword } from "@/app/api/account/password/route";
import { POST as code } from "@/app/api/auth/code/route";
import { POST as forgot } from "@/app/api/auth/forgot-password/route";
import { POST as magicLink } from "@/app/api/auth/magic-link/route";
import { POST as reset } from "@/app/api/auth/reset-password/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as signUp } from "@/app/api/auth/sign-up/route";
import { GET as token } from "@/app/api/auth/token/route";
import { GET as confirm } from "@/app/auth/confirm/route";
import { Browser } from "../../fixtures/browser";
import {
  follow,
  hasMailCatcher,
  mailsTo,
  mailTo,
  newAddress,
  newPassword,
  person,
} from "../../fixtures/supabase";

const open = async (browser: Browser, link: string) => {
  const target = await follow(link);
  return browser.call(confirm, { method: "GET", path: target.pathname + target.search });
};

describe.skipIf(!hasMailCatcher)("links that come by mail", () => {
  test("a new person confirms their address and is signed in where they wanted to be", async () => {
    const browser = new Browser();
    const email = newAddress();
    const body = { email, password: newPassword(), displayName: "Mai", next: "/browse" };
    expect((await browser.call(signUp, { body })).body.next).toBe("/check-mail?for=sign-up");

    const refused = await new Browser().call(signIn, { body: { email, password: body.password } });
    expect([refused.status, refused.body.error.code]).toEqual([403, "FORBIDDEN"]);

    const { link } = await mailTo(email);
    const opened = await open(browser, link);
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/browse"]);
    expect((await browser.call(token, { method: "GET" })).status).toBe(200);
  });

  test("the code of the same mail does it on another device's behalf", async () => {
    const browser = new Browser();
    const email = newAddress();
    await browser.call(signUp, { body: { email, password: newPassword(), displayName: "Mai" } });
    const mail = await mailTo(email);
    const wrong = await browser.call(code, {
      body: { code: mail.code === "000000" ? "1" : "000000", reason: "sign-up" },
    });
    expect(wrong.status).toBe(400);
    const right = await browser.call(code, { body: { code: mail.code, reason: "sign-up" } });
    expect([right.status, right.body.next]).toEqual([200, "/"]);
  });

  test("a link works once", async () => {
    const browser = new Browser();
    const email = newAddress();
    await browser.call(signUp, { body: { email, password: newPassword(), displayName: "Mai" } });
    const { link } = await mailTo(email);
    await open(browser, link);
    const again = new Browser();
    const { headers } = await open(again, link);
    expect(headers.get("location")).toBe("/sign-in");
    expect(again.cookies.has("cineverse-auth")).toBe(false);
  });

  test("signing up with somebody's address tells nothing on the page, and them by mail", async () => {
    const { email } = await person();
    const answer = await new Browser().call(signUp, {
      body: { email, password: newPassword(), displayName: "Eve" },
    });
    expect([answer.status, answer.body]).toEqual([200, { next: "/check-mail?for=sign-up" }]);
    expect((await mailTo(email)).subject).toBe("You have a CineVerse account already");
  });

  test("an unknown address gets the same page and no mail", async () => {
    const email = newAddress();
    for (const [handler, reason] of [
      [magicLink, "sign-in"],
      [forgot, "reset"],
    ] as const) {
      const { status, body } = await new Browser().call(handler, { body: { email } });
      expect([status, body]).toEqual([200, { next: `/check-mail?for=${reason}` }]);
    }
    expect(await mailsTo(email)).toEqual([]);
  });

  test("a sign-in link signs in", async () => {
    const { email } = await person();
    const browser = new Browser();
    await browser.call(magicLink, { body: { email, next: "/history" } });
    const { headers } = await open(browser, (await mailTo(email)).link);
    expect(headers.get("location")).toBe("/history");
  });

  test("a forgotten password is set anew, and the old one is dead", async () => {
    const { email, password } = await person();
    const [browser, phone] = [new Browser(), new Browser()];
    await phone.call(signIn, { body: { email, password } });
    await browser.call(forgot, { body: { email } });
    const { headers } = await open(browser, (await mailTo(email)).link);
    expect(headers.get("location")).toBe("/reset-password");

    const renewed = newPassword();
    expect((await browser.call(reset, { body: { password: renewed } })).status).toBe(200);
    expect((await phone.call(token, { method: "GET" })).status).toBe(401);
    expect((await new Browser().call(signIn, { body: { email, password } })).status).toBe(401);
    expect((await new Browser().call(signIn, { body: { email, password: renewed } })).status).toBe(200);
    expect((await mailTo(email, /changed/)).text).toContain("/forgot-password");
  });

  test("being signed in is not enough to set a password without the old one", async () => {
    const { email, password } = await person();
    const browser = new Browser();
    await browser.call(signIn, { body: { email, password } });
    const { status } = await browser.call(reset, { body: { password: newPassword() } });
    expect(status).toBe(403);
  });

  test("changing a password takes the current one", async () => {
    const { email, password } = await person();
    const browser = new Browser();
    await browser.call(signIn, { body: { email, password } });
    const wrong = await browser.call(changePassword, {
      body: { currentPassword: "wrong", newPassword: newPassword() },
    });
    expect(Object.keys(wrong.body.error.details.fields)).toEqual(["currentPassword"]);
    const right = await browser.call(changePassword, {
      body: { currentPassword: password, newPassword: newPassword() },
    });
    expect(right.status).toBe(200);
    expect((await browser.call(token, { method: "GET" })).status).toBe(200);
  });

  test.each([
    "/auth/confirm",
    "/auth/confirm?code=made-up",
    "/auth/confirm?token_hash=x&type=signup",
    "/auth/confirm?type=x",
  ])("%s ends at the sign-in page", async (path) => {
    const browser = new Browser();
    const { status, headers } = await browser.call(confirm, { method: "GET", path });
    expect([status, headers.get("location")]).toEqual([303, "/sign-in"]);
    expect(browser.cookies.has("cineverse-auth")).toBe(false);
  });
});
