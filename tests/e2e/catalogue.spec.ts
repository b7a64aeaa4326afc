import { expect, test } from "@playwright/test";

// The demo catalogue that ships with the repository.
const FILM = "The Last Keeper";
const FILM_PATH = "/title/the-last-keeper";
const ADULT_FILM_PATH = "/title/red-line";

test("a misspelt search finds the film", async ({ page }) => {
  await page.goto("/search?q=the+last+keper");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("the last keper");
  await page.getByRole("region", { name: "Films and series" }).getByRole("link", { name: FILM }).click();
  await expect(page).toHaveURL(FILM_PATH);
  await expect(page.getByRole("heading", { level: 1, name: FILM })).toBeVisible();
});

test("typing offers the film, and the keyboard alone opens it", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Search films, people, genres" }).first();
  await field.focus();
  await page.keyboard.type("last keper", { delay: 30 });
  const option = page.getByRole("group", { name: "Films and series" }).getByRole("option", { name: FILM });
  await expect(option).toBeVisible();
  await expect(field).toHaveAttribute("aria-expanded", "true");
  // The first is "Did you mean …?".
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(option).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(FILM_PATH);
});

test("enter without a choice shows all results", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("combobox").first();
  await field.fill("keeper");
  await field.press("Enter");
  await expect(page).toHaveURL("/search?q=keeper");
  await expect(page.getByRole("main").getByRole("link", { name: FILM })).toBeVisible();
});

test("filters of browse are in the address, survive a reload and come off one by one", async ({ page }) => {
  await page.goto("/browse");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Type").selectOption("series");
  await expect(page).toHaveURL("/browse?type=series");
  await page.getByLabel("Order").selectOption("title");
  await expect(page).toHaveURL("/browse?type=series&sort=title");
  await page.reload();
  await expect(page.getByLabel("Type")).toHaveValue("series");
  await expect(page.getByRole("link", { name: "Night Bus 11" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: FILM })).toHaveCount(0);
  await page.getByRole("link", { name: "Remove filter: Series" }).click();
  await expect(page).toHaveURL("/browse?sort=title");
  await expect(page.getByLabel("Type")).toHaveValue("");
});

test("what fits no title says so and offers a way back", async ({ page }) => {
  await page.goto("/browse?type=series&years=1890s");
  await expect(page.getByRole("heading", { name: "Nothing matches all of that" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Clear all filters" }).last().click();
  await expect(page).toHaveURL("/browse");
});

test("a title for adults is not there for a visitor", async ({ page }) => {
  const answer = await page.goto(ADULT_FILM_PATH);
  expect(answer?.status()).toBe(404);
  await page.goto("/search?q=red+line");
  await expect(page.getByRole("link", { name: "Red Line", exact: false })).toHaveCount(0);
});

test("from a film to somebody who made it and back to their films", async ({ page }) => {
  await page.goto(FILM_PATH);
  await page.getByRole("region", { name: "Cast and crew" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/person\//);
  await expect(page.getByRole("main").getByRole("link", { name: FILM })).toBeVisible();
});

test("a series lists its episodes with pictures and lengths", async ({ page }) => {
  await page.goto("/title/night-bus-11");
  const episodes = page.getByRole("region", { name: "Episodes" }).getByRole("listitem");
  await expect(episodes).toHaveCount(6);
  await expect(episodes.first().getByRole("link")).toHaveAttribute("href", "/watch/night-bus-11/s1e1");
  await expect(episodes.first()).toContainText(/\d+ (s|min)/);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("searching and filtering work as plain forms", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("combobox").first().fill("last keeper");
    await page.getByRole("combobox").first().press("Enter");
    await expect(page.getByRole("main").getByRole("link", { name: FILM })).toBeVisible();
    await page.goto("/browse");
    await page.getByLabel("Type").selectOption("series");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/type=series/);
    await expect(page.getByRole("link", { name: "Night Bus 11" })).toBeVisible();
  });
});
