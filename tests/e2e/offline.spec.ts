import { expect, test } from "@playwright/test";

test("a link that is pressed without a connection is followed when it is back", async ({ page, context }) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const card = page.locator("main [data-rail] a").first();
  const path = `${await card.getAttribute("href")}`;
  await card.click();
  const notice = page.getByRole("status").filter({ hasText: "No connection" });
  await expect(notice).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.setOffline(false);
  await expect(page).toHaveURL(path);
  await expect(notice).toHaveCount(0);
});

test.describe("with the worker that keeps one page for bad days", () => {
  test.use({ serviceWorkers: "allow" });

  test("a page that is loaded anew without a connection says so in the reader's language, and comes back by itself", async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: "cineverse-locale", value: "vi", url: `${baseURL}` }]);
    await page.goto("/browse");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 20_000 })
      .toBe(true);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mất liên lạc với rạp phim");
    await expect(page.getByRole("button", { name: "Thử lại" })).toBeVisible();
    const kept = await page.evaluate(async () => {
      const shelves = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return shelves.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.sort()).toEqual(["/offline.css", "/offline.html", "/offline.js"]);
    await context.setOffline(false);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khám phá");
  });
});
