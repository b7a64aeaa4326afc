import { expect, test } from "@playwright/test";
import { shiftedSoFar, watchShifts } from "../fixtures/layout-shift";
import { addShelf, breakPeople, emptyLists, fillLists } from "../fixtures/lists";
import { signInAs } from "../fixtures/watching";

const VERY_LONG =
  "The Unabridged and Entirely Truthful Chronicle of Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";

test.describe("a shelf of forty", () => {
  let shelf: Awaited<ReturnType<typeof addShelf>>;
  test.beforeAll(async () => {
    shelf = await addShelf(40, VERY_LONG);
  });
  test.afterAll(() => shelf.remove());

  test("the next page that does not come says so, and comes when asked again", async ({ page }) => {
    await page.route("**/api/catalogue/browse**", (route) => route.abort());
    await page.goto(`/browse?genre=${shelf.genre}`);
    const cards = page.getByRole("main").locator('a[href^="/title/"]');
    await expect(cards).toHaveCount(36);
    await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
    await expect(page.getByRole("alert").getByRole("heading")).toHaveText("The next page did not come");
    await page.unroute("**/api/catalogue/browse**");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(cards).toHaveCount(40);
  });

  test("a title longer than its card breaks nothing", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of [
      `/browse?genre=${shelf.genre}`,
      `/title/${shelf.genre}-1`,
      `/search?q=${VERY_LONG.slice(0, 100)}`,
    ]) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });

  test("a plan is named to whoever lacks it and to nobody else", async ({ page, context }) => {
    const path = `/browse?genre=${shelf.genre}`;
    await page.goto(path);
    await expect(
      page
        .getByRole("main")
        .getByRole("link", { name: /Premium/ })
        .first(),
    ).toBeVisible();
    await signInAs(context, "premium");
    await page.goto(path);
    await expect(
      page
        .getByRole("main")
        .getByRole("link", { name: /Unabridged/ })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: /Premium/ })).toHaveCount(0);
  });
});

test("choosing a filter by keyboard leaves the focus where it was", async ({ page }) => {
  await page.goto("/browse");
  const type = page.getByLabel("Type");
  await type.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL("/browse?type=movie");
  await expect(type).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL("/browse?type=series");
  await page.goBack();
  await expect(type).toHaveValue("movie");
});

test("suggestions that fail still lead to all results", async ({ page }) => {
  await page.route("**/api/catalogue/search**", (route) => route.fulfill({ status: 500, body: "{}" }));
  await page.goto("/");
  const field = page.getByRole("combobox").first();
  await field.fill("keeper");
  await page.getByRole("option", { name: "All results for “keeper”" }).click();
  await expect(page).toHaveURL("/search?q=keeper");
  await expect(page.getByRole("heading", { level: 1, name: "Results for “keeper”" })).toBeVisible();
});

test("empty lists and unknown addresses offer what others are watching", async ({ page, context }) => {
  await emptyLists("free");
  await page.goto("/no/such/place");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This scene was cut");
  await expect(page.getByRole("region", { name: "Trending now" }).getByRole("link").nth(1)).toBeVisible();
  await signInAs(context, "free");
  for (const path of ["/watchlist", "/favorites", "/history"]) {
    await page.goto(path);
    const ideas = page.getByRole("region", { name: "What others are watching" });
    await expect(ideas.getByRole("link").nth(1)).toBeVisible();
  }
});

test("a page that failed says so, and comes when asked again", async ({ page }) => {
  const mend = await breakPeople();
  try {
    const answer = await page.goto("/person/nadia-brook");
    expect(answer?.status()).toBe(500);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The projector stopped");
  } finally {
    await mend();
  }
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nadia Brook");
});

test("what is taken off a list comes back when the server fails", async ({ page, context }) => {
  await fillLists("free");
  await signInAs(context, "free");
  await page.route("**/api/library", (route) => route.fulfill({ status: 500, body: "{}" }));
  await page.goto("/watchlist");
  const cards = page.locator("main li:has(> [data-title-id])");
  const count = await cards.count();
  const name = await cards.first().getByRole("link").textContent();
  await page
    .getByRole("button", { name: /from your watchlist/ })
    .first()
    .press("Enter");
  await expect(cards).toHaveCount(count - 1);
  await expect(page.getByText(/was not changed/)).toBeVisible();
  await expect(cards).toHaveCount(count);
  await expect(cards.first().getByRole("link")).toHaveText(name ?? "");
  await emptyLists("free");
});

test("removing by keyboard goes on at the next title", async ({ page, context }) => {
  await fillLists("free");
  await signInAs(context, "free");
  for (const path of ["/favorites", "/history"]) {
    await page.goto(path);
    const remove = page.getByRole("button", { name: /^Remove / });
    const entries = page.getByRole("main").getByRole("listitem").filter({ has: remove });
    const next = await entries.nth(1).getByRole("link").getAttribute("href");
    await entries
      .first()
      .getByRole("button", { name: /^Remove / })
      .focus();
    await page.keyboard.press("Enter");
    await expect(entries.first().getByRole("link")).toHaveAttribute("href", `${next}`);
    await expect(entries.first().getByRole("link")).toBeFocused();
  }
  await emptyLists("free");
});

for (const width of [360, 1440]) {
  test(`nothing moves while a page ${width} pixels wide loads`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await watchShifts(page);
    for (const path of ["/", "/browse", "/title/night-bus-11", "/search?q=keeper"]) {
      await page.goto(path, { waitUntil: "load" });
      await page.mouse.wheel(0, 1200);
      await page.waitForLoadState("networkidle");
      expect(await shiftedSoFar(page), path).toBeLessThan(0.02);
    }
  });
}
