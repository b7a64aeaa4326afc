import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as signOut } from "@/app/api/auth/sign-out/route";
import { GET as token } from "@/app/api/auth/token/route";
import { Browser } from "../../fixtures/browser";
import { newPassword, person, sql } from "../../fixtures/supabase";

/** A session that begins within a few seconds of the end of all others is left alone: clocks differ by that. */
const CLOCKS_DIFFER_MS = 6_000;

describe("signing in", () => {
  test("a page of another site may not do it", async () => {
    const { status, body } = await new Browser().call(signIn, {
      body: {},
      headers: { origin: "https://evil.example" },
    });
    expect([status, body.error.code]).toEqual([403, "FORBIDDEN"]);
  });

  test("what is missing is said field by field", async () => {
    const { status, body } = await new Browser().call(signIn, { body: { email: "nonsense" } });
    expect(status).toBe(400);
    expect(Object.keys(body.error.details.fields)).toEqual(["email", "password"]);
  });

  test("a body that is no JSON is refused", async () => {
    const { status, body } = await new Browser().call(signIn, {
      body: undefined,
      headers: { "content-type": "application/json" },
    });
    expect([status, body.error.code]).toEqual([400, "INVALID"]);
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const { email } = await person();
    const attempt = (address: string) =>
      new Browser().call(signIn, { body: { email: address, password: newPassword() } });
    const [known, unknown] = [await attempt(email), await attempt("nobody@cineverse.test")];
    expect(known.status).toBe(401);
    expect({ ...known.body.error, requestId: "" }).toEqual({ ...unknown.body.error, requestId: "" });
    expect(known.status).toBe(unknown.status);
  });

  test("the sixth try within five minutes is refused, however good it is", async () => {
    const { email, password } = await person();
    const browser = new Browser();
    const path = "/api/auth/sign-in";
    for (let attempt = 0; attempt < 5; attempt++)
      await browser.call(signIn, { path, body: { email, password: "wrong" } });
    const { status, headers, body } = await browser.call(signIn, { path, body: { email, password } });
    expect([status, body.error.code]).toEqual([429, "TOO_MANY_REQUESTS"]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("the right password signs in, chooses the only viewer and goes where it was meant to", async () => {
    const { email, password } = await person();
    const browser = new Browser();
    const { status, body, headers } = await browser.call(signIn, {
      body: { email, password, next: "/watchlist" },
    });
    expect([status, body.next]).toEqual([200, "/watchlist"]);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect([...browser.cookies.keys()]).toEqual(
      expect.arrayContaining(["cineverse-auth", "cineverse-viewer"]),
    );
    expect(headers.getSetCookie().every((cookie) => cookie.includes("HttpOnly"))).toBe(true);
  });

  test("it never leads to another site", async () => {
    const { email, password } = await person();
    const { body } = await new Browser().call(signIn, {
      body: { email, password, next: "https://evil.example" },
    });
    expect(body.next).toBe("/");
  });

  test("without JavaScript the browser is sent on, and after a mistake back with what was typed", async () => {
    const { email, password } = await person();
    const referer = { referer: "http://localhost/sign-in?next=%2Fhistory" };
    const browser = new Browser();
    const wrong = await browser.call(signIn, { form: { email, password: "wrong" }, headers: referer });
    expect([wrong.status, wrong.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fhistory"]);
    const flash = JSON.parse(browser.cookies.get("cineverse-form") ?? "{}");
    expect(flash).toMatchObject({ isError: true, values: { email } });
    expect(JSON.stringify(flash)).not.toContain('wrong"');
    const right = await browser.call(signIn, { form: { email, password, next: "/history" } });
    expect([right.status, right.headers.get("location")]).toEqual([303, "/history"]);
  });
});

describe("a session", () => {
  test("a visitor has no token to fetch", async () => {
    const { status } = await new Browser().call(token, { method: "GET" });
    expect(status).toBe(401);
  });

  test("a cookie that somebody made up is no session", async () => {
    const browser = new Browser();
    const made = {
      access_token: "a.b.c",
      refresh_token: "x",
      expires_at: 9_999_999_999,
      token_type: "bearer",
    };
    browser.cookies.set(
      "cineverse-auth",
      `base64-${Buffer.from(JSON.stringify(made)).toString("base64url")}`,
    );
    const { status } = await browser.call(token, { method: "GET" });
    expect(status).toBe(401);
  });

  test("signing out here ends it at once, even for a copy of its cookies", async () => {
    const { email, password } = await person();
    const browser = new Browser();
    await browser.call(signIn, { body: { email, password } });
    const copy = new Browser();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await copy.call(token, { method: "GET" })).status).toBe(200);

    await browser.call(signOut, { body: { scope: "local" } });
    expect(browser.cookies.has("cineverse-auth")).toBe(false);
    expect(browser.cookies.has("cineverse-viewer")).toBe(false);
    expect((await copy.call(token, { method: "GET" })).status).toBe(401);
  });

  test("signing out everywhere ends the other devices too", async () => {
    const { email, password } = await person();
    const [laptop, phone] = [new Browser(), new Browser()];
    await laptop.call(signIn, { body: { email, password } });
    await phone.call(signIn, { body: { email, password } });
    const { status } = await laptop.call(signOut, { body: { scope: "global" } });
    expect(status).toBe(200);
    expect((await phone.call(token, { method: "GET" })).status).toBe(401);
  });

  test("signing out everywhere else keeps this device", async () => {
    const { email, password } = await person();
    const [laptop, phone] = [new Browser(), new Browser()];
    await laptop.call(signIn, { body: { email, password } });
    await phone.call(signIn, { body: { email, password } });
    await laptop.call(signOut, { body: { scope: "others" } });
    expect((await phone.call(token, { method: "GET" })).status).toBe(401);
    expect((await laptop.call(token, { method: "GET" })).status).toBe(200);
  });

  test("signing out elsewhere or everywhere also ends a session that took itself off the list of devices", async () => {
    const steal = async (scope: string) => {
      const { id, email, password } = await person();
      const [laptop, thief] = [new Browser(), new Browser()];
      await laptop.call(signIn, { body: { email, password } });
      await thief.call(signIn, { body: { email, password } });
      await sql`delete from public.user_devices where user_id = ${id}`;
      await wait(CLOCKS_DIFFER_MS);
      await laptop.call(signOut, { body: { scope } });
      const statusOf = async (browser: Browser) => (await browser.call(token, { method: "GET" })).status;
      return [await statusOf(thief), await statusOf(laptop)];
    };
    expect(await Promise.all(["others", "global"].map(steal))).toEqual([
      [401, 200],
      [401, 401],
    ]);
  });
});
