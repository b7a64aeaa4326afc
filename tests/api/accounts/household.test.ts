import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { POST as mailIdentityCode } from "@/app/api/account/identity/route";
import { POST as saveProfile } from "@/app/api/account/profile/route";
import { POST as saveSettings } from "@/app/api/account/settings/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as preferences } from "@/app/api/preferences/route";
import { POST as forgetPin } from "@/app/api/viewers/[id]/pin/forget/route";
import { PUT as setPin } from "@/app/api/viewers/[id]/pin/route";
import { PATCH as editViewer, DELETE as removeViewer } from "@/app/api/viewers/[id]/route";
import { POST as chooseViewer } from "@/app/api/viewers/active/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { publicRoute, viewerRoute } from "@/lib/platform/http/routes";
import { Browser } from "../../fixtures/browser";
import { mailsTo, mailTo, person, sql } from "../../fixtures/supabase";

/** What the server believes about who is watching. */
const whoAmI = viewerRoute({}, async ({ ctx }) => Response.json(ctx.viewer));

const whoIsThere = publicRoute({}, async ({ ctx }) => Response.json(ctx.viewer));

const child = { name: "Bi", isKids: true, maturityLimit: 18, language: "vi" };

async function home() {
  const owner = await person({ display_name: "Mai" });
  const browser = new Browser();
  await browser.call(signIn, { body: { email: owner.email, password: owner.password } });
  const [first] = await sql<
    { id: string }[]
  >`select id from public.viewer_profiles where user_id = ${owner.id}`;
  return { owner, browser, firstId: first?.id ?? "" };
}

async function homeWithChild() {
  const household = await home();
  const { body } = await household.browser.call(addViewer, { body: child });
  return { ...household, childId: body.id as string };
}

const me = async (browser: Browser) => (await browser.call(whoAmI, { method: "GET" })).body;

describe("who is watching", () => {
  test("a visitor may not choose", async () => {
    const { status } = await new Browser().call(chooseViewer, { body: { viewerId: randomUUID() } });
    expect(status).toBe(401);
  });

  test("somebody else's viewer is not found", async () => {
    const [{ browser }, { firstId }] = [await home(), await home()];
    const { status } = await browser.call(chooseViewer, { body: { viewerId: firstId } });
    expect(status).toBe(404);
  });

  test("a child sees no more than 12, in their own language", async () => {
    const { browser, childId } = await homeWithChild();
    await browser.call(chooseViewer, { body: { viewerId: childId } });
    expect(await me(browser)).toMatchObject({
      profileId: childId,
      maturityLimit: 12,
      isKids: true,
      locale: "vi",
    });
  });

  test("without the cookie, or with a forged one, nobody is anybody", async () => {
    const { browser } = await home();
    for (const forged of [undefined, "nonsense", "eyJhbGciOiJub25lIn0.e30."]) {
      if (forged === undefined) browser.cookies.delete("cineverse-viewer");
      else browser.cookies.set("cineverse-viewer", forged);
      const { status, body } = await browser.call(whoAmI, { method: "GET" });
      expect([status, body.error.code]).toEqual([403, "FORBIDDEN"]);
    }
  });

  test("another household's cookie opens nothing here", async () => {
    const [mine, theirs] = [await home(), await home()];
    mine.browser.cookies.set("cineverse-viewer", theirs.browser.cookies.get("cineverse-viewer") ?? "");
    expect((await mine.browser.call(whoAmI, { method: "GET" })).status).toBe(403);
  });

  test("a lowered limit counts at once", async () => {
    const { browser, firstId } = await home();
    expect((await me(browser)).maturityLimit).toBe(18);
    const change = { name: "Mai", maturityLimit: 12, language: "en" };
    expect(
      (await browser.call(editViewer, { method: "PATCH", params: { id: firstId }, body: change })).status,
    ).toBe(204);
    expect((await me(browser)).maturityLimit).toBe(12);
  });
});

