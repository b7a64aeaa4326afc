import { expect, test } from "vitest";
import { POST as signDeviceOut } from "@/app/api/account/devices/[id]/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as signOut } from "@/app/api/auth/sign-out/route";
import { POST as heartbeat } from "@/app/api/playback/[sessionId]/heartbeat/route";
import { POST as start } from "@/app/api/playback/route";
import { POST as choose } from "@/app/api/viewers/active/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { Browser } from "../../fixtures/browser";
import { film, household } from "../../fixtures/playback";
import { sql } from "../../fixtures/supabase";

/** Somebody with this many places in their plan, watching in one browser and signed in in another. */
async function twoBrowsers(tier: string) {
  const [{ movieId }, person] = await Promise.all([film(), household({ tier })]);
  const other = new Browser();
  await other.call(signIn, { body: { email: person.email, password: person.password } });
  await other.call(choose, { body: { viewerId: person.viewerId } });
  const play = async (browser: Browser) => {
    const { status, body } = await browser.call(start, { body: { movieId } });
    return { status, sessionId: body.sessionId as string };
  };
  return { person, here: person.browser, other, play };
}

const isRunning = async (sessionId: string) => {
  const [row] = await sql<{ is: boolean }[]>`
    select ended_at is null as is from public.playback_sessions where id = ${sessionId}
  `;
  return row?.is;
};

test("a film that somebody signs out of gives its place back at once", async () => {
  const { here, other, play } = await twoBrowsers("free");
  await play(here);
  expect((await play(other)).status).toBe(409);
  expect((await here.call(signOut, { body: {} })).status).toBe(200);
  expect((await play(other)).status).toBe(201);
});

test("signing out here ends nothing elsewhere", async () => {
  const { here, other, play } = await twoBrowsers("basic");
  const [mine, theirs] = [await play(here), await play(other)];
  await here.call(signOut, { body: { scope: "local" } });
  expect([await isRunning(mine.sessionId), await isRunning(theirs.sessionId)]).toEqual([false, true]);
});

test("signing the others out ends what they play, and not what is played here", async () => {
  const { here, other, play } = await twoBrowsers("basic");
  const [mine, theirs] = [await play(here), await play(other)];
  await here.call(signOut, { body: { scope: "others" } });
  expect([await isRunning(mine.sessionId), await isRunning(theirs.sessionId)]).toEqual([true, false]);
});

test("signing out everywhere ends everything", async () => {
  const { here, other, play } = await twoBrowsers("basic");
  const [mine, theirs] = [await play(here), await play(other)];
  await here.call(signOut, { body: { scope: "global" } });
  expect([await isRunning(mine.sessionId), await isRunning(theirs.sessionId)]).toEqual([false, false]);
});

test("a device that is signed out from afar stops playing, and its place is free", async () => {
  const { person, here, other, play } = await twoBrowsers("free");
  const { sessionId } = await play(other);
  const [device] = await sql<{ id: string }[]>`
    select device.id from public.user_devices device
    join public.playback_sessions stream on stream.auth_session_id = device.session_id
    where stream.id = ${sessionId} and device.user_id = ${person.id}
  `;
  await here.call(signDeviceOut, { params: { id: device?.id ?? "" } });
  expect((await other.call(heartbeat, { params: { sessionId }, body: {} })).status).toBe(401);
  expect((await play(here)).status).toBe(201);
});

test("a tab that still plays for another viewer of the household ends with its next heartbeat, and says why", async () => {
  const { here, play } = await twoBrowsers("free");
  const { sessionId } = await play(here);
  const added = await here.call(addViewer, {
    body: { name: "Bi", isKids: false, maturityLimit: 16, language: "en" },
  });
  await here.call(choose, { body: { viewerId: added.body.id } });
  const { status, body } = await here.call(heartbeat, { params: { sessionId }, body: {} });
  expect([status, body.error.details.reason]).toEqual([404, "viewer"]);
  expect(body.error.message).toBe("Somebody else is watching now.");
  expect(await isRunning(sessionId)).toBe(false);
  expect((await play(here)).status).toBe(201);
});
