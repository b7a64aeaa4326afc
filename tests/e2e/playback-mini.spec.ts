import { expect, type Page, test } from "@playwright/test";
import { openFilm, playing, position, press } from "../fixtures/player";
import { endStreams, findEpisodes, findFilm, findIntro, savedPosition } from "../fixtures/watching";

const stage = (page: Page) => page.locator("[data-stage]");

/** Notes which element plays and which stream, so that a test can tell whether either was made anew. */
async function markVideo(page: Page) {
  const starts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/playback")) starts.push(request.url());
  });
  await page.locator("video").evaluate((video) => video.setAttribute("data-marked", ""));
  return {
    starts,
    isSame: async () => (await page.locator("video[data-marked]").count()) === 1 && starts.length === 0,
  };
}

/** Whether the film went on since it stood at these seconds, without a jump back. */
async function goesOn(page: Page, since: number) {
  await expect.poll(() => position(page), { timeout: 30_000 }).toBeGreaterThan(since + 1);
}

test.beforeEach(() => endStreams());

test("a film goes on in a corner while somebody browses, and comes back in full", async ({ context }) => {
  const { slug } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  await playing(page, 2);
  const mark = await markVideo(page);
  const left = await position(page);
  await press(page, "Mini player");
  await expect(page).toHaveURL(`/title/${slug}`);
  await expect(stage(page)).toHaveAttribute("data-stage", "corner");
  await goesOn(page, left);
  const browsed = await position(page);
  await page.getByRole("banner").getByRole("link", { name: "Browse" }).click();
  await expect(page).toHaveURL("/browse");
  await goesOn(page, browsed);
  const box = await stage(page).boundingBox();
  expect(box?.width).toBeLessThan(500);
  await stage(page).hover();
  await page.getByRole("link", { name: /^Back to .*in full/ }).click();
  await expect(page).toHaveURL(`/watch/${slug}`);
  await expect(stage(page)).toHaveAttribute("data-stage", "window");
  await goesOn(page, browsed);
  await expect(page).toHaveTitle(/^Watching /);
  await page.goBack();
  await expect(page).toHaveURL("/browse");
  await expect(stage(page)).toHaveAttribute("data-stage", "corner");
  await page.goForward();
  await expect(stage(page)).toHaveAttribute("data-stage", "window");
  expect(await mark.isSame()).toBe(true);
});

test("the mini player is worked by keyboard: pause, move, close; the page keeps its own keys", async ({
  context,
}) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page);
  await page.keyboard.press("i");
  await expect(stage(page)).toHaveAttribute("data-corner", "bottom-end");
  await page.keyboard.press("m");
  await expect(page.locator("video")).toHaveJSProperty("muted", false);
  await page.getByRole("button", { name: "Move the player" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(stage(page)).toHaveAttribute("data-corner", "top-end");
  await page.keyboard.press("ArrowLeft");
  await expect(stage(page)).toHaveAttribute("data-corner", "top-start");
  await page.keyboard.press("Enter");
  await expect(stage(page)).toHaveAttribute("data-corner", "top-end");
  await page.getByRole("button", { name: "Pause", exact: true }).press("Enter");
  await expect(page.locator("video")).toHaveJSProperty("paused", true);
  await page.keyboard.press("m");
  await expect(page.locator("video")).toHaveJSProperty("muted", true);
  const ended = page.waitForRequest((request) => request.url().endsWith("/end"));
  await page.getByRole("button", { name: "Stop and close" }).press("Enter");
  await ended;
  await expect(page.locator("video")).toHaveCount(0);
  await expect(page.locator("#main")).toBeFocused();
});

test("on a phone the mini player leaves the tabs free", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await page.setViewportSize({ width: 360, height: 740 });
  await playing(page);
  await page.getByRole("link", { name: /^Back to / }).click();
  await expect(stage(page)).toHaveAttribute("data-stage", "corner");
  const tabs = await page.locator("[data-tabbar]").boundingBox();
  const box = await stage(page).boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(tabs?.y ?? 0);
});

test("another film takes the place of the one in the corner", async ({ context }) => {
  const [first] = await findEpisodes();
  const slug = await findFilm(1080);
  const page = await openFilm(context, "free", slug);
  await playing(page);
  await page.keyboard.press("i");
  await expect(page).toHaveURL(`/title/${slug}`);
  const series = first.split("/")[2] ?? "";
  // A free account has one place: the second film can only play because the first one gave its own back.
  await page.getByRole("banner").getByRole("link", { name: "Browse" }).click();
  await page.locator(`main a[href="/title/${series}"]`).first().click();
  await page.locator(`main a[href="/watch/${series}"]`).first().click();
  await expect(page).toHaveURL(`/watch/${series}`);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Below the Light/);
  await playing(page);
  await expect(page.locator("video")).toHaveCount(1);
});

test("who signs out takes the film along: its second is kept and its place is free", async ({ context }) => {
  // A free account has one place: the test of it is that the film plays again at once.
  const slug = await findFilm(1080);
  const page = await openFilm(context, "free", slug);
  await playing(page);
  await page.keyboard.press("5");
  await expect.poll(() => position(page)).toBeGreaterThan(10);
  await playing(page, await position(page));
  const left = await position(page);
  await page.keyboard.press("i");
  await expect(stage(page)).toHaveAttribute("data-stage", "corner");
  await page
    .getByRole("banner")
    .getByRole("button", { name: /^Account/ })
    .click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(page.locator("video")).toHaveCount(0);
  await expect.poll(() => savedPosition("free")).toBeGreaterThan(left - 0.5);
  const again = await openFilm(context, "free", slug);
  await playing(again, left - 1);
});

test("t shows the page under the film and takes it away again, while the film plays on", async ({
  context,
}) => {
  const [first, second] = await findEpisodes();
  const page = await openFilm(context, "premium", first.replace("/watch/", ""));
  await playing(page, 1);
  const mark = await markVideo(page);
  const left = await position(page);
  await page.keyboard.press("t");
  await expect(page).toHaveURL(`${first}?view=page`);
  await expect(stage(page)).toHaveAttribute("data-stage", "page");
  await expect(page.getByRole("heading", { name: /^Season/ })).toBeVisible();
  await goesOn(page, left);
  expect(await mark.isSame()).toBe(true);
  await page.locator(`a[href^="${second}?"]`).click();
  await expect(page).toHaveURL(`${second}?view=page`);
  await playing(page);
  await page.keyboard.press("t");
  await expect(page).toHaveURL(second);
  await expect(stage(page)).toHaveAttribute("data-stage", "window");
  await expect(page.locator("video[data-marked]")).toHaveCount(1);
});
