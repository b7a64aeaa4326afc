import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { GET as track } from "@/app/api/playback/[sessionId]/[track]/route";
import { POST as endStream } from "@/app/api/playback/[sessionId]/end/route";
import { POST as heartbeat } from "@/app/api/playback/[sessionId]/heartbeat/route";
import { GET as master } from "@/app/api/playback/[sessionId]/master.m3u8/route";
import { POST as progress } from "@/app/api/playback/[sessionId]/progress/route";
import { GET as subtitles } from "@/app/api/playback/[sessionId]/subtitles/[track]/route";
import { GET as sheet } from "@/app/api/playback/[sessionId]/thumbnails/[sheet]/route";
import { GET as thumbnails } from "@/app/api/playback/[sessionId]/thumbnails.vtt/route";
import { POST as start } from "@/app/api/playback/route";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { Browser } from "../../fixtures/browser";
import { film, household, signedAddress } from "../../fixtures/playback";
import { sql } from "../../fixtures/supabase";

type Person = Awaited<ReturnType<typeof household>>;

async function watching(tier = "free") {
  const [{ movieId, assetId }, person] = [await film(), await household({ tier })];
  const { body } = await person.browser.call(start, { body: { movieId } });
  return { movieId, assetId, person, sessionId: body.sessionId as string };
}

const get = (
  person: Pick<Person, "browser">,
  handler: Parameters<Browser["call"]>[0],
  params: Record<string, string>,
) => person.browser.call(handler, { method: "GET", params });

const EVERYTHING: [string, Parameters<Browser["call"]>[0], Record<string, string>][] = [
  ["the master playlist", master, {}],
  ["a rendition", track, { track: "video-240.m3u8" }],
  ["the sound", track, { track: "audio-0.m3u8" }],
  ["subtitles", subtitles, { track: "0.vtt" }],
  ["the thumbnail track", thumbnails, {}],
  ["a sheet of thumbnails", sheet, { sheet: "thumbnails-1.jpg" }],
];

describe.each(EVERYTHING)("%s of a stream", (_name, handler, extra) => {
  test("is given to whoever started it, and to nobody else by no means", async () => {
    const { sessionId, person, movieId } = await watching();
    const params = { sessionId, ...extra };
    expect((await get(person, handler, params)).status).toBeLessThan(400);
    expect((await get({ browser: new Browser() }, handler, params)).status).toBe(401);
    expect((await get(await household({ tier: "vip" }), handler, params)).status).toBe(404);
    expect((await get(person, handler, { ...params, sessionId: randomUUID() })).status).toBe(404);
    expect((await get(person, handler, { ...params, sessionId: "../x" })).status).toBe(404);
    await sql`update public.movies set maturity_rating = 18 where id = ${movieId}`;
    expect((await get(person, handler, params)).status, "above the limit by now").toBe(404);
  });

  test("ends with the stream, with the plan and with the account", async () => {
    const { sessionId, person, movieId } = await watching("premium");
    const params = { sessionId, ...extra };
    await sql`update public.movies set access_level = 'premium' where id = ${movieId}`;
    await sql`update public.user_accounts set subscription_expires_at = now() where user_id = ${person.id}`;
    expect((await get(person, handler, params)).status, "the subscription ran out").toBe(402);
    await sql`update public.user_accounts set suspended_until = now() + interval '1 day' where user_id = ${person.id}`;
    await forgetHousehold(person.id);
    expect((await get(person, handler, params)).status, "suspended").toBe(403);
    await sql`update public.user_accounts set suspended_until = null, subscription_expires_at = null where user_id = ${person.id}`;
    await forgetHousehold(person.id);
    await person.browser.call(endStream, { params: { sessionId } });
    expect((await get(person, handler, params)).status, "ended").toBe(404);
  });
});

describe("quality stops at the plan", () => {
  test("1080 is neither in a free account's master playlist nor to be had by its name", async () => {
    const { sessionId, person } = await watching();
    const { body } = await get(person, master, { sessionId });
    expect(body).toContain("video-480.m3u8");
    expect(body).not.toContain("1080");
    expect((await get(person, track, { sessionId, track: "video-1080.m3u8" })).status).toBe(404);
  });

  test("a heartbeat renews nothing above the plan", async () => {
    const { sessionId, person } = await watching();
    const { body } = await person.browser.call(heartbeat, { params: { sessionId }, body: { expiresAt: 0 } });
    expect(body.urls).toHaveLength(3);
    expect(body.urls.join()).not.toContain("1080");
  });

  test.each(["video-1080.mp4", "..%2fmaster.m3u8", "video-480.m3u8/../video-1080.m3u8", "audio-1.m3u8"])(
    "%s is no playlist",
    async (name) => {
      const { sessionId, person } = await watching();
      expect((await get(person, track, { sessionId, track: name })).status).toBe(404);
    },
  );
});

