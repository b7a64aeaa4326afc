import { expect, type Page, test } from "@playwright/test";
import { height, openFilm, playing, position, press } from "../fixtures/player";
import { makeSyncFilm, type SyncFilm } from "../fixtures/sync-film";
import {
  endStreams,
  findEpisodes,
  findFilm,
  findIntro,
  readChoices,
  setChoices,
  signInAs,
} from "../fixtures/watching";

test.beforeEach(() => endStreams());

test.describe("in a film with two sounds", () => {
  let films: SyncFilm[] = [];
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    films = [await makeSyncFilm(), await makeSyncFilm()];
  });
  test.afterAll(async () => {
    for (const film of films) await film.remove();
  });

  const sound = (page: Page) => page.getByRole("group", { name: "Sound" });

  test("the language of the sound is remembered from film to film and from device to device", async ({
    context,
    browser,
  }) => {
    const [first, second] = films;
    const page = await openFilm(context, "premium", first?.slug ?? "");
    await playing(page);
    await press(page, "Subtitles and sound");
    await expect(sound(page).getByRole("menuitemradio", { name: /English/ })).toBeChecked();
    await sound(page)
      .getByRole("menuitemradio", { name: /Viet|Việt/ })
      .click();
    await expect(sound(page).getByRole("menuitemradio", { name: /Viet|Việt/ })).toBeChecked();
    await expect.poll(() => readChoices("premium")).toMatchObject({ audio_language: "vi" });
    const elsewhere = await browser.newContext();
    const other = await openFilm(elsewhere, "premium", second?.slug ?? "");
    const heard = new Set<string>();
    other.on("request", (request) => {
      const [, file] = /(audio-\d+-[a-z]+)\.mp4/.exec(request.url()) ?? [];
      if (file) heard.add(file);
    });
    await playing(other);
    await press(other, "Subtitles and sound");
    await expect(sound(other).getByRole("menuitemradio", { name: /Viet|Việt/ })).toBeChecked();
    expect([...heard].filter((file) => !file.endsWith("-vi"))).toEqual([]);
    await elsewhere.close();
  });

  test("at half and at double speed a tone keeps its pitch", async ({ context }) => {
    test.setTimeout(240_000);
    const page = await openFilm(context, "premium", films[0]?.slug ?? "");
    await playing(page);
    const pitches: Record<number, number> = {};
    for (const speed of [1, 0.5, 2, 0.25]) {
      await press(page, "Quality and speed");
      await page
        .getByRole("group", { name: "Speed" })
        .getByRole("menuitemradio", { name: speed === 1 ? "Normal" : `${speed}×` })
        .click();
      await page.keyboard.press("Escape");
      await expect(page.locator("video")).toHaveJSProperty("playbackRate", speed);
      await expect(page.locator("video")).toHaveJSProperty("preservesPitch", true);
      pitches[speed] = await pitch(page);
    }
    test.info().annotations.push({ type: "Hz by speed", description: JSON.stringify(pitches) });
    // A beep of 1,000 Hz; played like a tape it would be 500 or 2,000.
    for (const [speed, hertz] of Object.entries(pitches)) {
      expect(Math.abs(hertz - 1000), `${speed}: ${JSON.stringify(pitches)}`).toBeLessThan(60);
    }
  });
});

