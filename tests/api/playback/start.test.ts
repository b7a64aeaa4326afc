import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { POST as endStream } from "@/app/api/playback/[sessionId]/end/route";
import { POST as start } from "@/app/api/playback/route";
import { Browser } from "../../fixtures/browser";
import { film, household, signedAddress } from "../../fixtures/playback";
import { sql } from "../../fixtures/supabase";

describe("starting a film is refused", () => {
  test("from another site", async () => {
    const { browser } = await household();
    const headers = { origin: "https://elsewhere.test" };
    expect((await browser.call(start, { headers, body: { movieId: randomUUID() } })).status).toBe(403);
  });

  test("to a visitor", async () => {
    expect((await new Browser().call(start, { body: { movieId: randomUUID() } })).status).toBe(401);
  });

  test("without a title", async () => {
    const { browser } = await household();
    expect((await browser.call(start, { body: { movieId: "the-last-keeper" } })).status).toBe(400);
  });

  test("for a title that does not exist", async () => {
    const { browser } = await household();
    expect((await browser.call(start, { body: { movieId: randomUUID() } })).status).toBe(404);
  });

  test("for a title above the viewer's limit, exactly as for one that does not exist", async () => {
    const { movieId } = await film({ maturityRating: 18 });
    const { browser } = await household({ maturityLimit: 12 });
    const hidden = await browser.call(start, { body: { movieId } });
    const unknown = await browser.call(start, { body: { movieId: randomUUID() } });
    expect([hidden.status, hidden.body.error.message]).toEqual([404, unknown.body.error.message]);
  });

  test("outside the country that has the rights", async () => {
    const { movieId } = await film();
    await sql`insert into public.movie_availability (movie_id, country) values (${movieId}, 'VN')`;
    const { browser } = await household();
    expect((await browser.call(start, { body: { movieId } })).status).toBe(404);
  });

  test("to a free account when the title is premium, naming the plan", async () => {
    const { movieId } = await film({ accessLevel: "premium" });
    const { browser } = await household();
    const { status, body } = await browser.call(start, { body: { movieId } });
    expect([status, body.error.details]).toEqual([
      402,
      { reason: "plan", plan: { tier: "premium", name: "Premium" } },
    ]);
  });

  test("to an account whose subscription has run out", async () => {
    const { movieId } = await film({ accessLevel: "premium" });
    const { browser } = await household({ tier: "premium", expiredAt: new Date(Date.now() - 1000) });
    expect((await browser.call(start, { body: { movieId } })).status).toBe(402);
  });

  test("while the film is still being packaged", async () => {
    const { movieId } = await film({ isReady: false });
    const { browser } = await household();
    const { status, body } = await browser.call(start, { body: { movieId } });
    expect([status, body.error.details.reason]).toEqual([409, "not-ready"]);
  });
});

describe("streams at the same time", () => {
  test("a second device of a free household is refused, and plays once the first is stopped", async () => {
    const { movieId } = await film();
    const { browser } = await household();
    const first = await browser.call(start, { body: { movieId } });
    const refused = await browser.call(start, { body: { movieId } });
    expect(refused.status).toBe(409);
    expect(refused.body.error.details.streams).toMatchObject([{ sessionId: first.body.sessionId }]);
    await browser.call(endStream, { params: { sessionId: first.body.sessionId } });
    expect((await browser.call(start, { body: { movieId } })).status).toBe(201);
  });

  test("a tab that is loaded again replaces its own stream", async () => {
    const { movieId } = await film();
    const { browser } = await household();
    const { body } = await browser.call(start, { body: { movieId } });
    const again = await browser.call(start, { body: { movieId, replacesSessionId: body.sessionId } });
    expect(again.status).toBe(201);
  });

  test("nobody stops the stream of another household", async () => {
    const { movieId } = await film();
    const [owner, stranger] = [await household(), await household()];
    const { body } = await owner.browser.call(start, { body: { movieId } });
    const { sessionId } = body;
    expect((await stranger.browser.call(endStream, { params: { sessionId } })).body).toEqual({
      isEnded: false,
    });
    expect((await owner.browser.call(start, { body: { movieId } })).status).toBe(409);
  });

  test("a viewer with a limit is not told what the others watch", async () => {
    const { movieId } = await film();
    const { browser } = await household({ maturityLimit: 12 });
    await browser.call(start, { body: { movieId } });
    const { body } = await browser.call(start, { body: { movieId } });
    expect(body.error.details.streams[0].title).toBeNull();
  });
});

test("a started film says what can be had and what another plan would open", async () => {
  const { movieId } = await film();
  const { browser } = await household();
  const { status, body } = await browser.call(start, { body: { movieId } });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    resumeSeconds: 0,
    durationSeconds: 100,
    qualities: [
      { height: 1080, isAllowed: false, neededPlan: { name: "Premium" } },
      { height: 480, isAllowed: true },
      { height: 240, isAllowed: true },
    ],
    subtitles: [{ language: "en", label: "English" }],
  });
});

test("a started film brings the playlists to begin with, and no address above the plan", async () => {
  const { movieId } = await film();
  const { browser } = await household();
  const { body } = await browser.call(start, { body: { movieId } });
  expect(body.startHeight).toBe(480);
  expect(Object.keys(body.playlists)).toEqual(["master.m3u8", "video-480.m3u8", "audio-0.m3u8"]);
  expect((await fetch(signedAddress(body.playlists["video-480.m3u8"]))).status).toBe(200);
  expect(JSON.stringify(body.playlists)).not.toContain("1080");
});

test("a started film says whether the viewer lets the next one begin by itself", async () => {
  const { movieId } = await film();
  const { browser, viewerId } = await household();
  const ask = async () => (await browser.call(start, { body: { movieId } })).body;
  const first = await ask();
  await browser.call(endStream, { params: { sessionId: first.sessionId } });
  await sql`update public.viewer_profiles set autoplay_next = false where id = ${viewerId}`;
  expect([first.preferences.autoplayNext, (await ask()).preferences.autoplayNext]).toEqual([true, false]);
});
