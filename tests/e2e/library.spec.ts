import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "../fixtures/axe";
import {
  enter,
  type Household,
  newFilms,
  newHousehold,
  newSeries,
  removeFilms,
  removeHousehold,
  type Shelf,
  sql,
  watchedBefore,
} from "../fixtures/library-people";

let home: Household;
let films: Shelf;
let series: Awaited<ReturnType<typeof newSeries>>;
test.beforeAll(async () => {
  [home, films, series] = [await newHousehold(), await newFilms(4), await newSeries(3)];
});
test.afterAll(async () => {
  await removeHousehold(home);
  await removeFilms(films);
  await removeFilms(series);
});
test.beforeEach(async ({ context }) => {
  for (const table of [
    "user_watchlist",
    "user_favorites",
    "hidden_movies",
    "movie_ratings",
    "viewing_history",
  ])
    await sql`delete from ${sql(table)} where user_id = ${home.userId}`;
  await sql`update public.viewer_profiles set history_paused = false where user_id = ${home.userId}`;
  await enter(context, home, home.viewerId);
});

const card = (page: Page, name: RegExp) => page.getByRole("main").getByRole("link", { name });
/** A key that comes before the page's scripts, or while a card is put back, opens nothing: it is pressed again, as one would. */
async function openMenu(page: Page, name: RegExp): Promise<void> {
  const item = page.getByRole("menuitem").first();
  await expect(async () => {
    if (!(await item.isVisible())) await page.getByRole("button", { name }).press("Enter");
    await expect(item).toBeVisible({ timeout: 1000 });
  }).toPass();
}
const titlePath = (index: number) => `/title/${films.slugs[index]}`;
const saved = (page: Page) =>
  page.waitForResponse(
    (answer) => answer.url().endsWith("/api/library") && answer.request().method() === "POST",
  );

test("a film is rated by keyboard in halves, and the rating is on its page", async ({ page }) => {
  await page.goto(titlePath(0));
  const stars = page.getByRole("slider", { name: /Your rating of Reel 1/ });
  await stars.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(stars).toHaveAttribute("aria-valuetext", "9.5 of 10");
  await page.keyboard.type("7.5");
  await expect(stars).toHaveAttribute("aria-valuetext", "7.5 of 10");
  const answer = saved(page);
  await page.keyboard.press("Tab");
  await answer;
  await page.goto("/ratings");
  await expect(card(page, /Reel 1/)).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Reel 1" })).toContainText(
    "7.5",
  );
  await page.goto(titlePath(0));
  await stars.focus();
  const undone = saved(page);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Tab");
  await undone;
  await expect(stars).toHaveAttribute("aria-valuetext", "Not rated");
});

test("a film is rated by finger: a press on half a star is that half", async ({ page }) => {
  await page.goto(titlePath(0));
  const stars = page.getByRole("slider", { name: /Your rating/ });
  const box = await stars.boundingBox();
  if (!box) throw new Error("no stars");
  await page.mouse.click(box.x + box.width * 0.64, box.y + box.height / 2);
  await expect(stars).toHaveAttribute("aria-valuenow", "6.5");
});

test("the ratings come in the order that is chosen, and the address keeps it", async ({ page }) => {
  for (const [index, rating] of [4, 9, 6.5].entries())
    await sql`
      insert into public.movie_ratings (user_id, viewer_profile_id, movie_id, rating)
      values (${home.userId}, ${home.viewerId}, ${films.ids[index] ?? ""}, ${rating})
    `;
  await page.goto("/ratings");
  const names = async () =>
    (await page.getByRole("main").locator("li a[href^='/title/']").allInnerTexts()).map(
      (text) => /Reel \d/.exec(text)?.[0],
    );
  await expect.poll(names).toEqual(["Reel 2", "Reel 3", "Reel 1"]);
  await page.getByLabel("Order", { exact: true }).selectOption("mine-lowest");
  await expect.poll(names).toEqual(["Reel 1", "Reel 3", "Reel 2"]);
  await expect(page).toHaveURL("/ratings?sort=mine-lowest");
  await page.reload();
  await expect.poll(names).toEqual(["Reel 1", "Reel 3", "Reel 2"]);
});

