import { expect, type Page, test } from "@playwright/test";
import { shiftedSoFar, watchShifts } from "../fixtures/layout-shift";

const picker = (page: Page) => page.getByRole("group", { name: "Today’s picks" });
const current = (page: Page) => picker(page).locator("button[aria-current=true]");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("the heroes of the day are turned by keyboard, said aloud, and move nothing", async ({ page }) => {
  await watchShifts(page);
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const first = await heading(page).textContent();
  await picker(page).getByRole("button").nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).not.toHaveText(`${first}`);
  const second = `${await heading(page).textContent()}`;
  await expect(current(page)).toHaveAccessibleName(`Show ${second}`);
  await expect(current(page)).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: `${second}: 2 of` })).toBeAttached();
  // What is not shown is not there for anybody.
  await expect(page.getByRole("main").getByRole("link", { name: "Details" })).toHaveCount(1);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(`${first}`);
  expect(await shiftedSoFar(page)).toBeLessThan(0.02);
});

test("none turns by itself, and the pictures of the others are not fetched before somebody reaches for them", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const pictures: string[] = [];
  page.on("request", (request) => {
    if (/backdrop/.test(request.url())) pictures.push(request.url());
  });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const first = `${await heading(page).textContent()}`;
  await page.waitForTimeout(6000);
  await expect(heading(page)).toHaveText(first);
  expect(pictures).toHaveLength(1);
});

test.describe("under a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 780 } });

  test("a swipe turns to the next one and back", async ({ page, context }) => {
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    const first = `${await heading(page).textContent()}`;
    const finger = await context.newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      await finger.send("Input.dispatchTouchEvent", {
        type: "touchStart",
        touchPoints: [{ x: from, y: 200 }],
      });
      for (const x of [from * 0.7 + to * 0.3, from * 0.3 + to * 0.7, to])
        await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: 202 }] });
      await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    await swipe(300, 80);
    await expect(heading(page)).not.toHaveText(first);
    await expect(picker(page).getByRole("button").nth(1)).toHaveAttribute("aria-current", "true");
    await swipe(80, 300);
    await expect(heading(page)).toHaveText(first);
  });
});