/** The loudest frequency of what is heard, in hertz: the middle of those found in some beeps. */
function pitch(page: Page): Promise<number> {
  return page.locator("video").evaluate(async (video: HTMLVideoElement) => {
    const own = window as unknown as { listening?: { audio: AudioContext; reader: AnalyserNode } };
    if (!own.listening) {
      const audio = new AudioContext();
      const reader = new AnalyserNode(audio, { fftSize: 2048, smoothingTimeConstant: 0 });
      audio.createMediaElementSource(video).connect(reader).connect(audio.destination);
      own.listening = { audio, reader };
    }
    const { audio, reader } = own.listening;
    const bins = new Float32Array(reader.frequencyBinCount);
    const wave = new Float32Array(reader.fftSize);
    const found: number[] = [];
    const end = performance.now() + 30_000;
    video.currentTime = 1;
    while (found.length < 5 && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      reader.getFloatTimeDomainData(wave);
      // Only where the whole window is inside of a beep.
      const quarter = wave.length / 4;
      const isFull = [0, 1, 2, 3].every((part) =>
        wave.subarray(part * quarter, (part + 1) * quarter).some((sample) => Math.abs(sample) > 0.05),
      );
      if (!isFull) continue;
      reader.getFloatFrequencyData(bins);
      const loudest = bins.reduce((best, value, index) => (value > (bins[best] ?? 0) ? index : best), 0);
      found.push((loudest * audio.sampleRate) / reader.fftSize);
    }
    return found.sort((a, b) => a - b)[Math.floor(found.length / 2)] ?? Number.NaN;
  });
}

test("comma and full stop show exactly the next frame and the one before", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page, 1);
  await page.keyboard.press("s");
  const rate = Number(
    /([\d.]+) fps/.exec((await page.locator('[data-stat="rendition"] dd').textContent()) ?? "")?.[1],
  );
  await page.keyboard.press("s");
  await page.keyboard.press("k");
  // The time that stands in the frame itself, of the frame that a key brings.
  const shownBy = async (key: string) => {
    await page.locator("video").evaluate((video: HTMLVideoElement) => {
      const shown = new Promise<number>((resolve) => {
        video.requestVideoFrameCallback((_now, { mediaTime }) => resolve(mediaTime));
      });
      Object.assign(window, { shown });
    });
    await page.keyboard.press(key);
    return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
  };
  const times = [await shownBy("4")];
  for (const key of [".", ".", ".", ",", ",", "."]) times.push(await shownBy(key));
  const frames = times.map((time) => Math.round(time * rate));
  const steps = frames.slice(1).map((frame, index) => frame - (frames[index] ?? 0));
  expect(steps).toEqual([1, 1, 1, -1, -1, 1]);
});

test("picture in picture opens by its button and by p, says so, and is left again", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page);
  const isInPip = () =>
    page.evaluate(
      () =>
        document.pictureInPictureElement !== null &&
        document.pictureInPictureElement === document.querySelector("video"),
    );
  await press(page, "Picture in picture");
  await expect.poll(isInPip).toBe(true);
  await expect(page.getByRole("button", { name: "Leave picture in picture" })).toBeAttached();
  const before = await position(page);
  await playing(page, before);
  await page.keyboard.press("p");
  await expect.poll(isInPip).toBe(false);
  await expect(page.getByRole("button", { name: "Picture in picture", exact: true })).toBeAttached();
  await page.keyboard.press("p");
  await expect.poll(isInPip).toBe(true);
  // While the film is in a window of its own, a second small one in the corner would be one too many.
  await page.keyboard.press("i");
  await expect(page.locator("[data-stage=corner]")).toBeHidden();
  await page.evaluate(() => document.exitPictureInPicture());
  await expect(page.locator("[data-stage=corner]")).toBeVisible();
  await expect(page.locator("video")).toHaveJSProperty("ended", false);
});

