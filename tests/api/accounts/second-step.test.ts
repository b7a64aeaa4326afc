import { describe, expect, test } from "vitest";
import { POST as replaceCodes } from "@/app/api/account/second-step/codes/route";
import { POST as confirm } from "@/app/api/account/second-step/confirm/route";
import { POST as remove } from "@/app/api/account/second-step/remove/route";
import { POST as start } from "@/app/api/account/second-step/route";
import { POST as saveSettings } from "@/app/api/account/settings/route";
import { POST as recover } from "@/app/api/auth/second-step/recovery/route";
import { POST as pass } from "@/app/api/auth/second-step/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { GET as token } from "@/app/api/auth/token/route";
import { Browser } from "../../fixtures/browser";
import { mailTo, type Person, person, sql } from "../../fixtures/supabase";
import { codeOf } from "../../fixtures/totp";

async function signedIn({ email, password }: Person): Promise<Browser> {
  const browser = new Browser();
  const { status } = await browser.call(signIn, { body: { email, password } });
  expect(status).toBe(200);
  return browser;
}

/** Somebody whose account asks for two steps, at the browser that set it up. */
async function guarded() {
  const me = await person();
  const browser = await signedIn(me);
  const begun = await browser.call(start, { body: { password: me.password } });
  expect(begun.status).toBe(201);
  const { factorId, secret } = begun.body as { factorId: string; secret: string };
  const done = await browser.call(confirm, { body: { factorId, code: codeOf(secret, -1) } });
  expect(done.status).toBe(200);
  return { me, browser, secret, recoveryCodes: done.body.recoveryCodes as string[] };
}

const settings = { country: "KE", birthDate: "" };

describe("setting up the second step", () => {
  test("a page of another site, a stranger and a wrong password get nothing", async () => {
    const me = await person();
    const browser = await signedIn(me);
    const evil = { headers: { origin: "https://evil.example" }, body: { password: me.password } };
    expect((await browser.call(start, evil)).status).toBe(403);
    expect((await new Browser().call(start, { body: { password: me.password } })).status).toBe(401);
    const wrong = await browser.call(start, { body: { password: "wrong" } });
    expect([wrong.status, Object.keys(wrong.body.error.details.fields)]).toEqual([400, ["password"]]);
  });

  test("it gives a key as text and as a picture, ten codes of its own, and a mail", async () => {
    const { me, recoveryCodes } = await guarded();
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes.every((code) => /^([0-9a-z]{4}-){3}[0-9a-z]{4}$/.test(code))).toBe(true);
    expect((await mailTo(me.email)).subject).toBe("Two-step sign-in is on");
    const stored = await sql<{ code_hash: string }[]>`
      select code_hash from public.recovery_codes where user_id = ${me.id}`;
    expect(stored.every(({ code_hash: hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  test("whoever was signed in elsewhere is signed out", async () => {
    const me = await person();
    const [here, there] = [await signedIn(me), await signedIn(me)];
    const { body } = await here.call(start, { body: { password: me.password } });
    await here.call(confirm, { body: { factorId: body.factorId, code: codeOf(body.secret) } });
    expect((await there.call(saveSettings, { body: settings })).status).toBe(401);
    expect((await here.call(saveSettings, { body: settings })).status).toBe(200);
  });
});

describe("signing in with a second step", () => {
  test("the password alone leads to the question and opens nothing", async () => {
    const { me } = await guarded();
    const browser = new Browser();
    const { body } = await browser.call(signIn, {
      body: { email: me.email, password: me.password, next: "/watchlist" },
    });
    expect(body.next).toBe("/sign-in/code?next=%2Fwatchlist");
    expect(browser.cookies.has("cineverse-viewer")).toBe(false);
    expect((await browser.call(saveSettings, { body: settings })).status).toBe(401);
    expect((await browser.call(token, { method: "GET" })).status).toBe(401);
    expect((await browser.call(start, { body: { password: me.password } })).status).toBe(401);
  });

  test("a code of the app signs in, and the same one does not a second time", async () => {
    const { me, secret } = await guarded();
    const [first, second] = [await signedIn(me), await signedIn(me)];
    const code = codeOf(secret);
    const answer = await first.call(pass, { body: { code, next: "/watchlist" } });
    expect([answer.status, answer.body.next]).toEqual([200, "/watchlist"]);
    expect((await first.call(saveSettings, { body: settings })).status).toBe(200);
    const replayed = await second.call(pass, { body: { code } });
    expect([replayed.status, Object.keys(replayed.body.error.details.fields)]).toEqual([400, ["code"]]);
    expect((await second.call(saveSettings, { body: settings })).status).toBe(401);
  });

  test("the sixth guess at an account is refused, from whatever address", async () => {
    const { me } = await guarded();
    const browser = await signedIn(me);
    for (let guess = 0; guess < 5; guess++) {
      browser.move();
      expect((await browser.call(pass, { body: { code: "000000" } })).status).toBe(400);
    }
    browser.move();
    expect((await browser.call(pass, { body: { code: "000000" } })).status).toBe(429);
  });

  test("nobody passes it without having given the password", async () => {
    expect((await new Browser().call(pass, { body: { code: "123456" } })).status).toBe(401);
    const whole = await signedIn(await person());
    expect((await whole.call(pass, { body: { code: "123456" } })).status).toBe(401);
  });

  test("a recovery code signs in once, takes the second step away and is told of", async () => {
    const { me, recoveryCodes } = await guarded();
    const [first, second] = [await signedIn(me), await signedIn(me)];
    const typed = (recoveryCodes[3] ?? "").toUpperCase().replaceAll("-", " ");
    const answers = await Promise.all(
      [first, second].map((browser) => browser.call(recover, { body: { recoveryCode: typed } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await mailTo(me.email, /recovery/)).subject).toBe("A recovery code was used");
    const again = await signedIn(me);
    expect((await again.call(saveSettings, { body: settings })).status).toBe(200);
    expect(await sql`select 1 from public.recovery_codes where user_id = ${me.id}`).toHaveLength(0);
  });

  test("a recovery code of somebody else's opens nothing", async () => {
    const [mine, theirs] = [await guarded(), await guarded()];
    const browser = await signedIn(mine.me);
    const { status } = await browser.call(recover, { body: { recoveryCode: theirs.recoveryCodes[0] } });
    expect(status).toBe(400);
  });
});

describe("changing the second step", () => {
  test("it goes only against one more code", async () => {
    const { me, browser, secret } = await guarded();
    expect((await browser.call(remove, { body: { code: "000000" } })).status).toBe(400);
    expect((await browser.call(remove, { body: { code: codeOf(secret) } })).status).toBe(200);
    expect((await mailTo(me.email, /off/)).subject).toBe("Two-step sign-in is off");
    expect((await (await signedIn(me)).call(saveSettings, { body: settings })).status).toBe(200);
  });

  test("new recovery codes void the old ones", async () => {
    const { me, browser, secret, recoveryCodes } = await guarded();
    const { body } = await browser.call(replaceCodes, { body: { code: codeOf(secret) } });
    expect(body.recoveryCodes).toHaveLength(10);
    const elsewhere = await signedIn(me);
    expect((await elsewhere.call(recover, { body: { recoveryCode: recoveryCodes[0] } })).status).toBe(400);
    expect((await elsewhere.call(recover, { body: { recoveryCode: body.recoveryCodes[0] } })).status).toBe(
      200,
    );
  });
});
