import { expect, type Response, test } from "@playwright/test";
import { brightest, height, openFilm, playing, position, press } from "../fixtures/player";
import { endStreams, findFilm, findPremiumFilm, savedPosition, signInAs } from "../fixtures/watching";

test.beforeEach(() => endStreams());

test("a film really plays, its picture is not black, and its quality and subtitles can be chosen", async ({
  context,
}) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page);
  await expect.poll(() => brightest(page)).toBeGreaterThan(40);
  await press(page, "Quality and speed");
  await page.getByRole("menuitemradio", { name: "240p" }).click();
  await page.keyboard.press("Escape");
  await expect.poll(() => height(page), { timeout: 30_000 }).toBe(240);
  await press(page, "Subtitles and sound");
  await page.getByRole("menuitemradio", { name: "English", exact: true }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("0");
  await expect(page.locator("[data-captions] p").first()).toBeVisible({ timeout: 30_000 });
});

test("an address that storage refuses in the middle is renewed and the film plays on", async ({
  context,
}) => {
  const slug = await findFilm(1080);
  await signInAs(context, "premium");
  const page = await context.newPage();
  let refusals = 0;
  await page.route(/\/storage\/v1\/object\/sign\/media\/.*video-/, async (route) => {
    if (refusals > 0) return route.continue();
    refusals += 1;
    const headers = { "access-control-allow-origin": "*" };
    return route.fulfill({ status: 400, headers, json: { error: "InvalidJWT", message: "jwt expired" } });
  });
  // At once, not with the next beat of half a minute; though the engine may have been refused before the page came alive.
  const isRenewed = (answer: Response) => answer.url().endsWith("/heartbeat") && answer.ok();
  const renewed = page.waitForResponse(isRenewed, { timeout: 20_000 });
  await page.goto(`/watch/${slug}`);
  await renewed;
  await playing(page);
  expect(refusals).toBe(1);
});

test("whoever leaves goes on at the same second", async ({ context }) => {
  const slug = await findFilm(1080);
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await page.keyboard.press("4");
  await page.keyboard.press("k");
  await expect(page.locator("video")).toHaveJSProperty("paused", true);
  const left = await position(page);
  await page.goto("/history");
  await expect.poll(() => savedPosition("premium")).toBeCloseTo(left, 1);
  await page.goto(`/watch/${slug}`);
  // Before the stream is attached the element only holds the wish to begin there; a shown picture is what counts.
  await page.waitForFunction(
    (seconds) => {
      const video = document.querySelector("video");
      return video !== null && video.readyState >= 3 && !video.seeking && video.currentTime > seconds;
    },
    left - 2,
    { timeout: 60_000 },
  );
  await page.keyboard.press("k");
  expect(Math.abs((await position(page)) - left)).toBeLessThan(4);
});

test("a free account is refused a premium title, and 1080 lines", async ({ context }) => {
  const page = await openFilm(context, "free", await findPremiumFilm());
  await expect(page.getByRole("heading", { name: "Not in your plan" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Premium plan")).toBeVisible();
  await expect(page.getByRole("link", { name: "Find something else" })).toHaveAttribute("href", "/browse");
  await page.goto(`/watch/${await findFilm(1080)}`);
  await playing(page);
  await press(page, "Quality and speed");
  const refused = page.getByRole("menuitemradio", { name: /1080p/ });
  await expect(refused).toHaveAttribute("aria-disabled", "true");
  await expect(refused).toContainText("Premium");
});

test("a second device is refused, and plays once the first one is stopped", async ({ context, browser }) => {
  const slug = await findFilm(1080);
  const first = await openFilm(context, "free", slug);
  await playing(first);
  const elsewhere = await browser.newContext();
  const second = await openFilm(elsewhere, "free", slug);
  await expect(second.getByRole("heading", { name: "Already watching elsewhere" })).toBeVisible();
  await second.getByRole("button", { name: "Stop this one" }).click();
  await playing(second);
  await elsewhere.close();
});
