import { expect, type Page, test } from "@playwright/test";

const LATER = "**/api/catalogue/home";
const allOf = (row: string) => new RegExp(`See all.*${row}`);
const heading = (page: Page) => page.getByRole("heading", { level: 2 }).last();

test("rows far down are named at once, and their titles come when somebody goes there", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(heading(page)).toBeAttached();
  const name = (await heading(page).textContent()) ?? "";
  expect(asked).not.toContain("/api/catalogue/home");
  await heading(page).scrollIntoViewIfNeeded();
  await expect(page.getByRole("region", { name }).getByRole("link").nth(1)).toBeVisible();
  expect(asked.filter((path) => path === "/api/catalogue/home")).toHaveLength(1);
});

test("rows that do not come say so, and come when they are asked for again", async ({ page }) => {
  await page.route(LATER, (route) => route.abort());
  await page.goto("/", { waitUntil: "networkidle" });
  await page.mouse.wheel(0, 200);
  const retry = page.getByRole("alert").getByRole("button", { name: "Try again" });
  await expect(retry).toBeVisible({ timeout: 20_000 });
  await page.unroute(LATER);
  await retry.click();
  await expect(retry).toHaveCount(0);
  const name = (await heading(page).textContent()) ?? "";
  await heading(page).scrollIntoViewIfNeeded();
  await expect(page.getByRole("region", { name }).getByRole("link").nth(1)).toBeVisible();
});

test("whoever walks through home by keyboard comes by the titles of every row", async ({ page }) => {
  await page.goto("/");
  const name = (await heading(page).textContent()) ?? "";
  const links = page.getByRole("region", { name }).getByRole("link");
  // As Tab does that comes from the row above.
  await page.getByRole("link", { name: allOf(name) }).focus();
  await expect(links.nth(1)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(links.nth(1)).toBeFocused();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("every row leads to its titles", async ({ page }) => {
    await page.goto("/");
    const name = (await heading(page).textContent()) ?? "";
    await page.getByRole("link", { name: allOf(name) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  });
});