test("the keys of a keyboard and a lock screen name the episode, show its picture, and work", async ({
  context,
}) => {
  await context.addInitScript(() => {
    const handlers: Record<string, MediaSessionActionHandler | null> = {};
    Object.assign(window, { handlers });
    const set = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
    navigator.mediaSession.setActionHandler = (name: MediaSessionAction, handler) => {
      handlers[name] = handler;
      set(name, handler);
    };
  });
  const [first, second] = await findEpisodes();
  const page = await openFilm(context, "premium", first.replace("/watch/", ""));
  await playing(page, 1);
  const told = await page.evaluate(() => {
    const { metadata, playbackState } = navigator.mediaSession;
    return {
      ...{ title: metadata?.title, artist: metadata?.artist, playbackState },
      artwork: metadata?.artwork.map(({ src, type }) => ({ src, type })),
    };
  });
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  expect(told).toMatchObject({
    title: expect.stringMatching(/^S1 E1 · /),
    artist: heading,
    playbackState: "playing",
  });
  expect(told.artwork?.length).toBe(1);
  expect((await page.request.get(told.artwork?.[0]?.src ?? "")).headers()["content-type"]).toBe("image/webp");
  // As the browser calls them when such a key is pressed.
  const press = (name: string, details: object = {}) =>
    page.evaluate(
      ([action, more]) =>
        (window as unknown as { handlers: Record<string, (details: object) => void> }).handlers[action]?.({
          action,
          ...more,
        }),
      [name, details] as const,
    );
  await press("pause");
  await expect(page.locator("video")).toHaveJSProperty("paused", true);
  await expect.poll(() => page.evaluate(() => navigator.mediaSession.playbackState)).toBe("paused");
  await press("seekto", { seekTime: 4 });
  await expect.poll(() => position(page)).toBe(4);
  await press("seekforward", { seekOffset: 3 });
  await expect.poll(() => position(page)).toBe(7);
  await press("seekbackward", { seekOffset: 2 });
  await expect.poll(() => position(page)).toBe(5);
  await press("play");
  await playing(page, 5);
  await press("nexttrack");
  await expect(page).toHaveURL(second, { timeout: 30_000 });
  await expect
    .poll(() => page.evaluate(() => navigator.mediaSession.metadata?.title))
    .toMatch(/^S\d+ E\d+ · /);
});

test("the data saver, turned on while a film plays, makes the picture smaller and leaves a chosen one alone", async ({
  context,
}) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await page.setViewportSize({ width: 1920, height: 1080 });
  await playing(page);
  const choose = async (kind: "menuitemradio" | "menuitemcheckbox", name: string) => {
    await press(page, "Quality and speed");
    await page.getByRole(kind, { name, exact: true }).click();
    await page.keyboard.press("Escape");
  };
  await choose("menuitemradio", "1080p");
  await expect.poll(() => height(page), { timeout: 40_000 }).toBe(1080);
  await choose("menuitemcheckbox", "Data saver");
  await page.keyboard.press("5");
  await playing(page, await position(page));
  expect(await height(page)).toBe(1080);
  await press(page, "Quality and speed");
  await page.getByRole("menuitemradio", { name: /^Automatic/ }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  await expect.poll(() => height(page), { timeout: 40_000 }).toBeLessThanOrEqual(480);
  await expect.poll(() => readChoices("premium")).toMatchObject({ data_saver: true });
});

test("an opening is skipped by itself or left alone, as the menu was told, the next time too", async ({
  context,
}) => {
  const { slug, start, end } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await press(page, "Quality and speed");
  await page.getByRole("menuitem", { name: "Skipping and autoplay" }).click();
  await page
    .getByRole("group", { name: "Intro" })
    .getByRole("menuitemradio", { name: "Skip by itself" })
    .click();
  await page.keyboard.press("Escape");
  await expect.poll(() => readChoices("premium")).toMatchObject({ intro_choice: "skip" });
  await endStreams();
  await setChoices("premium", { intro_choice: "skip" });
  await page.close();
  const skipping = await openFilm(context, "premium", slug);
  await expect(skipping.getByRole("button", { name: /Skipped intro.*Go back/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect.poll(() => position(skipping)).toBeGreaterThanOrEqual(end - 0.5);
  await skipping.close();
  await endStreams();
  await setChoices("premium", { intro_choice: "never" });
  await signInAs(context, "premium");
  const alone = await openFilm(context, "premium", slug);
  // All of it plays, and nothing is offered on the way.
  await playing(alone, start);
  await alone.locator("video").evaluate((video: HTMLVideoElement, seconds) => {
    video.currentTime = seconds;
  }, end - 2);
  await playing(alone, end);
  await expect(alone.getByRole("button", { name: /Skip/ })).toHaveCount(0);
});
