import { expect, type Page, test } from "@playwright/test";
import { openFilm, playing, position, press } from "../fixtures/player";
import { endStreams, findEpisodes, findFilm, findIntro, readChoices, setChoices } from "../fixtures/watching";

test.beforeEach(() => endStreams());

/** As a person does who plays on: no key and no click, so that nothing counts as somebody being there. */
const jump = (page: Page, seconds: number) =>
  page.locator("video").evaluate((video: HTMLVideoElement, to) => {
    video.currentTime = to < 0 ? video.duration + to : to;
  }, seconds);

test("an intro is skipped by itself for who wants that, and one press brings it back", async ({
  context,
}) => {
  await setChoices("premium", { intro_choice: "skip" });
  const { slug, start, end } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  const back = page.getByRole("button", { name: /Skipped intro.*Go back/ });
  await expect(back).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(end - 0.5);
  await back.click();
  await expect.poll(() => position(page)).toBeLessThan(start + 2);
  await expect.poll(() => position(page), { timeout: 20_000 }).toBeGreaterThan(start + 2);
  expect(await position(page)).toBeLessThan(end);
});

test("who wants to be left alone is offered nothing", async ({ context }) => {
  await setChoices("premium", { intro_choice: "never" });
  const { slug, start } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await jump(page, start + 0.5);
  await playing(page, start + 0.5);
  await expect(page.getByRole("button", { name: "Skip intro" })).toHaveCount(0);
});

test("what the player's menus choose is the viewer's, on the next device too", async ({
  context,
  browser,
}) => {
  const slug = await findFilm(1080);
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await press(page, "Quality and speed");
  await page.getByRole("menuitem", { name: "Skipping and autoplay" }).click();
  await page
    .getByRole("group", { name: "Credits" })
    .getByRole("menuitemradio", { name: "Skip by itself" })
    .click();
  await page.keyboard.press("Escape");
  await press(page, "Subtitles and sound");
  await page.getByRole("menuitemradio", { name: "English", exact: true }).click();
  await page.getByRole("menuitem", { name: "Look and timing" }).click();
  await expect(page.locator("[data-captions] p").first()).toBeVisible();
  const lines = page.locator("[data-captions]");
  const sizeOf = () => lines.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const before = await sizeOf();
  await page.getByRole("menuitemradio", { name: "Very large" }).click();
  await expect.poll(sizeOf).toBeGreaterThan(before * 1.5);
  await page.getByRole("menuitemradio", { name: "Yellow" }).click();
  await page.getByRole("menuitem", { name: "Later by a quarter second" }).click();
  await expect(page.getByRole("menu").getByRole("status")).toHaveText("Delay: 0.25 s");
  await expect
    .poll(() => readChoices("premium"))
    .toMatchObject({
      credits_choice: "skip",
      wants_subtitles: true,
      subtitle_language: "en",
      subtitle_style: { size: "huge", color: "yellow", background: "box", delaySeconds: 0.25 },
    });
  const elsewhere = await browser.newContext();
  const second = await openFilm(elsewhere, "premium", slug);
  await playing(second);
  await expect(second.locator("[data-captions]")).toHaveAttribute("lang", "en");
  await expect(second.locator("[data-captions]")).toHaveAttribute("data-size", "huge");
  await elsewhere.close();
});

test("the settings page shows and changes the same choices", async ({ context }) => {
  await setChoices("premium", { intro_choice: "skip", data_saver: true });
  const page = await openFilm(context, "premium", await findFilm(1080));
  await page.goto("/settings/playback");
  await expect(page.getByLabel("Intro")).toHaveValue("skip");
  await expect(page.getByRole("switch", { name: /Data saver/ })).toBeChecked();
  await page.getByLabel("Recap").selectOption("never");
  await page.getByRole("switch", { name: "Play the next episode by itself" }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => readChoices("premium"))
    .toMatchObject({ recap_choice: "never", intro_choice: "skip", autoplay_next: false, data_saver: true });
});

