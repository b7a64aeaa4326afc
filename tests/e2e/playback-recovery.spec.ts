import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { openFilm, playing, position } from "../fixtures/player";
import {
  endStreams,
  figuresOf,
  findFilm,
  findIntro,
  savedPosition,
  signInAs,
  stopStreams,
} from "../fixtures/watching";

// The films with an opening are the long ones: most of them is not loaded when they begin.

const FAR_SECONDS = 110;
const SLEPT_MS = 11 * 60_000;

const seek = (page: Page, seconds: number) =>
  page.locator("video").evaluate((video: HTMLVideoElement, to) => {
    video.currentTime = to;
  }, seconds);

/** As on a phone that plays HLS itself and has no Media Source. */
async function withoutMediaSource(context: BrowserContext) {
  await context.addInitScript(() => {
    for (const name of ["MediaSource", "ManagedMediaSource", "WebKitMediaSource"]) {
      Reflect.deleteProperty(window, name);
    }
  });
}

/** What browsers do when a laptop is opened again: they say so. */
const wakeUp = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

/** While a laptop sleeps the server's time goes on too: what it answers, and what it is asked, lie so much later. */
async function letServerTimePass(page: Page, milliseconds: number) {
  await page.route("**/api/playback/*/heartbeat", async (route) => {
    const { expiresAt } = route.request().postDataJSON() as { expiresAt: number };
    const response = await route.fetch({ postData: { expiresAt: expiresAt - milliseconds } });
    const answer = (await response.json()) as { serverTime: number; expiresAt: number };
    const later = {
      serverTime: answer.serverTime + milliseconds,
      expiresAt: answer.expiresAt + milliseconds,
    };
    await route.fulfill({ response, json: { ...answer, ...later } });
  });
}

test.beforeEach(() => endStreams());

test("without a connection it says so when nothing is left to show, and goes on at the same second", async ({
  context,
}) => {
  const { slug } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await context.setOffline(true);
  await seek(page, FAR_SECONDS);
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible({ timeout: 40_000 });
  // The way back stays where it is, though nobody moves: longer than controls are otherwise shown.
  await page.waitForTimeout(4000);
  await expect(page.locator("media-controller")).not.toHaveAttribute("userinactive");
  await context.setOffline(false);
  await playing(page, FAR_SECONDS);
  await expect(page.getByRole("heading", { name: "No connection" })).toBeHidden();
  expect(await position(page)).toBeLessThan(FAR_SECONDS + 20);
});

test("a server that is being started again is asked until it answers", async ({ context }) => {
  await signInAs(context, "premium");
  const page = await context.newPage();
  let refusals = 0;
  await page.route("**/api/playback", (route) => {
    refusals += 1;
    return refusals > 2 ? route.continue() : route.fulfill({ status: 503, json: {} });
  });
  await page.goto(`/watch/${await findFilm(1080)}`);
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await playing(page);
  expect(refusals).toBe(3);
});

test("a stream that another device stopped is played here again from the same second", async ({
  context,
}) => {
  const { slug } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await seek(page, FAR_SECONDS);
  await playing(page, FAR_SECONDS);
  await stopStreams("premium");
  await wakeUp(page);
  await expect(page.getByRole("heading", { name: "Stopped" })).toBeVisible();
  await page.getByRole("button", { name: "Play here" }).click();
  await playing(page, FAR_SECONDS);
  expect(await position(page)).toBeLessThan(FAR_SECONDS + 30);
});

test("a tab that slept past the end of its addresses asks for new ones before it goes on", async ({
  context,
}) => {
  await context.clock.install();
  const { slug } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  const tokens = new Set<string>();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.includes("/video-")) tokens.add(url.searchParams.get("token") ?? "");
  });
  await playing(page);
  await page.keyboard.press("k");
  const known = new Set(tokens);
  await letServerTimePass(page, SLEPT_MS);
  await page.clock.fastForward(SLEPT_MS);
  await seek(page, FAR_SECONDS);
  await page.keyboard.press("k");
  await playing(page, FAR_SECONDS);
  expect([...tokens].filter((token) => token && !known.has(token)).length).toBeGreaterThan(0);
});