test("what is not interesting leaves the page at once, comes back when undone, and is listed", async ({
  page,
}) => {
  await page.goto(`/browse?genre=${films.genre}`);
  await expect(card(page, /Reel 3/)).toBeVisible();
  await openMenu(page, /More for Reel 3/);
  await page.getByRole("menuitem", { name: "Not interested" }).click();
  await expect(card(page, /Reel 3/)).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card(page, /Reel 3/)).toBeVisible();
  await openMenu(page, /More for Reel 3/);
  await page.getByRole("menuitem", { name: "Not interested" }).click();
  await expect(card(page, /Reel 3/)).toBeHidden();
  await expect(async () => {
    await page.goto(`/browse?genre=${films.genre}`);
    await expect(page.getByRole("status").filter({ hasText: "3 titles" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(card(page, /Reel 2/)).toBeVisible();
  await expect(card(page, /Reel 3/)).toHaveCount(0);
  await page.goto(`/search?q=${films.genre}`);
  await expect(card(page, /Reel 2/)).toBeVisible();
  await expect(card(page, /Reel 3/)).toHaveCount(0);
  await page.goto(`/search?q=Reel 3 ${films.genre}`);
  await expect(card(page, /Reel 3/)).toBeVisible();
  await page.goto("/hidden");
  await expect(card(page, /Reel 3/)).toBeVisible();
  const answer = saved(page);
  await page.getByRole("button", { name: /Show Reel 3 .* again/ }).press("Enter");
  await answer;
  await page.goto(`/browse?genre=${films.genre}`);
  await expect(card(page, /Reel 3/)).toBeVisible();
});

test("an episode and a whole season are marked by hand, and next up follows at once", async ({ page }) => {
  await page.goto(`/title/${series.slugs[0]}`);
  await page.getByRole("button", { name: "Mark Part 1 as watched" }).click();
  await expect(page.getByRole("button", { name: "Mark Part 1 as not watched" })).toBeVisible();
  const season = page.getByRole("button", { name: "Mark season as watched" });
  await season.click();
  await expect(page.getByRole("button", { name: "Mark season as not watched" })).toBeVisible();
  const undone = saved(page);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await undone;
  await expect(season).toBeVisible();
  await expect(page.getByRole("button", { name: "Mark Part 1 as not watched" })).toBeVisible();
  await page.goto("/");
  const next = page.getByRole("region", { name: "Next up" });
  await expect(next.getByRole("link", { name: /Serial/ })).toContainText("S1 E2");
  await next.getByRole("button", { name: /from next up/ }).press("Enter");
  await expect(next).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(next.getByRole("link", { name: /Serial/ })).toBeVisible();
});

test("the history has its days, is searched, loses a line, is paused in plain words and cleared", async ({
  page,
}) => {
  await watchedBefore(home, films.ids, 50);
  await page.goto("/history");
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  const lines = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("button") });
  await expect(lines).toHaveCount(4);
  await page.getByRole("searchbox", { name: "Search your history" }).fill("reel 2");
  await expect(lines).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Search your history" }).fill("nothing of the kind");
  await expect(page.getByRole("heading", { name: /Nothing you watched matches/ })).toBeVisible();
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(lines).toHaveCount(4);
  await page.getByRole("button", { name: /Remove Reel 1/ }).click();
  await expect(lines).toHaveCount(3);
  const paused = saved(page);
  await page.getByRole("button", { name: "Pause history" }).click();
  await expect(page.getByText("What you watch now is not kept", { exact: false })).toBeVisible();
  await paused;
  await page.reload();
  await expect(page.getByText("Your history is paused")).toBeVisible();
  await page.getByRole("button", { name: "Keep history again" }).click();
  await expect(page.getByText("Your history is paused")).toHaveCount(0);
  await page.getByRole("button", { name: "Clear history" }).click();
  const cleared = saved(page);
  await page.getByRole("button", { name: "Clear it" }).click();
  await expect(page.getByRole("heading", { name: "Nothing watched yet" })).toBeVisible();
  await cleared;
  await page.reload();
  await expect(page.getByRole("heading", { name: "Nothing watched yet" })).toBeVisible();
});

test("a list of many is narrowed to what was not watched and one genre, and says so", async ({ page }) => {
  for (const id of [...films.ids, ...series.ids])
    await sql`
      insert into public.user_watchlist (user_id, viewer_profile_id, movie_id)
      values (${home.userId}, ${home.viewerId}, ${id})
    `;
  await watchedBefore(home, films.ids.slice(0, 1), 100);
  await page.goto("/watchlist");
  await expect(page.getByRole("status").filter({ hasText: "5 titles" })).toBeVisible();
  await page.getByRole("button", { name: "Not watched (4)" }).click();
  await expect(page.getByRole("status").filter({ hasText: "4 titles" })).toBeVisible();
  await page.getByRole("button", { name: "Series (1)" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 title" })).toBeVisible();
  await page.getByLabel("Genre", { exact: true }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/genre=/);
});

for (const theme of ["dark", "light"] as const) {
  test(`axe finds nothing on the pages of the library in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page
      .context()
      .addCookies([{ name: "cineverse-theme", value: theme, url: test.info().project.use.baseURL ?? "" }]);
    await watchedBefore(home, films.ids, 50);
    for (const table of ["user_watchlist", "user_favorites", "hidden_movies"])
      await sql`
        insert into ${sql(table)} (user_id, viewer_profile_id, movie_id)
        values (${home.userId}, ${home.viewerId}, ${films.ids[0] ?? ""})
      `;
    for (const path of ["/watchlist", "/favorites", "/ratings", "/history", "/hidden", titlePath(1)]) {
      await page.goto(path);
      await expectNoViolations(page, path);
    }
  });
}
