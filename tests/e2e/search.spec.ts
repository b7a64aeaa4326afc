import { expect, type Page, type Route, test } from "@playwright/test";

// The demo catalogue that ships with the repository.
const FILM = "The Last Keeper";
const EPISODE = "The Cellist";
const SUGGESTIONS = "**/api/catalogue/suggestions?*";

const field = (page: Page) => page.getByRole("banner").getByRole("combobox");
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });

/** Answers a question later than it came, or once it is told to. */
async function hold(page: Page, question: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    (url) => url.pathname.endsWith("/suggestions") && url.searchParams.get("q") === question,
    async (route: Route) => {
      await released;
      await route.continue().catch(() => undefined);
    },
  );
  return release;
}

test("a slash leads to the search field, and is a letter inside it", async ({ page }) => {
  await page.goto("/browse");
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("");
  await page.keyboard.type("a/b");
  await expect(field(page)).toHaveValue("a/b");
});

test("results stand in groups and the keyboard alone walks through them", async ({ page }) => {
  await page.goto("/");
  await field(page).focus();
  await page.keyboard.type("cellist", { delay: 30 });
  const episodes = page.getByRole("group", { name: "Episodes" });
  await expect(episodes.getByRole("option", { name: EPISODE })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(option(page, EPISODE)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(option(page, /All results for/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(option(page, EPISODE)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("[role=option][aria-selected=true]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveValue("");
});

test("an answer that comes late does not replace that of a newer question", async ({ page }) => {
  await page.goto("/");
  const release = await hold(page, "noodles");
  const aborted = page.waitForEvent("requestfailed", (request) => request.url().endsWith("q=noodles"));
  const asking = page.waitForRequest((request) => request.url().endsWith("q=noodles"));
  await field(page).fill("noodles");
  await asking;
  await field(page).fill("zugz");
  await expect(option(page, /Zugzwang/)).toBeVisible();
  // The question that is out of date was called off, not only ignored.
  await aborted;
  release();
  await expect(option(page, /Noodles/)).toHaveCount(0);
  await expect(option(page, /Zugzwang/)).toBeVisible();
});

test("going back over letters asks nothing again, and the last results stay until the next are there", async ({
  page,
}) => {
  await page.goto("/");
  await field(page).fill("night");
  await expect(option(page, /Night Bus 11/)).toBeVisible();
  const release = await hold(page, "night b");
  const asking = page.waitForRequest((request) => request.url().endsWith("q=night%20b"));
  await field(page).fill("night b");
  await asking;
  await expect(option(page, /Night Bus 11/)).toBeVisible();
  release();
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/suggestions?") && asked.push(request.url()));
  await field(page).fill("night");
  await expect(page.getByRole("option", { name: "All results for “night”" })).toBeVisible();
  await expect(option(page, /Night Bus 11/)).toBeVisible();
  expect(asked).toEqual([]);
});

test("what was looked for is offered again, and forgotten one by one or at once", async ({ page }) => {
  await page.goto("/");
  for (const query of ["caravan", "zugzwang"]) {
    await field(page).fill(query);
    await field(page).press("Enter");
    await expect(page).toHaveURL(`/search?q=${query}`);
  }
  await field(page).fill("");
  const recent = page.getByRole("group", { name: "Recent searches" });
  await expect(recent.getByRole("option")).toHaveText([/zugzwang/, /caravan/, /Clear/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect(recent.getByRole("option")).toHaveText([/caravan/, /Clear/]);
  await page.reload();
  await field(page).fill("");
  await field(page).click();
  await option(page, /caravan/)
    .locator("[data-forget]")
    .click();
  await expect(recent).toHaveCount(0);
});

test("a name that nobody bears leads on: what was meant, and what many watch", async ({ page }) => {
  await page.goto("/");
  await field(page).fill("the last keper");
  await option(page, "Did you mean The Last Keeper?").click();
  await expect(page).toHaveURL("/search?q=The%20Last%20Keeper");
  await field(page).fill("xqzvwkj");
  await expect(page.getByText("Nothing is called “xqzvwkj”")).toBeVisible();
  await expect(
    page.getByRole("group", { name: "Watched by many" }).getByRole("option").first(),
  ).toBeVisible();
  await field(page).press("Enter");
  await expect(page.getByRole("heading", { name: "Nothing found for “xqzvwkj”" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Trending now" })).toBeVisible();
  await page.getByRole("region", { name: "Genres" }).getByRole("link", { name: "Drama" }).click();
  await expect(page).toHaveURL("/browse?genre=Drama");
});

test("the search goes on to the results although suggestions do not answer", async ({ page }) => {
  await page.route(SUGGESTIONS, (route) => route.abort());
  await page.goto("/");
  await field(page).fill("last keeper");
  await option(page, /All results for/).click();
  await expect(page).toHaveURL("/search?q=last%20keeper");
  await expect(page.getByRole("main").getByRole("link", { name: FILM }).first()).toBeVisible();
});

test("in Vietnamese, a film is found by its Vietnamese name without accents", async ({ page }) => {
  const { baseURL = "" } = test.info().project.use;
  await page.context().addCookies([{ name: "cineverse-locale", value: "vi", url: baseURL }]);
  await page.goto("/");
  await field(page).fill("nguoi gac den");
  await expect(option(page, /Người gác đèn cuối cùng/)).toBeVisible();
});

test("on a phone the search page offers the same", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/search");
  const box = page.getByRole("main").getByRole("combobox");
  await box.fill("last kee");
  await expect(option(page, FILM)).toBeVisible();
  await option(page, FILM).click();
  await expect(page).toHaveURL("/title/the-last-keeper");
});