test("a browser without Media Source plays by way of the site", async ({ context }) => {
  await withoutMediaSource(context);
  const { slug } = await findIntro();
  await signInAs(context, "premium");
  const page = await context.newPage();
  const relayed: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/files/")) relayed.push(request.url());
  });
  await page.goto(`/watch/${slug}`);
  await playing(page);
  expect(relayed.length).toBeGreaterThan(0);
  await seek(page, FAR_SECONDS);
  await playing(page, FAR_SECONDS);
});

test("without Media Source a source that fails is loaded again at the same second", async ({ context }) => {
  await withoutMediaSource(context);
  const { slug } = await findIntro();
  const first = await openFilm(context, "premium", slug);
  await playing(first);
  await seek(first, FAR_SECONDS);
  await playing(first, FAR_SECONDS);
  await first.close({ runBeforeUnload: true });
  await expect.poll(() => savedPosition("premium")).toBeGreaterThan(FAR_SECONDS - 1);

  const page = await context.newPage();
  let asked = 0;
  await page.route("**/api/playback/receiver/*/files/**", (route) => {
    asked += 1;
    return asked > 2 ? route.continue() : route.fulfill({ status: 403 });
  });
  const failed = page.waitForEvent("console", (message) => message.text().includes("403"));
  await page.goto(`/watch/${slug}`);
  await failed;
  await playing(page, FAR_SECONDS);
  expect(await position(page)).toBeLessThan(FAR_SECONDS + 30);
});

test("how well a film played is known afterwards", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page, 2);
  await page.keyboard.press("5");
  await page.keyboard.press("k");
  await expect(page.getByRole("button", { name: "Play", exact: true }).first()).toBeAttached();
  await page.goto("/history");
  // The report of the pause is the last one; the one before may be read first.
  await expect.poll(async () => Number((await figuresOf("premium")).pause_count)).toBeGreaterThan(0);
  const figures = await figuresOf("premium");
  expect(figures).toMatchObject({
    browser: "Chrome",
    device: "computer",
    error_count: 0,
    screen: expect.stringMatching(/^\d+x\d+$/),
  });
  for (const name of ["startup_time_ms", "play_count", "seek_count", "watched_seconds", "average_bitrate"]) {
    expect(Number(figures[name]), name).toBeGreaterThan(0);
  }
  expect(Number(figures.completion_rate)).toBeGreaterThan(0.4);
});

/** A line as slow as this, by the browser's own throttle; null takes it away. */
async function throttle(context: BrowserContext, page: Page, kilobits: number | null) {
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: kilobits === null ? 0 : 150,
    downloadThroughput: kilobits === null ? -1 : (kilobits * 1000) / 8,
    uploadThroughput: -1,
  });
}

test("on a slow line the picture gets smaller instead of standing still", async ({ context }) => {
  const { slug } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await throttle(context, page, 900);
  await seek(page, FAR_SECONDS);
  await playing(page, FAR_SECONDS + 3);
  const lines = await page.locator("video").evaluate((video: HTMLVideoElement) => video.videoHeight);
  expect(lines).toBeLessThan(1080);
  await throttle(context, page, null);
  await playing(page, FAR_SECONDS + 6);
});

test("segments that are lost on the way are asked for again, and nothing is missed", async ({ context }) => {
  const { slug } = await findIntro();
  await signInAs(context, "premium");
  const page = await context.newPage();
  let lost = 0;
  await page.route(/\/storage\/v1\/object\/sign\/media\/.*video-/, (route) => {
    lost += 1;
    return lost % 3 === 2 ? route.abort("connectionreset") : route.continue();
  });
  await page.goto(`/watch/${slug}`);
  await playing(page, 1);
  await seek(page, FAR_SECONDS);
  await playing(page, FAR_SECONDS + 2);
  expect(lost).toBeGreaterThan(2);
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
});

test("a film in the corner says that the connection is gone, and goes on at the same second", async ({
  context,
}) => {
  const { slug } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await page.keyboard.press("i");
  await expect(page.locator("[data-stage=corner]")).toBeVisible();
  await context.setOffline(true);
  await seek(page, FAR_SECONDS);
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible({ timeout: 40_000 });
  await context.setOffline(false);
  await playing(page, FAR_SECONDS);
  expect(await position(page)).toBeLessThan(FAR_SECONDS + 20);
});