describe("an account that is no longer welcome, or no longer there", () => {
  test("a suspended person reads, and may do nothing else", async () => {
    const { owner, browser } = await home();
    await sql`update public.user_accounts set suspended_until = now() + interval '1 day' where user_id = ${owner.id}`;
    await forgetHousehold(owner.id);
    expect((await browser.call(whoIsThere, { method: "GET" })).status).toBe(200);
    const { status, body } = await browser.call(addViewer, { body: child });
    expect([status, body.error.message]).toEqual([403, expect.stringContaining("suspended")]);
  });

  test("somebody whose account is gone is a visitor, though their token still lives", async () => {
    const { owner, browser } = await home();
    await sql`delete from public.user_profiles where id = ${owner.id}`;
    await forgetHousehold(owner.id);
    const { status, body } = await browser.call(whoIsThere, { method: "GET" });
    expect([status, body.profileId, body.maturityLimit]).toEqual([200, null, 16]);
  });
});

describe("a PIN", () => {
  const pinFor = (id: string, body: Record<string, string>) => ({ method: "PUT", params: { id }, body });

  test("is asked for, and ends the cookies that were made without it", async () => {
    const { browser, firstId, childId } = await homeWithChild();
    expect((await browser.call(setPin, pinFor(firstId, { pin: "4711" }))).status).toBe(204);
    expect((await browser.call(whoAmI, { method: "GET" })).status).toBe(403);

    await browser.call(chooseViewer, { body: { viewerId: childId } });
    const without = await browser.call(chooseViewer, { body: { viewerId: firstId } });
    expect(Object.keys(without.body.error.details.fields)).toEqual(["pin"]);
    expect((await me(browser)).profileId).toBe(childId);

    await browser.call(chooseViewer, { body: { viewerId: firstId, pin: "4711" } });
    expect((await me(browser)).profileId).toBe(firstId);
  });

  test("cannot be guessed: the sixth try is locked out, right or wrong", async () => {
    const { owner, browser, firstId } = await home();
    await browser.call(setPin, pinFor(firstId, { pin: "4711" }));
    for (let guess = 0; guess < 4; guess++)
      await browser.call(chooseViewer, { body: { viewerId: firstId, pin: "0000" } });
    expect((await mailsTo(owner.email)).filter(({ subject }) => /PIN/.test(subject))).toEqual([]);
    await browser.call(chooseViewer, { body: { viewerId: firstId, pin: "0000" } });
    const { status, body } = await browser.call(chooseViewer, { body: { viewerId: firstId, pin: "4711" } });
    expect([status, body.error.code]).toEqual([429, "TOO_MANY_REQUESTS"]);
    expect(body.error.message).toMatch(/15 minutes/);
    // The owner hears of it, once.
    const mail = await mailTo(owner.email, /PIN/);
    expect(mail.text).toContain("/settings/viewers");
    expect((await mailsTo(owner.email)).filter(({ subject }) => /PIN/.test(subject))).toHaveLength(1);
  });

  test("is changed only by who knows it", async () => {
    const { browser, firstId } = await home();
    await browser.call(setPin, pinFor(firstId, { pin: "4711" }));
    await browser.call(chooseViewer, { body: { viewerId: firstId, pin: "4711" } });
    expect((await browser.call(setPin, pinFor(firstId, { pin: "1234" }))).status).toBe(400);
    expect((await browser.call(setPin, pinFor(firstId, { pin: "1234", currentPin: "4711" }))).status).toBe(
      204,
    );
  });

  test("that is changed ends the cookies of who knew the old one", async () => {
    const { owner, browser, firstId } = await home();
    await browser.call(setPin, pinFor(firstId, { pin: "4711" }));
    const child = new Browser();
    await child.call(signIn, { body: { email: owner.email, password: owner.password } });
    await child.call(chooseViewer, { body: { viewerId: firstId, pin: "4711" } });
    expect((await me(child)).profileId).toBe(firstId);
    await browser.call(chooseViewer, { body: { viewerId: firstId, pin: "4711" } });
    await browser.call(setPin, pinFor(firstId, { pin: "1234", currentPin: "4711" }));
    expect((await child.call(whoAmI, { method: "GET" })).status).toBe(403);
    await browser.call(chooseViewer, { body: { viewerId: firstId, pin: "1234" } });
    expect((await me(browser)).profileId).toBe(firstId);
  });

  test("of an account without a password that is forgotten yields to a mailed code", async () => {
    const { owner, browser, firstId } = await home();
    await browser.call(setPin, pinFor(firstId, { pin: "4711" }));
    await sql`update auth.users set encrypted_password = null where id = ${owner.id}`;
    await browser.call(mailIdentityCode, { body: {} });
    const { code } = await mailTo(owner.email);
    const attempt = (typed: string) =>
      browser.call(forgetPin, { params: { id: firstId }, body: { code: typed } });
    expect((await attempt("000000")).status).toBe(400);
    expect((await attempt(code)).status).toBe(200);
    expect((await browser.call(chooseViewer, { body: { viewerId: firstId } })).status).toBe(200);
  });

  test("that is forgotten yields to the account's password and to nothing else", async () => {
    const { owner, browser, firstId } = await home();
    await browser.call(setPin, pinFor(firstId, { pin: "4711" }));
    const attempt = (password: string) =>
      browser.call(forgetPin, { params: { id: firstId }, body: { password } });
    expect((await attempt("wrong")).status).toBe(400);
    expect((await attempt(owner.password)).status).toBe(200);
    expect((await browser.call(chooseViewer, { body: { viewerId: firstId } })).status).toBe(200);
  });
});

