import { beforeAll, describe, expect, test } from "vitest";
import { PATCH as chooseFace, PUT as uploadAvatar } from "@/app/api/account/avatar/route";
import { POST as download } from "@/app/api/account/data/route";
import { POST as keep } from "@/app/api/account/deletion/cancel/route";
import { POST as askForDeletion } from "@/app/api/account/deletion/route";
import { POST as signDeviceOut } from "@/app/api/account/devices/[id]/route";
import { POST as changeEmail } from "@/app/api/account/email/route";
import { POST as changePassword } from "@/app/api/account/password/route";
import { POST as saveProfile } from "@/app/api/account/profile/route";
import { POST as newCodes } from "@/app/api/account/second-step/codes/route";
import { POST as confirmStep } from "@/app/api/account/second-step/confirm/route";
import { POST as removeStep } from "@/app/api/account/second-step/remove/route";
import { POST as startStep } from "@/app/api/account/second-step/route";
import { POST as saveSettings } from "@/app/api/account/settings/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as signOut } from "@/app/api/auth/sign-out/route";
import { GET as token } from "@/app/api/auth/token/route";
import { PATCH as chooseViewerFace, PUT as uploadViewerAvatar } from "@/app/api/viewers/[id]/avatar/route";
import { PUT as setPin } from "@/app/api/viewers/[id]/pin/route";
import { PATCH as changeViewer, DELETE as removeViewer } from "@/app/api/viewers/[id]/route";
import { POST as choose } from "@/app/api/viewers/active/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { Browser } from "../../fixtures/browser";
import { newPassword, type Person, person, sql } from "../../fixtures/supabase";

const kid = { name: "Bi", isKids: true, maturityLimit: 7, language: "en" };
const code = "123456";

let me: Person;
let child: Browser;
let parentId: string;

beforeAll(async () => {
  me = await person();
  child = new Browser();
  await child.call(signIn, { body: { email: me.email, password: me.password } });
  const { body } = await child.call(addViewer, { body: kid });
  await child.call(choose, { body: { viewerId: body.id } });
  const [first] = await sql<{ id: string }[]>`
    select id from public.viewer_profiles where user_id = ${me.id} and slot = 1`;
  parentId = first?.id ?? "";
});

/** Every route that changes, takes or tells something of the account, with whatever would be right otherwise. */
const ROUTES = [
  ["takes the household's token", token, { method: "GET" }],
  ["changes the profile", saveProfile, { body: { displayName: "x", username: "child_was_here", bio: "" } }],
  ["changes the settings", saveSettings, { body: { country: "KE", birthDate: "" } }],
  ["changes the address", changeEmail, { body: { email: "child@cineverse.test", currentPassword: "*" } }],
  ["changes the password", changePassword, { body: { currentPassword: "*", newPassword: newPassword() } }],
  ["signs every other device out", signOut, { body: { scope: "others" } }],
  ["signs all devices out", signOut, { body: { scope: "global" } }],
  ["signs a device out", signDeviceOut, { params: { id: crypto.randomUUID() } }],
  ["downloads the data", download, { body: { password: "*" } }],
  ["deletes the account", askForDeletion, { body: { password: "*" } }],
  ["keeps the account", keep, { body: {} }],
  ["sets up a second step", startStep, { body: { password: "*" } }],
  ["proves a second step", confirmStep, { body: { factorId: crypto.randomUUID(), code } }],
  ["makes new recovery codes", newCodes, { body: { code } }],
  ["removes the second step", removeStep, { body: { code } }],
  ["changes the account's picture", chooseFace, { method: "PATCH", body: { face: "fox" } }],
  ["uploads the account's picture", uploadAvatar, { method: "PUT", bytes: Buffer.from("x") }],
  ["adds a viewer", addViewer, { body: { ...kid, isKids: false, maturityLimit: 18 } }],
  ["changes a viewer", changeViewer, { method: "PATCH", params: "parent", body: kid }],
  ["removes a viewer", removeViewer, { method: "DELETE", params: "parent" }],
  ["sets a viewer's PIN", setPin, { method: "PUT", params: "parent", body: { pin: "1234" } }],
  [
    "changes a viewer's picture",
    chooseViewerFace,
    { method: "PATCH", params: "parent", body: { face: "fox" } },
  ],
  [
    "uploads a viewer's picture",
    uploadViewerAvatar,
    { method: "PUT", params: "parent", bytes: Buffer.from("x") },
  ],
] as const;

describe("a child", () => {
  test.each(ROUTES)("never %s, not even with the password", async (_, handler, call) => {
    const body =
      "body" in call ? JSON.parse(JSON.stringify(call.body).replaceAll('"*"', `"${me.password}"`)) : {};
    const params =
      "params" in call && call.params === "parent"
        ? { id: parentId }
        : (call as { params?: Record<string, string> }).params;
    const bytes = "bytes" in call ? { bytes: call.bytes } : { body };
    const method = "method" in call ? call.method : "POST";
    const { status } = await child.call(handler as never, { method, params, ...(method !== "GET" && bytes) });
    expect(status).toBe(403);
  });
});
