import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { PATCH as chooseFace, PUT as uploadPicture } from "@/app/api/account/avatar/route";
import { POST as keepAccount } from "@/app/api/account/deletion/cancel/route";
import { POST as askForDeletion } from "@/app/api/account/deletion/route";
import { POST as saveProfile } from "@/app/api/account/profile/route";
import { POST as confirmSecondStep } from "@/app/api/account/second-step/confirm/route";
import { POST as removeSecondStep } from "@/app/api/account/second-step/remove/route";
import { POST as startSecondStep } from "@/app/api/account/second-step/route";
import { POST as saveSettings } from "@/app/api/account/settings/route";
import { POST as recover } from "@/app/api/auth/second-step/recovery/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as readNotifications } from "@/app/api/notifications/route";
import { PATCH as changeWatching } from "@/app/api/playback/preferences/route";
import { POST as savePreferences } from "@/app/api/preferences/route";
import { PATCH as chooseViewerFace } from "@/app/api/viewers/[id]/avatar/route";
import { POST as forgetPin } from "@/app/api/viewers/[id]/pin/forget/route";
import { PUT as setPin } from "@/app/api/viewers/[id]/pin/route";
import { PATCH as editViewer, DELETE as removeViewer } from "@/app/api/viewers/[id]/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { Browser } from "@/tests/fixtures/browser";
import { householdOf, keptHouseholdOf } from "@/tests/fixtures/cache/kept";
import { libraryWrites } from "@/tests/fixtures/library-calls";
import { film, household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";
import { codeOf } from "@/tests/fixtures/totp";

type Home = Awaited<ReturnType<typeof household>>;
type Call = Parameters<Browser["call"]>;

/** Makes a write through its route and fails unless the route took it. */
async function write({ browser }: Home, handler: Call[0], call: Call[1]): Promise<void> {
  const { status, body } = await browser.call(handler, call);
  expect(status, JSON.stringify(body)).toBeLessThan(300);
}

const BI = { name: "Bi", isKids: false, maturityLimit: 16, language: "en" };
const nameOf = () => `u${randomUUID().replaceAll("-", "").slice(0, 16)}`;

async function withBi(home: Home): Promise<string> {
  const { body } = await home.browser.call(addViewer, { body: BI });
  return body.id;
}

async function tell({ id, viewerId }: Home): Promise<void> {
  await sql`
    insert into public.notifications (user_id, viewer_profile_id, type, title, message, occasion)
    values (${id}, ${viewerId}, 'system', 'News', 'Text', ${`test:${randomUUID()}`})`;
  await forgetHousehold(id);
}

type Case = { prepare?: (home: Home) => Promise<unknown>; change: (home: Home) => Promise<unknown> };

/** Every write to what a household is made of, and a part of what the next read must say. */
const WRITES: Record<string, Case & { shows: object | ((home: Home) => object) }> = {
  "a new display name": {
    change: (home) =>
      write(home, saveProfile, { body: { displayName: "Renamed", username: nameOf(), bio: "" } }),
    shows: { displayName: "Renamed" },
  },
  "a country": {
    change: (home) => write(home, saveSettings, { body: { country: "KE", birthDate: "" } }),
    shows: { country: "KE" },
  },
  "a theme": {
    change: (home) => write(home, savePreferences, { body: { theme: "light" } }),
    shows: { theme: "light" },
  },
  "a language": {
    change: (home) => write(home, savePreferences, { body: { locale: "vi" } }),
    shows: { viewers: [{ language: "vi" }] },
  },
  "how somebody watches": {
    change: (home) => write(home, changeWatching, { method: "PATCH", body: { dataSaver: true } }),
    shows: { viewers: [{ dataSaver: true }] },
  },
  "a face for the account": {
    change: (home) => write(home, chooseFace, { method: "PATCH", body: { face: "owl" } }),
    shows: { avatarPath: "face:owl" },
  },
  "an uploaded picture": {
    change: async (home) => {
      const picture = sharp({ create: { width: 60, height: 60, channels: 3, background: "#c33" } });
      const headers = { "content-type": "image/png" };
      await write(home, uploadPicture, { method: "PUT", bytes: await picture.png().toBuffer(), headers });
    },
    shows: { avatarPath: expect.stringContaining("account-") },
  },
  "a face for a viewer": {
    change: (home) =>
      write(home, chooseViewerFace, {
        method: "PATCH",
        params: { id: home.viewerId },
        body: { face: "cat" },
      }),
    shows: { viewers: [{ avatarPath: "face:cat" }] },
  },
  "a second viewer": {
    change: withBi,
    shows: { viewers: [{ isFirst: true }, { name: "Bi" }] },
  },
  "a lowered limit": {
    change: (home) =>
      write(home, editViewer, {
        method: "PATCH",
        params: { id: home.viewerId },
        body: { name: "Linh", maturityLimit: 12, language: "en" },
      }),
    shows: { viewers: [{ maturityLimit: 12 }] },
  },
  "a viewer who is gone": {
    prepare: withBi,
    change: async (home) => {
      const [, bi] = (await householdOf(home.browser)).viewers;
      await write(home, removeViewer, { method: "DELETE", params: { id: bi.id } });
    },
    shows: ({ viewerId }) => ({ viewers: [{ id: viewerId }] }),
  },
  "a PIN": {
    change: (home) =>
      write(home, setPin, { method: "PUT", params: { id: home.viewerId }, body: { pin: "4711" } }),
    shows: { viewers: [{ hasPin: true }] },
  },
  "a forgotten PIN": {
    prepare: (home) =>
      write(home, setPin, { method: "PUT", params: { id: home.viewerId }, body: { pin: "4711" } }),
    change: (home) =>
      write(home, forgetPin, { params: { id: home.viewerId }, body: { password: home.password } }),
    shows: { viewers: [{ hasPin: false }] },
  },
  "the wish to be deleted": {
    change: (home) => write(home, askForDeletion, { body: { password: home.password } }),
    shows: { deletionRequestedAt: expect.any(String) },
  },
  "the wish to stay": {
    prepare: (home) => write(home, askForDeletion, { body: { password: home.password } }),
    change: (home) => write(home, keepAccount, { body: {} }),
    shows: { deletionRequestedAt: null },
  },
  "a title that somebody does not want to see": {
    change: async ({ browser, viewerId }) => {
      const { movieId } = await film();
      const hidden = { kind: "hidden", movieId, isListed: true };
      expect((await libraryWrites(browser, viewerId, hidden)).status).toBe(200);
    },
    shows: { viewers: [{ hidesTitles: true }] },
  },
  "notifications that were read": {
    prepare: tell,
    change: (home) => write(home, readNotifications, { body: {} }),
    shows: { unread: [] },
  },
};

describe("the next read of a household is new after", () => {
  test.each(Object.entries(WRITES))("%s", async (_, { prepare, change, shows }) => {
    const home = await household();
    await prepare?.(home);
    const expected = typeof shows === "function" ? shows(home) : shows;
    expect(await keptHouseholdOf(home.browser)).not.toMatchObject(expected);
    await change(home);
    expect(await householdOf(home.browser)).toMatchObject(expected);
  });

  test("signing in, whatever was written past the site", async () => {
    const home = await household();
    await keptHouseholdOf(home.browser);
    await sql`update public.user_accounts set subscription_tier = 'vip' where user_id = ${home.id}`;
    expect(await householdOf(home.browser)).toMatchObject({ tier: "free" });
    await new Browser().call(signIn, { body: { email: home.email, password: home.password } });
    expect(await householdOf(home.browser)).toMatchObject({ tier: "vip" });
  });

  test("a second step, its removal, and a recovery code", async () => {
    const home = await household();
    expect(await keptHouseholdOf(home.browser)).toMatchObject({ hasSecondStep: false });
    const begin = async () => {
      const { body } = await home.browser.call(startSecondStep, { body: { password: home.password } });
      const proof = { factorId: body.factorId, code: codeOf(body.secret) };
      return (await home.browser.call(confirmSecondStep, { body: proof })).body.recoveryCodes as string[];
    };
    const [first = ""] = await begin();
    expect(await keptHouseholdOf(home.browser)).toMatchObject({ hasSecondStep: true });
    await write(home, removeSecondStep, { body: { code: first } });
    expect(await keptHouseholdOf(home.browser)).toMatchObject({ hasSecondStep: false });

    const [second] = await begin();
    expect(await keptHouseholdOf(home.browser)).toMatchObject({ hasSecondStep: true });
    const elsewhere = new Browser();
    await elsewhere.call(signIn, { body: { email: home.email, password: home.password } });
    expect((await elsewhere.call(recover, { body: { recoveryCode: second } })).status).toBe(200);
    expect(await householdOf(elsewhere)).toMatchObject({ hasSecondStep: false });
  });
});
