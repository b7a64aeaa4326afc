import { expect, type Page, test } from "@playwright/test";
import { setChoices, signInAs } from "../fixtures/watching";

const FILM = "The Last Keeper";
const preview = (page: Page, name = FILM) => page.getByRole("group", { name, exact: true });
const card = (page: Page, name = FILM) =>
  page
    .locator("main [data-title-id]")
    .filter({ has: page.getByRole("link", { name }) })
    .first();

async function open(page: Page): Promise<void> {
  await page.goto("/browse?watchable=1&genre=Drama&sort=title");
  await page.waitForLoadState("networkidle");
}

test.describe("with a mouse", () => {
  test("a card that a pointer rests on grows, without moving anything, and goes when it leaves", async ({
    page,
  }) => {
    await open(page);
    const places = () =>
      page
        .locator("main [data-title-id]")
        .evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect().x));
    const before = await places();
    await card(page).hover();
    await expect(preview(page)).toBeVisible();
    await expect(preview(page).getByText("One light. Forty years. One more night.")).toBeVisible();
    await expect(preview(page).getByRole("list", { name: "Accessibility" })).toContainText("Subtitles");
    expect(await places()).toEqual(before);
    const box = await preview(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 1280).toBe(true);
    await page.mouse.move(4, 300);
    await expect(preview(page)).toHaveCount(0);
  });

  test("what comes when its page has gone breaks nothing", async ({ page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/catalogue/preview/*", async (route) => {
      await released;
      await route.continue().catch(() => undefined);
    });
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await open(page);
    const asked = page.waitForRequest("**/api/catalogue/preview/*");
    await card(page).hover();
    await asked;
    // As a router does that draws the next page while the pointer still rests where the card was.
    await card(page).evaluate((element) => element.remove());
    release();
    await page.waitForLoadState("networkidle");
    expect(errors).toEqual([]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("only one is open at a time, and crossing a row opens none", async ({ page }) => {
    await open(page);
    const cards = page.locator("main [data-title-id]");
    for (const index of [0, 1, 2]) await cards.nth(index).hover();
    await page.mouse.move(4, 300);
    await expect(page.locator("[popover]")).toHaveCount(0);
    await card(page).hover();
    await expect(preview(page)).toBeVisible();
    await page.locator("main [data-title-id]").first().hover({ force: true });
    await expect(page.locator("[popover]")).toHaveCount(1);
  });

  test("somebody whose plan opens the film sees pictures of it and can play and save it", async ({
    page,
    context,
  }) => {
    await signInAs(context, "premium");
    await open(page);
    await card(page).hover();
    await expect(preview(page).locator("[data-still]").first()).toBeAttached();
    await expect(preview(page).getByRole("button", { name: /watchlist/i })).toBeVisible();
    await preview(page).getByRole("link", { name: "Play" }).click();
    await expect(page).toHaveURL("/watch/the-last-keeper");
  });

  test("nobody else is given pictures of a film", async ({ page }) => {
    await open(page);
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/stills") && asked.push(request.url()));
    await card(page).hover();
    await expect(preview(page)).toBeVisible();
    await expect(preview(page).locator("[data-still]")).toHaveCount(0);
    expect(asked).toEqual([]);
    const answer = await page.request.get(
      "/api/playback/stills?movieId=0190f3a2-7b1c-7e3d-9c55-3f1e2d4c5b6a",
    );
    expect(answer.status()).toBe(401);
  });
});

test.describe("a preview keeps still", () => {
  test.beforeEach(({ context }) => signInAs(context, "premium"));
  test.afterAll(() => setChoices("premium", { data_saver: false, autoplay_previews: true }));

  /** Nothing moves in it, and nothing that could move has been asked for. */
  async function expectStillness(page: Page): Promise<void> {
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/stills") && asked.push(request.url()));
    await open(page);
    await card(page).hover();
    await expect(preview(page)).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(preview(page).locator("[data-still], .animate-drift")).toHaveCount(0);
    expect(asked).toEqual([]);
  }

  test("where the device asks for less motion", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expectStillness(page);
  });

  test("where the browser says with each request that it saves data", async ({ page, context }) => {
    await context.setExtraHTTPHeaders({ "save-data": "on" });
    await expectStillness(page);
  });

  test("where the browser says to scripts that it saves data: without its picture, too", async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "connection", { value: { saveData: true }, configurable: true }),
    );
    await expectStillness(page);
    await expect(preview(page).locator("img")).toHaveCount(0);
  });

  for (const [name, wants] of [
    ["Play previews while browsing", false],
    ["Data saver", true],
  ] as const)
    test(`where the viewer chose so: “${name}”`, async ({ page }) => {
      const choose = async (isOn: boolean) => {
        await page.goto("/settings/playback");
        await page.getByRole("switch", { name }).setChecked(isOn);
        await page.getByRole("button", { name: "Save" }).click();
        await expect(page.getByText("Saved.").first()).toBeVisible();
      };
      await choose(wants);
      await expectStillness(page);
      await choose(!wants);
      await open(page);
      await card(page).hover();
      await expect(preview(page).locator("[data-still]").first()).toBeAttached();
    });
});

test("by keyboard: the focus opens it, Tab goes through it and on, Escape closes it where one is", async ({
  page,
}) => {
  await open(page);
  const link = card(page).getByRole("link", { name: FILM }).first();
  await page.keyboard.press("Tab");
  await link.focus();
  await expect(preview(page)).toBeVisible();
  await expect(link).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(preview(page).getByRole("link", { name: "Play" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(preview(page)).toHaveCount(0);
  await link.focus();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[popover]"))).toBeNull();
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("a tap opens the title and no preview", async ({ page }) => {
    await open(page);
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/preview/") && asked.push(request.url()));
    await card(page).getByRole("link", { name: FILM }).first().tap();
    await expect(page).toHaveURL("/title/the-last-keeper");
    expect(asked).toEqual([]);
  });
});
