import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { openFilm, playing, position, press } from "../fixtures/player";
import { endStreams, findIntro, savedPosition } from "../fixtures/watching";

test.beforeEach(() => endStreams());

// No browser of a test has a television near it. What stands in for one here is only the browser's list of screens and its
// question; the second element, its address, its playing and the way back are the player's own.
async function withAScreen(context: BrowserContext) {
  await context.addInitScript(() => {
    class Screens extends EventTarget {
      state = "disconnected";
      watchAvailability = async (tell: (isThere: boolean) => void) => {
        setTimeout(() => tell(true));
        return 1;
      };
      cancelWatchAvailability = async () => undefined;
      prompt = async () => {
        this.state = this.state === "connected" ? "disconnected" : "connected";
        this.dispatchEvent(new Event(this.state === "connected" ? "connect" : "disconnect"));
      };
    }
    const known = new WeakMap<HTMLMediaElement, Screens>();
    Object.defineProperty(HTMLMediaElement.prototype, "remote", {
      get(this: HTMLMediaElement) {
        const screens = known.get(this) ?? new Screens();
        known.set(this, screens);
        if (!this.isConnected) Object.assign(window, { elsewhere: this });
        return screens;
      },
    });
  });
}

const elsewhere = (page: Page) =>
  page.evaluate(() => {
    const { paused, currentTime, src } = (window as unknown as { elsewhere: HTMLVideoElement }).elsewhere;
    return { paused, currentTime, src };
  });

test("a film goes to another screen at its second, is steered from here, and comes back at its second", async ({
  context,
}) => {
  const { slug } = await findIntro();
  await withAScreen(context);
  const page = await openFilm(context, "premium", slug);
  await playing(page, 1);
  await page.keyboard.press("3");
  await expect.poll(() => position(page)).toBeGreaterThan(20);
  const left = await position(page);
  await press(page, "Play on another screen");
  await expect(page.getByText("Playing on another screen")).toBeVisible();
  await expect(page.locator("video")).toHaveJSProperty("paused", true);
  await expect
    .poll(async () => (await elsewhere(page)).currentTime, { timeout: 30_000 })
    .toBeGreaterThan(left + 1);
  // The keys and the slider are that screen's now.
  await page.keyboard.press("k");
  await expect.poll(async () => (await elsewhere(page)).paused).toBe(true);
  await expect(page.locator("video")).toHaveJSProperty("paused", true);
  await page.keyboard.press("6");
  const moved = (await elsewhere(page)).currentTime;
  expect(moved).toBeGreaterThan(left + 20);
  await expect.poll(() => position(page)).toBeCloseTo(moved, 0);
  await page.keyboard.press("k");
  await expect.poll(() => savedPosition("premium"), { timeout: 20_000 }).toBeGreaterThan(moved - 1);
  await press(page, "Play on another screen");
  await expect(page.getByText("Playing on another screen")).toHaveCount(0);
  await expect(page.locator("video")).toHaveJSProperty("paused", false);
  await playing(page, moved);
  expect(await position(page)).toBeLessThan(moved + 25);
});

test("the address that another screen is given plays without any of our cookies, until the film is left", async ({
  context,
  browser,
}) => {
  const { slug } = await findIntro();
  const started = context.waitForEvent("response", (answer) => answer.url().endsWith("/api/playback"));
  const page = await openFilm(context, "premium", slug);
  const { receiverUrl } = (await (await started).json()) as { receiverUrl: string };
  await playing(page);
  const television = await browser.newContext();
  const screen = await television.newPage();
  await screen.goto("/robots.txt");
  await screen.evaluate((url) => {
    const video = document.createElement("video");
    video.muted = true;
    video.crossOrigin = "anonymous";
    video.src = url;
    document.body.replaceChildren(video);
    void video.play();
  }, `${receiverUrl}/screen.m3u8`);
  await playing(screen, 1);
  expect(await television.cookies()).toEqual([]);
  await page.goto("/history");
  await expect
    .poll(() => screen.evaluate(async (url) => (await fetch(url)).status, `${receiverUrl}/screen.m3u8`))
    .toBe(404);
  await television.close();
});