test("with the data saver on the picture stays small until somebody asks for more", async ({ context }) => {
  await setChoices("premium", { data_saver: true });
  const page = await openFilm(context, "premium", await findFilm(1080));
  await page.setViewportSize({ width: 1920, height: 1080 });
  await playing(page, 5);
  const lines = () => page.locator("video").evaluate((video: HTMLVideoElement) => video.videoHeight);
  expect(await lines()).toBeLessThanOrEqual(480);
  await press(page, "Quality and speed");
  await page.getByRole("menuitemradio", { name: "1080p" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("0");
  await expect.poll(lines, { timeout: 30_000 }).toBe(1080);
});

test("after the end of the last film one press shows its last picture whole", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page);
  await jump(page, -0.5);
  await expect(page.getByRole("region", { name: "The end" })).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Show the picture" }).click();
  await expect(page.getByRole("region", { name: "The end" })).toHaveCount(0);
});

test("a countdown that is cancelled gives the credits their whole picture and goes nowhere", async ({
  context,
}) => {
  const [first] = await findEpisodes();
  const page = await openFilm(context, "premium", first.replace("/watch/", ""));
  await playing(page);
  await jump(page, -0.5);
  const card = page.getByRole("region", { name: "Up next" });
  await expect(card.locator("[data-countdown]")).toBeVisible({ timeout: 20_000 });
  await card.getByRole("button", { name: "Not now" }).click();
  await expect(card).toHaveCount(0);
  await page.waitForFunction(
    (since) => performance.now() - since > 10_000,
    await page.evaluate(() => performance.now()),
  );
  await expect(page).toHaveURL(first);
});

test("after three episodes that nobody asked for it asks, also when the page was loaded anew", async ({
  context,
}) => {
  const [first, second] = await findEpisodes();
  const page = await openFilm(context, "premium", first.replace("/watch/", ""));
  await playing(page);
  await page.evaluate(() => sessionStorage.setItem("cineverse:unattended", "2"));
  await jump(page, -0.5);
  await expect(page).toHaveURL(second, { timeout: 40_000 });
  await playing(page);
  await page.reload();
  await playing(page);
  await jump(page, -0.5);
  const question = page.getByRole("alertdialog", { name: /Still watching/ });
  await expect(question).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Keep watching" })).toBeFocused();
  await page.waitForFunction(
    (since) => performance.now() - since > 10_000,
    await page.evaluate(() => performance.now()),
  );
  await expect(question).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(second);
  await playing(page);
  expect(await page.evaluate(() => sessionStorage.getItem("cineverse:unattended"))).toBeNull();
});

test("the figures say what is on screen", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page, 1);
  await page.keyboard.press("s");
  const stat = (name: string) => page.locator(`[data-stat="${name}"] dd`);
  await expect(stat("rendition")).toHaveText(/^\d+×\d+ · [\d.]+ fps$/);
  await expect(stat("bitrate")).toHaveText(/^[\d.]+ Mbit\/s$/);
  await expect(stat("buffer")).toHaveText(/^[1-9][\d.]* s$/);
  await expect(stat("dropped")).toHaveText(/^\d+ \/ \d+$/);
  await expect(stat("latency")).toHaveText(/^\d+ ms · \d+ ms$/);
  await expect(stat("codecs")).toHaveText(/avc1/);
  await page.keyboard.press("s");
  await expect(stat("rendition")).toHaveCount(0);
});

test("while paused, comma and full stop show the frames one by one", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page, 1);
  await page.keyboard.press("k");
  await page.keyboard.press("4");
  const shown = () =>
    page.locator("video").evaluate(
      (video: HTMLVideoElement) =>
        new Promise<number>((resolve) => {
          const read = () => resolve(video.currentTime);
          if (video.seeking) video.addEventListener("seeked", read, { once: true });
          else read();
        }),
    );
  const times = [await shown()];
  for (const key of [".", ".", ".", ","]) {
    await page.keyboard.press(key);
    times.push(await shown());
  }
  const steps = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) * 1000));
  expect(steps[1]).toBe(steps[2]);
  expect(steps[3]).toBe(-(steps[2] ?? 0));
  expect(steps[2]).toBeGreaterThan(15);
  expect(steps[2]).toBeLessThan(45);
});

test("on touch two taps near an edge jump, and one only shows the controls", async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page, 1);
  await expect(page.locator("media-controller[userinactive]")).toBeAttached({ timeout: 10_000 });
  const before = await position(page);
  await page.touchscreen.tap(350, 300);
  await page.touchscreen.tap(350, 300);
  await expect(page.locator("[data-jump=forward]")).toBeAttached();
  await expect.poll(() => position(page)).toBeGreaterThan(before + 9);
  await context.close();
});