describe("the household", () => {
  test("a child changes nothing about it", async () => {
    const { browser, firstId, childId } = await homeWithChild();
    await browser.call(chooseViewer, { body: { viewerId: childId } });
    const refusals = await Promise.all([
      browser.call(addViewer, { body: child }),
      browser.call(editViewer, {
        method: "PATCH",
        params: { id: childId },
        body: { ...child, isKids: false },
      }),
      browser.call(removeViewer, { method: "DELETE", params: { id: firstId } }),
      browser.call(setPin, { method: "PUT", params: { id: firstId }, body: { pin: "1234" } }),
      browser.call(saveProfile, { body: { displayName: "X", username: "child_x", bio: "" } }),
      browser.call(saveSettings, { body: { country: "", birthDate: "" } }),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  });

  test("has up to five viewers", async () => {
    const { browser } = await home();
    for (let count = 2; count <= 5; count++)
      expect((await browser.call(addViewer, { body: child })).status).toBe(201);
    const { status, body } = await browser.call(addViewer, { body: child });
    expect([status, body.error.code]).toEqual([409, "LIMIT_REACHED"]);
  });

  test("keeps its first viewer, and lets another go", async () => {
    const { browser, firstId, childId } = await homeWithChild();
    const remove = (id: string) => browser.call(removeViewer, { method: "DELETE", params: { id } });
    expect((await remove("not-a-uuid")).status).toBe(404);
    expect((await remove(randomUUID())).status).toBe(404);
    expect((await remove(firstId)).status).toBe(409);
    expect((await remove(childId)).status).toBe(204);
  });
});

describe("settings", () => {
  test("a username that somebody has is refused beside its field", async () => {
    const [mine, theirs] = [await home(), await home()];
    const [{ username } = { username: "" }] = await sql<{ username: string }[]>`
      select username from public.user_profiles where id = ${theirs.owner.id}`;
    const { status, body } = await mine.browser.call(saveProfile, {
      body: { displayName: "A", username, bio: "" },
    });
    expect(status).toBe(400);
    expect(body.error.details.fields.username).toContain("Somebody has that username");
  });

  test("a country decides from the next request on", async () => {
    const { browser } = await home();
    await browser.call(saveSettings, { body: { country: "VN", birthDate: "1990-05-21" } });
    expect((await me(browser)).country).toBe("VN");
  });

  test("language and theme are kept with the account and come back with the next sign-in", async () => {
    const { owner, browser } = await home();
    await browser.call(preferences, { body: { locale: "vi", theme: "light" } });
    const other = new Browser();
    await other.call(signIn, { body: { email: owner.email, password: owner.password } });
    expect([other.cookies.get("cineverse-locale"), other.cookies.get("cineverse-theme")]).toEqual([
      "vi",
      "light",
    ]);
  });

  test("a visitor's choice stays in the browser", async () => {
    const browser = new Browser();
    expect((await browser.call(preferences, { body: { theme: "neon" } })).status).toBe(400);
    expect((await browser.call(preferences, { body: { locale: "vi" } })).status).toBe(200);
    expect(browser.cookies.get("cineverse-locale")).toBe("vi");
  });
});