describe("a running stream", () => {
  test("keeps its addresses until they are about to end", async () => {
    const { sessionId, person } = await watching();
    const expiresAt = Date.now() + 500_000;
    const { body } = await person.browser.call(heartbeat, { params: { sessionId }, body: { expiresAt } });
    expect(body).toMatchObject({ expiresAt, urls: [] });
  });

  test("its signed address plays now and ends within ten minutes", async () => {
    const { sessionId, person } = await watching();
    const { body } = await get(person, track, { sessionId, track: "video-240.m3u8" });
    const url = signedAddress(body as string);
    expect((await fetch(url)).status).toBe(200);
    const [, payload = ""] = (url.searchParams.get("token") ?? "").split(".");
    const { exp } = JSON.parse(Buffer.from(payload, "base64url").toString()) as { exp: number };
    expect(exp - Date.now() / 1000).toBeLessThanOrEqual(600);
  });

  test("nobody keeps or reports another's", async () => {
    const { sessionId } = await watching();
    const stranger = await household();
    const report = { positionSeconds: 10, durationSeconds: 100, sequence: Date.now() };
    expect((await stranger.browser.call(heartbeat, { params: { sessionId }, body: {} })).status).toBe(404);
    expect((await stranger.browser.call(progress, { params: { sessionId }, body: report })).status).toBe(404);
  });

  test("a position that makes no sense is refused", async () => {
    const { sessionId, person } = await watching();
    const report = { positionSeconds: -1, durationSeconds: 100, sequence: Date.now() };
    expect((await person.browser.call(progress, { params: { sessionId }, body: report })).status).toBe(400);
  });

  const reporter =
    ({ sessionId, person }: Awaited<ReturnType<typeof watching>>) =>
    async (positionSeconds: number, sequence: number) => {
      const report = { positionSeconds, durationSeconds: 100, sequence, height: 480 };
      return (await person.browser.call(progress, { params: { sessionId }, body: report })).body.isNews;
    };

  const historyOf = async ({ person }: Awaited<ReturnType<typeof watching>>) =>
    (await sql`select * from public.viewing_history where viewer_profile_id = ${person.viewerId}`)[0];

  test("a late report moves nothing, and the film goes on at the newest on another device", async () => {
    const stream = await watching();
    const { sessionId, person, movieId } = stream;
    const [say, sequence] = [reporter(stream), Date.now() - 5000];
    expect(await say(42.5, sequence)).toBe(true);
    expect(await say(12, sequence - 1)).toBe(false);
    await person.browser.call(endStream, { params: { sessionId } });
    const { body } = await person.browser.call(start, { body: { movieId } });
    expect(body.resumeSeconds).toBe(42.5);
  });

  test("a report that is replayed moves nothing at all, neither at once nor after a newer one", async () => {
    const stream = await watching();
    const [say, sequence] = [reporter(stream), Date.now() - 5000];
    await say(42.5, sequence);
    const before = await historyOf(stream);
    expect(await say(42.5, sequence)).toBe(false);
    expect(await historyOf(stream)).toEqual(before);
    await say(10, sequence + 1);
    expect(await say(42.5, sequence)).toBe(false);
    expect((await historyOf(stream))?.progress_seconds).toBe(10);
  });

  test("of two positions of one moment the later stands, whichever comes first, and other devices hear of it", async () => {
    const sequence = Date.now() - 5000;
    for (const [first = 0, second = 0] of [
      [30, 50],
      [50, 30],
    ]) {
      const stream = await watching();
      const say = reporter(stream);
      expect(await say(first, sequence)).toBe(true);
      expect(await say(second, sequence)).toBe(second > first);
      expect((await historyOf(stream))?.progress_seconds).toBe(50);
    }
  });

  test("the last position counts even when the stream was stopped from elsewhere", async () => {
    const { sessionId, person } = await watching();
    await person.browser.call(endStream, { params: { sessionId } });
    const report = { positionSeconds: 30, durationSeconds: 100, sequence: Date.now() };
    expect((await person.browser.call(progress, { params: { sessionId }, body: report })).body).toEqual({
      isNews: true,
    });
  });
});
