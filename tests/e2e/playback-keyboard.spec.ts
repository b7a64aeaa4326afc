import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "../fixtures/axe";
import { openFilm, playing, position, press } from "../fixtures/player";
import { endStreams, findEpisodes, findFilm, findIntro, setAutoplay } from "../fixtures/watching";

// Everything here is done with the keyboard alone.

type Focused = { name: string; isMarked: boolean; isSeen: boolean };

/** What has the focus: its name, whether a ring shows it, and whether it is on screen and not hidden. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const host = document.activeElement;
    if (!element || !host || host === document.body) return { name: "", isMarked: false, isSeen: false };
    const isMarked = [element, host].some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    });
    const box = host.getBoundingClientRect();
    const isInside =
      box.width > 0 && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
    const isSeen = isInside && host.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return { name: name.trim(), isMarked, isSeen };
  });
}

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, name: string | RegExp) {
  await expect(async () => {
    await page.keyboard.press("Tab");
    expect((await focused(page)).name).toMatch(name);
  }).toPass({ intervals: [0], timeout: 20_000 });
}

const isPaused = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.paused);

test.beforeEach(() => endStreams());

test("Tab reaches every control in the order of the screen, each with a name and a ring", async ({
  context,
}) => {
  const [first] = await findEpisodes();
  const page = await openFilm(context, "premium", first.replace("/watch/", ""));
  await playing(page);
  const walked: Focused[] = [];
  for (let step = 0; step < 18; step += 1) {
    await page.keyboard.press("Tab");
    walked.push(await focused(page));
  }
  const names = walked.map(({ name }) => name);
  const again = names.indexOf(names[0] ?? "", 1);
  expect(names.slice(0, again > 0 ? again : undefined).filter(Boolean)).toEqual([
    expect.stringMatching(/^Back to /),
    "Mini player",
    "Keys",
    "seek",
    "Pause",
    "Back 10 seconds",
    "Forward 10 seconds",
    "Mute",
    "volume",
    "Next episode",
    "Subtitles and sound",
    "Quality and speed",
    "Picture in picture",
    "Show the page",
    "Fullscreen",
  ]);
  expect(walked.filter(({ name, isMarked, isSeen }) => name && !(isMarked && isSeen))).toEqual([]);
});

test("controls stay while the focus is in them, and Escape lets them go", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page);
  await tabTo(page, "Mute");
  await expect(page.locator("media-controller")).toHaveAttribute("userinactive", "", { timeout: 10_000 });
  expect((await focused(page)).isSeen).toBe(true);
  await page.keyboard.press("Escape");
  await expect
    .poll(() =>
      page
        .getByRole("button", { name: "Mute" })
        .evaluate((button) => button.checkVisibility({ opacityProperty: true })),
    )
    .toBe(false);
});

test("a menu opens, says what the plan refuses, keeps the player's keys out, and gives the focus back", async ({
  context,
}) => {
  const page = await openFilm(context, "free", await findFilm(1080));
  await playing(page);
  await tabTo(page, "Quality and speed");
  await page.keyboard.press("Enter");
  const refused = page.getByRole("menuitemradio", { name: /1080p/ });
  await expect(refused).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(refused).toBeFocused({ timeout: 200 });
  }).toPass({ intervals: [0] });
  await expect(refused).toHaveAttribute("aria-disabled", "true");
  await expect(refused).toContainText("Premium");
  await page.keyboard.press("Enter");
  await expect(refused).toHaveAttribute("aria-checked", "false");
  const before = await position(page);
  await page.keyboard.press("k");
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitemradio").last()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitemradio", { name: "1.75×" })).toBeFocused();
  expect(await isPaused(page)).toBe(false);
  expect(Math.abs((await position(page)) - before)).toBeLessThan(4);
  await page.keyboard.press("Enter");
  await expect(page.locator("video")).toHaveJSProperty("playbackRate", 1.75);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Quality and speed" })).toBeFocused();
});

test("subtitles are chosen in their menu, and c turns them off and on", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page);
  await tabTo(page, "Subtitles and sound");
  await page.keyboard.press("Enter");
  await page.keyboard.type("engl");
  await expect(page.getByRole("menuitemradio", { name: "English", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Subtitles and sound" })).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("1");
  const lines = page.locator("[data-captions]");
  await expect(lines).toHaveAttribute("lang", "en");
  await page.keyboard.press("c");
  await expect(lines).not.toHaveAttribute("lang", "en");
  await page.keyboard.press("c");
  await expect(lines).toHaveAttribute("lang", /\w/);
});

test("the ranges keep the keys that they need, and everything else obeys from anywhere", async ({
  context,
}) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page);
  await page.keyboard.press(" ");
  await expect.poll(() => isPaused(page)).toBe(true);
  await page.keyboard.press("5");
  const middle = await position(page);
  expect(middle).toBeGreaterThan(5);
  await page.keyboard.press("l");
  await expect.poll(() => position(page)).toBeCloseTo(middle + 10, 0);
  await tabTo(page, "volume");
  const volume = () => page.locator("video").evaluate((video: HTMLVideoElement) => video.volume);
  const loud = await volume();
  const here = await position(page);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(volume).toBeLessThan(loud);
  expect(await position(page)).toBe(here);
  await page.keyboard.press("m");
  await expect(page.getByRole("button", { name: "Unmute" })).toBeVisible();
  for (const name of ["Unmute", "Forward 10 seconds", "Back 10 seconds", "Play"]) {
    await page.keyboard.press("Shift+Tab");
    expect((await focused(page)).name).toBe(name);
  }
  await page.keyboard.press("Enter");
  await expect.poll(() => isPaused(page)).toBe(false);
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test("the list of keys opens by its key and by its button, and gives the focus back", async ({ context }) => {
  const page = await openFilm(context, "premium", await findFilm(1080));
  await playing(page);
  await tabTo(page, "Mute");
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.locator("video")).toHaveJSProperty("muted", false);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Mute" })).toBeFocused();
  await tabTo(page, "Keys");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Keys" })).toBeFocused();
});

test("an opening is skipped, and whoever did it still has a place", async ({ context }) => {
  const { slug, start, end } = await findIntro();
  const page = await openFilm(context, "premium", slug);
  await playing(page);
  await page.locator("video").evaluate((video: HTMLVideoElement, seconds) => {
    video.currentTime = seconds;
  }, start + 0.5);
  await expect(page.getByRole("button", { name: "Skip intro" })).toBeVisible();
  await tabTo(page, "Skip intro");
  await page.keyboard.press("Enter");
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(end);
  await expect(page.locator("[data-stage]")).toBeFocused();
  await tabTo(page, /^Back to /);
});

test("the next episode begins by its button without losing the focus", async ({ context }) => {
  const [first, second] = await findEpisodes();
  const page = await openFilm(context, "premium", first.replace("/watch/", ""));
  await playing(page);
  await tabTo(page, "Next episode");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(second);
  await playing(page);
  await expect(page.getByRole("button", { name: "Next episode" })).toBeFocused();
});

for (const isOn of [true, false]) {
  test(`after an episode the next one ${isOn ? "begins by itself" : "waits to be asked"}`, async ({
    context,
  }) => {
    await setAutoplay("premium", isOn);
    const [first, second] = await findEpisodes();
    const page = await openFilm(context, "premium", first.replace("/watch/", ""));
    await playing(page);
    await page.locator("video").evaluate((video: HTMLVideoElement) => {
      video.currentTime = video.duration - 1;
    });
    const card = page.getByRole("region", { name: "Up next" });
    await expect(card).toBeVisible();
    await expect(page.locator("video")).toHaveJSProperty("ended", true, { timeout: 20_000 });
    if (isOn) {
      await expect(card.getByRole("status")).toContainText(/Starts in [1-8] second/);
      await expect(card.locator("[data-countdown]")).toBeVisible();
    } else {
      await page.waitForFunction(
        (since) => performance.now() - since > 10_000,
        await page.evaluate(() => performance.now()),
      );
      await expect(card).not.toContainText("Starts in");
      await expect(page).toHaveURL(first);
      await tabTo(page, "Play now");
      await page.keyboard.press("Enter");
    }
    await expect(page).toHaveURL(second, { timeout: 20_000 });
    await playing(page);
    await setAutoplay("premium", true);
  });
}

for (const theme of ["dark", "light"] as const) {
  test(`the player holds to WCAG AA in the ${theme} theme, with its menus and its list of keys open`, async ({
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: "cineverse-theme", value: theme, url: baseURL ?? "" }]);
    const page = await openFilm(context, "free", await findFilm(1080));
    await playing(page);
    await page.keyboard.press("k");
    await expectNoViolations(page, "the player");
    for (const name of ["Quality and speed", "Subtitles and sound"]) {
      await press(page, name);
      await expect(page.getByRole("menu")).toBeVisible();
      await expectNoViolations(page, name, true);
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNoViolations(page, "the list of keys");
  });
}
