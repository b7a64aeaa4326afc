import { type Browser, expect, type Page, test } from "@playwright/test";
import { connect } from "../fixtures/database";

const sql = connect();
const GENRE = "Endless Scroll";
const TITLES = 36 * 8;

test.beforeAll(async () => {
  await sql`
    insert into public.movies (slug, title, genres, status, published_at, maturity_rating, year)
    select 'endless-scroll-' || n, 'Endless ' || lpad(n::text, 3, '0'), array[${GENRE}], 'published',
      now() - interval '30 years' - interval '1 day' * n, 0, 1990 + n % 9
    from generate_series(1, ${TITLES}) n
    on conflict (slug) do nothing`;
});
test.afterAll(async () => {
  await sql`delete from public.movies where genres @> ${[GENRE]}`;
  await sql.end();
});

const address = `/browse?genre=${encodeURIComponent(GENRE)}`;
const cards = (page: Page) => page.getByRole("main").getByRole("link", { name: /Endless \d/ });

async function scrollTo(page: Page, titles: number): Promise<void> {
  await expect(async () => {
    const more = page.getByRole("button", { name: "Show more" });
    await page.mouse.wheel(0, 4000);
    if (await more.isVisible()) await more.click({ timeout: 1000 }).catch(() => undefined);
    expect(await cards(page).count()).toBeGreaterThanOrEqual(titles);
  }).toPass({ timeout: 60_000 });
}

/** Brings a title into the middle, and says how to see that it is still there. */
async function settleOn(page: Page, name: string): Promise<() => Promise<void>> {
  // Not the link of the preview that grows where the pointer rests.
  const card = cards(page).filter({ hasText: name });
  await card.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const place = async () => (await card.boundingBox())?.y ?? Number.NaN;
  const before = await place();
  return async () => {
    await expect.poll(async () => Math.abs((await place()) - before), { message: name }).toBeLessThan(4);
  };
}

test("coming back from a title on page 7 finds the place again: back, reload, and back after another site", async ({
  page,
}) => {
  await page.goto(address);
  await scrollTo(page, 36 * 7);
  const name = "Endless 240";
  const isStillThere = await settleOn(page, name);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goBack();
  await isStillThere();
  await page.reload();
  await isStillThere();
  await page.goto("/robots.txt");
  await page.goBack();
  await isStillThere();
  await expect(cards(page).first()).toHaveAttribute("href", "/title/endless-scroll-1");
});

test("the address of a list is one that can be shared, at its depth too", async ({ page, browser }) => {
  await page.goto(address);
  await scrollTo(page, 36 * 2);
  await expect(page).toHaveURL(/pages=[2-9]/);
  const shared = await (browser as Browser).newPage();
  await shared.goto(page.url());
  expect(await cards(shared).count()).toBeGreaterThanOrEqual(36 * 2);
  await shared.close();
});

test("a new page is announced, and the keyboard goes on with its first title", async ({ page }) => {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  const more = page.getByRole("button", { name: "Show more" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/36 more titles: \d+ of 288/)).toBeAttached();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Endless");
});

test("so does a keyboard that asks for the page which is already on its way", async ({ page }) => {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  let asked = 0;
  await page.route("**/api/catalogue/browse**", async (route) => {
    asked += 1;
    await new Promise((passed) => setTimeout(passed, 1500));
    await route.continue();
  });
  // Coming near the end asks for it; the press comes after that.
  await page.getByRole("button", { name: "Show more" }).focus();
  const busy = page.getByRole("main").locator("button[aria-busy=true]");
  await expect(busy).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cards(page).nth(36)).toBeFocused();
  expect(asked).toBe(1);
});

test("the footer can be reached although the list is long", async ({ page }) => {
  await page.goto(address);
  const byThemselves = 36 * 4;
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(cards(page)).toHaveCount(byThemselves, { timeout: 700 });
  }).toPass();
  await page.keyboard.press("End");
  await expect(page.getByRole("contentinfo")).toBeInViewport();
  await expect(cards(page)).toHaveCount(byThemselves);
});

test("a choice says how many titles it leaves, and leaves as many", async ({ page }) => {
  await page.goto(address);
  await expect(page.getByRole("status").filter({ hasText: "288 titles" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Years").selectOption("1990s");
  await expect(page).toHaveURL(/years=1990s/);
  const option = page.getByLabel("Years").locator("option", { hasText: "1994" });
  const [, count] = /\((\d+)\)/.exec((await option.textContent()) ?? "") ?? [];
  await page.getByLabel("Years").selectOption("1994");
  await expect(page.getByRole("status").filter({ hasText: `${count} titles` })).toBeVisible();
  await expect(cards(page)).toHaveCount(Number(count));
});

test("a phone that watches what its viewer can hear finds subtitles by a switch, back and forth", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/browse");
  const subtitles = page.getByRole("checkbox", { name: /^Subtitles \d/ });
  await subtitles.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL("/browse?subtitles=1");
  await expect(subtitles).toBeFocused();
  await expect(page.getByRole("link", { name: "Night Bus 11" }).first()).toBeVisible();
  await page.goBack();
  await expect(subtitles).not.toBeChecked();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the list goes on page by page", async ({ page }) => {
    await page.goto(address);
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(cards(page).first()).toHaveAttribute("href", "/title/endless-scroll-37");
  });

  test("switches and lists are sent as a form", async ({ page }) => {
    await page.goto("/browse");
    await page.getByRole("checkbox", { name: /^Can be watched now/ }).check({ force: true });
    await page.getByLabel("Genre", { exact: true }).selectOption("Family");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/genre=Family/);
    await expect(page).toHaveURL(/watchable=1/);
    await expect(page.getByRole("link", { name: "Snail Derby" }).first()).toBeVisible();
  });
});
