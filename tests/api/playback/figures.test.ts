import { describe, expect, test } from "vitest";
import { POST as endStream } from "@/app/api/playback/[sessionId]/end/route";
import { POST as progress } from "@/app/api/playback/[sessionId]/progress/route";
import { POST as start } from "@/app/api/playback/route";
import type { Figures } from "@/lib/playback/schema";
import { film, household } from "../../fixtures/playback";
import { sql } from "../../fixtures/supabase";

const CHROME =
  "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36";

const FIGURES: Figures = {
  startupTimeMs: 480,
  playCount: 2,
  pauseCount: 1,
  seekCount: 3,
  bufferCount: 1,
  qualityChangeCount: 4,
  droppedFrames: 7,
  errorCount: 0,
  watchedSeconds: 0.5,
  bufferingSeconds: 0,
  averageBitrate: 1_200_000,
  screen: "1920x1080",
};

async function watching() {
  const [{ movieId }, person] = [await film(), await household()];
  const { body } = await person.browser.call(start, { body: { movieId } });
  const params = { sessionId: body.sessionId as string };
  let sequence = Date.now();
  const report = (figures: Partial<Figures>, change: Record<string, unknown> = {}) => {
    sequence += 1;
    const position = { positionSeconds: 25, durationSeconds: 100, sequence, height: 480 };
    return person.browser.call(progress, {
      params,
      headers: { "user-agent": CHROME },
      body: { ...position, figures: { ...FIGURES, ...figures }, ...change },
    });
  };
  const kept = async () => {
    const [row] = await sql`
      select * from public.video_analytics where playback_session_id = ${params.sessionId}
    `;
    return row;
  };
  return { person, params, report, kept };
}

describe("the figures of a stream", () => {
  test("are kept beside its position, with the families of browser and system", async () => {
    const { report, kept } = await watching();
    expect((await report({})).body).toEqual({ isNews: true });
    expect(await kept()).toMatchObject({
      startup_time_ms: 480,
      play_count: 2,
      pause_count: 1,
      seek_count: 3,
      buffer_count: 1,
      quality_change_count: 4,
      dropped_frames: 7,
      error_count: 0,
      average_bitrate: 1_200_000,
      completion_rate: 0.25,
      drop_off_seconds: 25,
      screen: "1920x1080",
      device: "phone",
      browser: "Chrome",
      os: "Android",
    });
  });

  test("are taken before the first picture too, and then move no position", async () => {
    const { report, kept } = await watching();
    const outcome = await report({ startupTimeMs: null, errorCount: 1 }, { positionSeconds: null });
    expect(outcome.body).toEqual({ isNews: false });
    expect(await kept()).toMatchObject({ startup_time_ms: null, error_count: 1, drop_off_seconds: null });
    const [history] = await sql`
      select from public.viewing_history history
      join public.video_analytics analytics using (user_id, movie_id)
      where analytics.id = ${(await kept())?.id}
    `;
    expect(history).toBeUndefined();
  });

  test("a repeated or late report changes nothing, and totals never shrink", async () => {
    const { report, kept } = await watching();
    const sequence = Date.now() + 10_000;
    await report({ seekCount: 5 }, { sequence });
    await report({ seekCount: 50 }, { sequence });
    await report({ seekCount: 50 }, { sequence: sequence - 1 });
    expect((await kept())?.seek_count).toBe(5);
    await report({ seekCount: 4, startupTimeMs: 9000 }, { sequence: sequence + 1 });
    expect(await kept()).toMatchObject({ seek_count: 5, startup_time_ms: 480 });
  });

  test("still arrive when the stream has just ended", async () => {
    const { person, params, report, kept } = await watching();
    await person.browser.call(endStream, { params });
    await report({ pauseCount: 9 });
    expect((await kept())?.pause_count).toBe(9);
  });

  test("nobody waits or watches longer than the stream is old", async () => {
    const { report, kept } = await watching();
    await report({ bufferingSeconds: 3600, watchedSeconds: 3600 });
    const row = await kept();
    expect(row?.buffering_seconds).toBeLessThan(60);
    expect(row?.watched_seconds).toBeLessThan(240);
  });
});

describe("figures are refused", () => {
  test("of another household's stream", async () => {
    const { params, kept } = await watching();
    const stranger = await household();
    const body = { positionSeconds: 1, durationSeconds: 100, sequence: Date.now(), figures: FIGURES };
    expect((await stranger.browser.call(progress, { params, body })).status).toBe(404);
    expect((await kept())?.play_count).toBe(0);
  });

  test.each<[string, Partial<Record<keyof Figures, unknown>>]>([
    ["a negative count", { seekCount: -1 }],
    ["half a seek", { seekCount: 1.5 }],
    ["a bit rate beyond belief", { averageBitrate: 1e12 }],
    ["a start of two hours", { startupTimeMs: 7_200_000 }],
    ["words for a screen", { screen: "<script>" }],
  ])("with %s", async (_name, change) => {
    const { report } = await watching();
    expect((await report(change as Partial<Figures>)).status).toBe(400);
  });
});
