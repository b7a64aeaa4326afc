import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "../fixtures/axe";
import {
  enter,
  type Household,
  newFilms,
  newHousehold,
  removeFilms,
  removeHousehold,
  type Shelf,
} from "../fixtures/library-people";

let home: Household;
let films: Shelf;
test.beforeAll(async () => {
  [home, films] = [await newHousehold(), await newFilms(4)];
});
test.afterAll(async () => {
  await removeHousehold(home);
  await removeFilms(films);
});
test.beforeEach(async ({ context }) => enter(context, home, home.viewerId));

const card = (page: Page, name: RegExp) => page.getByRole("main").getByRole("link", { name });
const saved = (page: Page) =>
  page.waitForResponse(
    (answer) => answer.url().endsWith("/api/library") && answer.request().method() === "POST",
  );

test("from a card's menu, by keyboard alone, a film goes on the watchlist and off it again", async ({
  page,
}) => {
  await page.goto(`/browse?genre=${films.genre}`);
  const more = page.getByRole("button", { name: /More for Reel 2/ });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Add to watchlist" })).toBeFocused();
  const answer = saved(page);
  await page.keyboard.press("Enter");
  await answer;
  await expect(more).toBeFocused();
  await page.goto("/watchlist");
  await expect(card(page, /Reel 2/)).toBeVisible();
  await page.getByRole("button", { name: /Remove Reel 2 .* from your watchlist/ }).focus();
  await page.keyboard.press("Enter");
  await expect(card(page, /Reel 2/)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card(page, /Reel 2/)).toBeVisible();
});

test("an item of a card's menu that is pressed before anything is known of the title does what it says", async ({
  page,
}) => {
  let isKnown = false;
  await page.route("**/api/library/titles/*", async (route) => {
    await expect.poll(() => isKnown).toBe(true);
    await route.continue();
  });
  await page.goto(`/browse?genre=${films.genre}`);
  await page.getByRole("button", { name: /More for Reel 4/ }).press("Enter");
  await expect(page.getByRole("menuitem", { name: "Add to watchlist" })).toBeFocused();
  const answer = saved(page);
  await page.keyboard.press("Enter");
  await answer;
  isKnown = true;
  await page.goto("/watchlist");
  await expect(card(page, /Reel 4/)).toBeVisible();
});

for (const theme of ["dark", "light"]) {
  test(`what opens above a page is accessible, and fits the narrowest phone (${theme})`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: "cineverse-theme", value: theme, url: `${baseURL}` }]);
    const banner = page.getByRole("banner");
    const look = async (where: string) => {
      await expectNoViolations(page, `${where} (${theme})`, true);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(overflow, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
    };
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 760 });
      await page.goto(`/browse?genre=${films.genre}`);
      await page.getByRole("button", { name: /More for Reel 1/ }).click();
      await expect(page.getByRole("menuitem", { name: "Not interested" })).toBeVisible();
      await look("a card's menu");
      await page.keyboard.press("Escape");
      await banner.getByRole("button", { name: /^Account menu/ }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await look("the viewer's menu");
      await page.keyboard.press("Escape");
      await page.goto("/search");
      const field = page.getByRole("combobox").first();
      await field.fill("the");
      await expect(page.getByRole("option").first()).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await look("what is found while typing");
    }
  });

  test(`so is what a visitor opens (${theme})`, async ({ page, context, baseURL }) => {
    await context.clearCookies();
    await context.addCookies([{ name: "cineverse-theme", value: theme, url: `${baseURL}` }]);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 760 });
      await page.goto("/");
      await page.getByRole("button", { name: "Language and theme" }).first().click();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectNoViolations(page, `look and language (${theme})`, true);
      await page.keyboard.press("Escape");
    }
  });
}
