import { expect, type Page, test } from "@playwright/test";
import { connect } from "../fixtures/database";
import { signInAs } from "../fixtures/watching";

// The demo catalogue announces these, counted from the day of the seed.
const COMING = "The Weather in Room 9";
const LEAVING = "Medusa Waltz";
const sql = connect();

test.afterAll(async () => {
  await sql`delete from public.reminders`;
  await sql.end();
});

const announcement = (page: Page) => page.getByRole("article", { name: COMING });

test("a visitor sees what comes, with its day, and is asked in before a reminder", async ({ page }) => {
  await page.goto("/coming-soon");
  await expect(announcement(page).getByRole("time")).toHaveText(/day/);
  expect((await page.request.get("/title/the-weather-in-room-9")).status()).toBe(404);
  await announcement(page)
    .getByRole("link", { name: /Remind me/ })
    .click();
  await expect(page).toHaveURL("/sign-in?next=/coming-soon");
});

test("a reminder is set at once, survives a reload and is taken back", async ({ page, context }) => {
  await signInAs(context, "premium");
  await page.goto("/coming-soon");
  await page.waitForLoadState("networkidle");
  const button = announcement(page).getByRole("button", { name: `Remind me of ${COMING}` });
  const written = () => page.waitForResponse((answer) => answer.url().includes("/api/reminders/"));
  await Promise.all([written(), button.click()]);
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.waitForLoadState("networkidle");
  await Promise.all([written(), button.press("Enter")]);
  await page.reload();
  await expect(button).toHaveAttribute("aria-pressed", "false");
});

test("a reminder that cannot be set is seen not to be", async ({ page, context }) => {
  await signInAs(context, "premium");
  await page.goto("/coming-soon");
  await page.waitForLoadState("networkidle");
  await page.route("**/api/reminders/*", (route) => route.abort());
  const button = announcement(page).getByRole("button", { name: `Remind me of ${COMING}` });
  await button.click();
  await expect(page.getByText("That did not work. Try again.")).toBeVisible();
  await expect(button).toHaveAttribute("aria-pressed", "false");
});

test("what leaves says when, on its card and on its page", async ({ page }) => {
  await page.goto("/coming-soon");
  const card = page
    .getByRole("region", { name: "Leaving soon" })
    .getByRole("link", { name: LEAVING })
    .first();
  await expect(card).toContainText(/Leaves \w+ \d+|Leaves \d+/);
  await card.click();
  await expect(page).toHaveURL("/title/medusa-waltz");
  await expect(
    page
      .getByRole("main")
      .getByRole("time")
      .filter({ hasText: /^Leaves / }),
  ).toBeVisible();
  await page.getByRole("link", { name: "A quiet quarter of an hour" }).click();
  await expect(page).toHaveURL("/collections/ten-quiet-minutes");
});

test("chance leads to a title that plays, under the filters, and to another one when asked again", async ({
  page,
}) => {
  await page.goto("/browse?genre=Family&access=free");
  await page.getByRole("link", { name: "Surprise me" }).click();
  await expect(page).toHaveURL(/\/title\/.*surprise=/);
  await expect(page.getByRole("main").getByRole("link", { name: "Play", exact: true })).toBeVisible();
  const first = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Something else" }).click();
  await expect(page).not.toHaveURL(new RegExp(first));
  await expect(page).toHaveURL(/surprise=.*Family/);
});
