import { describe, expect, test } from "vitest";
import { POST as signDeviceOut } from "@/app/api/account/devices/[id]/route";
import { POST as saveSettings } from "@/app/api/account/settings/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as signOut } from "@/app/api/auth/sign-out/route";
import { GET as ended } from "@/app/auth/ended/route";
import { Browser } from "../../fixtures/browser";
import { bearing, mailsTo, mailTo, type Person, person, sql } from "../../fixtures/supabase";

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

async function signedIn(me: Person, browser = new Browser(), userAgent = CHROME): Promise<Browser> {
  const { email, password } = me;
  await browser.call(signIn, { body: { email, password }, headers: { "user-agent": userAgent } });
  return browser;
}

const newDeviceMails = async ({ email }: Person) =>
  (await mailsTo(email)).filter(({ subject }) => /new device/.test(subject)).length;

const settings = { country: "KE", birthDate: "" };

describe("a new device", () => {
  test("is told of by mail, but not the one that the account begins with, nor one that comes back", async () => {
    const me = await person();
    const laptop = await signedIn(me);
    await laptop.call(signOut, { body: {} });
    await signedIn(me, laptop);
    expect(await newDeviceMails(me)).toBe(0);
    await signedIn(me, new Browser(), FIREFOX);
    const mail = await mailTo(me.email, /new device/);
    expect(mail.text).toContain("Firefox · Windows, place unknown");
    expect(mail.text).toContain("/settings/security");
    await signedIn(me, laptop);
    expect(await newDeviceMails(me)).toBe(1);
  });

  test("is told of in the household's language", async () => {
    const me = await person({ locale: "vi" });
    await signedIn(me);
    await signedIn(me, new Browser(), FIREFOX);
    expect((await mailTo(me.email)).subject).toBe("Có thiết bị mới đăng nhập vào tài khoản của bạn");
  });

  test("that signs in five times at once is told of once", async () => {
    const me = await person();
    await signedIn(me);
    await Promise.all([1, 2, 3, 4, 5].map(() => signedIn(me, new Browser(), FIREFOX)));
    await mailTo(me.email, /new device/);
    expect(await newDeviceMails(me)).toBe(1);
  });

  test("cannot pass for a known one with a cookie that it made itself", async () => {
    const me = await person();
    await signedIn(me);
    const thief = new Browser();
    const [known] = await sql<{ device_id: string }[]>`
      select device_id from public.user_devices where user_id = ${me.id}`;
    const payload = Buffer.from(JSON.stringify({ jti: known?.device_id, aud: "device" })).toString(
      "base64url",
    );
    thief.cookies.set("cineverse-device", `eyJhbGciOiJub25lIn0.${payload}.`);
    await signedIn(me, thief, FIREFOX);
    expect((await mailTo(me.email, /new device/)).text).toContain("Firefox");
  });
});

describe("signing a device out from afar", () => {
  test("counts at its next request, for our server and for the API, and its browser is told why", async () => {
    const me = await person();
    const [here, there] = [await signedIn(me), await signedIn(me, new Browser(), FIREFOX)];
    const stolen = new Browser();
    for (const [name, value] of there.cookies) stolen.cookies.set(name, value);
    const [device] = await sql<{ id: string }[]>`
      select id from public.user_devices where user_id = ${me.id} and name like 'Firefox%'`;
    const params = { id: device?.id ?? "" };
    const stranger = await signedIn(await person());
    expect((await stranger.call(signDeviceOut, { params })).status).toBe(404);
    expect((await here.call(signDeviceOut, { params })).status).toBe(200);
    expect((await there.call(saveSettings, { body: settings })).status).toBe(401);
    expect((await stolen.call(saveSettings, { body: settings })).status).toBe(401);
    const answer = await there.call(ended, { method: "GET", path: "/auth/ended?next=%2Fhistory" });
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fhistory&ended=1");
    expect(there.cookies.has("cineverse-auth")).toBe(false);
    expect((await here.call(saveSettings, { body: settings })).status).toBe(200);
  });

  test("a link to the page that says so signs nobody out", async () => {
    const browser = await signedIn(await person());
    const answer = await browser.call(ended, { method: "GET", path: "/auth/ended?next=%2F%2Fevil.example" });
    expect(answer.headers.get("location")).toBe("/");
    expect(browser.cookies.has("cineverse-auth")).toBe(true);
  });

  test("a token that was taken before is refused by the API as well", async () => {
    const me = await person();
    const token = bearing(me.session.access_token);
    expect((await token.from("user_settings").select("theme")).data).toHaveLength(1);
    const browser = await signedIn(me);
    await browser.call(signOut, { body: { scope: "global" } });
    expect((await token.from("user_settings").select("theme")).error?.code).toBe("PT401");
    expect((await token.rpc("end_session", { p_session: me.id })).error?.code).toBe("PT401");
  });

  test("reaches nobody's session by a device that was made up for it", async () => {
    const [me, victim] = [await person(), await person()];
    const list = bearing(me.session.access_token).from("user_devices");
    const { session_id } = claimsOf(victim.session.access_token);
    const made = { user_id: me.id, name: "Made up" };
    for (const session of [session_id, victim.id])
      expect((await list.insert({ ...made, session_id: session })).error?.code).toBe("42501");
    await signedIn(me);
    const moved = await list.update({ session_id }).eq("user_id", me.id);
    expect(moved.error?.code).toBe("42501");
  });
});

const claimsOf = (token: string): { session_id: string } =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
