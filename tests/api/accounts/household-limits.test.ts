import { beforeEach, describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { GET as token } from "@/app/api/auth/token/route";
import { PUT as setPin } from "@/app/api/viewers/[id]/pin/route";
import { PATCH as editViewer, DELETE as removeViewer } from "@/app/api/viewers/[id]/route";
import { POST as chooseViewer } from "@/app/api/viewers/active/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { Browser } from "../../fixtures/browser";
import { person, sql } from "../../fixtures/supabase";

const viewer = { name: "Lan", isKids: false, maturityLimit: 12, language: "en" };

let browser: Browser;
let firstId: string;

beforeEach(async () => {
  const owner = await person();
  browser = new Browser();
  await browser.call(signIn, { body: { email: owner.email, password: owner.password } });
  const rows = await sql<{ id: string }[]>`
    select id from public.viewer_profiles where user_id = ${owner.id}`;
  firstId = rows[0]?.id ?? "";
});

async function add(change: Partial<typeof viewer> = {}): Promise<string> {
  return (await browser.call(addViewer, { body: { ...viewer, ...change } })).body.id;
}

const choose = (viewerId: string) => browser.call(chooseViewer, { body: { viewerId } });

describe("the household's access token", () => {
  const ask = async () => (await browser.call(token, { method: "GET" })).status;

  test("is for grown-ups: it would open everything that the settings keep from a child", async () => {
    const childId = await add({ isKids: true });
    expect(await ask()).toBe(200);
    await choose(childId);
    expect(await ask()).toBe(403);
  });

  test("is not for who has an age limit either: at Auth it speaks for the whole household", async () => {
    await choose(await add({ maturityLimit: 16 }));
    expect(await ask()).toBe(403);
  });

  test("is not given to who has not said who they are", async () => {
    browser.cookies.delete("cineverse-viewer");
    expect(await ask()).toBe(403);
  });
});

describe("a viewer with a limit", () => {
  const edit = async (id: string, change: object) =>
    (await browser.call(editViewer, { method: "PATCH", params: { id }, body: { ...viewer, ...change } }))
      .status;

  test("does not raise it, and gives nobody a higher one", async () => {
    const teenId = await add();
    await choose(teenId);
    expect(await edit(teenId, { maturityLimit: 18 })).toBe(403);
    expect((await browser.call(addViewer, { body: { ...viewer, maturityLimit: 16 } })).status).toBe(403);
    expect(await edit(teenId, { name: "Lan Anh" })).toBe(204);
  });

  test("leaves those who have a higher one as they are", async () => {
    const [teenId, guestId] = [await add(), await add({ maturityLimit: 16 })];
    await choose(teenId);
    expect([await edit(firstId, {}), await edit(guestId, {})]).toEqual([403, 403]);
    const removed = await browser.call(removeViewer, { method: "DELETE", params: { id: guestId } });
    expect(removed.status).toBe(403);
  });

  test("locks nobody who has a higher one behind a PIN of theirs", async () => {
    await choose(await add());
    const asked = { method: "PUT", params: { id: firstId }, body: { pin: "1234" } };
    expect((await browser.call(setPin, asked)).status).toBe(403);
  });

  test("is let go by the account's own viewer, who may set any", async () => {
    expect(await edit(firstId, { maturityLimit: 7 })).toBe(204);
    expect(await edit(firstId, { maturityLimit: 18 })).toBe(204);
  });
});

test("the account's own viewer does not become a child's, which would leave nobody to look after it", async () => {
  const asked = { method: "PATCH", params: { id: firstId }, body: { ...viewer, isKids: true } };
  expect((await browser.call(editViewer, asked)).status).toBe(409);
  expect((await browser.call(token, { method: "GET" })).status).toBe(200);
});
