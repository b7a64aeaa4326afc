import { expect, type Page, test } from "@playwright/test";
import { openFilm, playing, press } from "../fixtures/player";
import { EVERY_SECONDS, makeSyncFilm, type SyncFilm } from "../fixtures/sync-film";
import { endStreams } from "../fixtures/watching";

/** What people notice: sound that comes 125 ms late or 45 ms early (ITU-R BT.1359). */
const LATEST_SOUND_MS = 125;
const ENOUGH = 4;

type Marks = { flashes: number[]; beeps: number[] };

let film: SyncFilm;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  film = await makeSyncFilm();
});
test.afterAll(() => film?.remove());
test.beforeEach(() => endStreams());

/** Notes when each flash is shown and each beep is heard, by one clock of the browser. */
async function measure(page: Page): Promise<void> {
  await page.evaluate(() => {
    const video = document.querySelector("video") as HTMLVideoElement;
    const marks: Marks = { flashes: [], beeps: [] };
    Object.assign(window, { marks });
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [4, 4];
    const picture = canvas.getContext("2d", { willReadFrequently: true });
    let wasBright = false;
    const frame: VideoFrameRequestCallback = (_now, { expectedDisplayTime }) => {
      picture?.drawImage(video, 0, 0, 4, 4);
      const isBright = (picture?.getImageData(1, 1, 1, 1).data[0] ?? 0) > 128;
      if (isBright && !wasBright) marks.flashes.push(expectedDisplayTime);
      wasBright = isBright;
      video.requestVideoFrameCallback(frame);
    };
    video.requestVideoFrameCallback(frame);

    const audio = new AudioContext();
    const source = audio.createMediaElementSource(video);
    const reader = audio.createScriptProcessor(256, 1, 1);
    let quiet = 1000;
    reader.onaudioprocess = ({ inputBuffer, playbackTime }) => {
      const loudest = Math.max(...inputBuffer.getChannelData(0).map(Math.abs));
      if (loudest > 0.1 && quiet > 40) {
        const { contextTime = 0, performanceTime = 0 } = audio.getOutputTimestamp();
        marks.beeps.push(performanceTime + (playbackTime - contextTime) * 1000);
      }
      quiet = loudest > 0.1 ? 0 : quiet + 1;
    };
    source.connect(reader).connect(audio.destination);
  });
}

/** How far each beep lies from its flash, in milliseconds: positive where the sound is late. */
async function soundDelays(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const { marks } = window as unknown as { marks: Marks };
    marks.flashes = [];
    marks.beeps = [];
  });
  await page.waitForFunction(
    (enough) => {
      const { marks } = window as unknown as { marks: Marks };
      return marks.flashes.length > enough && marks.beeps.length > enough;
    },
    ENOUGH,
    { timeout: 40_000 },
  );
  const { flashes, beeps } = await page.evaluate(() => (window as unknown as { marks: Marks }).marks);
  return flashes
    .map(
      (flash) => beeps.map((beep) => beep - flash).sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? Number.NaN,
    )
    .filter((delay) => Math.abs(delay) < (EVERY_SECONDS * 1000) / 2);
}

const median = (numbers: number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

test("sound and picture stay in step, from the start, after a seek, a resume and another sound track", async ({
  context,
}) => {
  test.setTimeout(240_000);
  const page = await openFilm(context, "premium", film.slug);
  await playing(page);
  await press(page, "Subtitles and sound");
  await page
    .getByRole("menuitemradio", { name: /English/ })
    .first()
    .click();
  await page.keyboard.press("Escape");
  await measure(page);
  const found: Record<string, number> = { start: median(await soundDelays(page)) };
  await page.locator("video").evaluate((video: HTMLVideoElement) => {
    video.currentTime = 40.3;
  });
  found.seek = median(await soundDelays(page));
  await page.keyboard.press("k");
  await page.waitForFunction(
    (since) => performance.now() - since > 1500,
    await page.evaluate(() => performance.now()),
  );
  await page.keyboard.press("k");
  found.resume = median(await soundDelays(page));
  await page.keyboard.press("0");
  await press(page, "Subtitles and sound");
  await page.getByRole("menuitemradio", { name: /Viet|Việt/ }).click();
  await page.keyboard.press("Escape");
  found.track = median(await soundDelays(page));
  test.info().annotations.push({ type: "sound minus picture, ms", description: JSON.stringify(found) });
  for (const [moment, delay] of Object.entries(found)) {
    expect(Math.abs(delay), `${moment}: ${JSON.stringify(found)}`).toBeLessThan(LATEST_SOUND_MS);
  }
});
