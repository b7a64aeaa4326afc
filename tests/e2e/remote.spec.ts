import { expect, type Page, test } from "@playwright/test";
import { emptyLists } from "../fixtures/lists";
import { endStreams, signInAs } from "../fixtures/watching";

const TELEVISION =
  "Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/7.0 TV Chrome/120 Safari/537.36";

/** Presses until the focus is on what is looked for: as a person does, who watches the ring. */
async function walk(page: Page, key: string, name: RegExp, most = 12): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (name.test(await focusedName(page))) return;
    await page.keyboard.press(key);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
  expect(await focusedName(page)).toMatch(name);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "";
    const label = element instanceof HTMLSelectElement ? element.labels[0]?.textContent : null;
    return (label ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  });
}

/** The key that leads back, which no desk has: televisions name it like this. */
function pressBack(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const key = new KeyboardEvent("keydown", { key: "GoBack", bubbles: true, cancelable: true });
    return (document.activeElement ?? document.body).dispatchEvent(key);
  });
}

const firstFocus = (page: Page) => expect.poll(() => focusedName(page)).not.toBe("");

/** The ring is on the screen, with room around it, and is drawn. */
async function expectRingInView(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const frame = element.querySelector(".poster-frame") ?? element;
        const { top, left, bottom, right } = frame.getBoundingClientRect();
        const style = getComputedStyle(frame);
        const isDrawn = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
        const isInside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth + 1;
        return isDrawn && isInside;
      }),
    )
    .toBe(true);
}

test.describe("with the remote of a television", () => {
  test.use({ userAgent: TELEVISION, viewport: { width: 1280, height: 720 } });

  test("a film is found on home and played with arrows, OK and Back alone", async ({ page, context }) => {
    await emptyLists("premium");
    await endStreams();
    await signInAs(context, "premium");
    await page.goto("/");
    await expect(page.getByRole("main").getByRole("link", { name: "Play" })).toBeFocused();
    await expectRingInView(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const third = page.getByRole("region", { name: "Trending now" }).getByRole("link").nth(3);
    await expect(third).toBeFocused();
    await expectRingInView(page);
    // The row remembers its column, wherever the next one was left.
    await page.keyboard.press("ArrowDown");
    await expectRingInView(page);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    await expect(third).toBeFocused();
    const path = `${await third.getAttribute("href")}`;
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(path);
    await expect(page.getByRole("main").getByRole("link", { name: /^(Play|Resume)/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(path.replace("/title/", "/watch/"));
    const video = page.locator("video");
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0.5);
    await page.keyboard.press("ArrowDown");
    await walk(page, "ArrowRight", /pause/i, 3);
    await page.keyboard.press("Enter");
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(true);
    await pressBack(page);
    await expect(page).toHaveURL(path);
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL("/");
    await expect(third).toBeFocused();
  });

  test("OK held on a card opens its menu, and Back closes it", async ({ page, context }) => {
    await emptyLists("premium");
    await signInAs(context, "premium");
    await page.goto("/");
    await firstFocus(page);
    await page.keyboard.press("ArrowDown");
    const card = await focusedName(page);
    await page.keyboard.down("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.up("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await pressBack(page);
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(page).toHaveURL("/");
    // From row to row no card's own buttons are in the way.
    await page.goto("/");
    await firstFocus(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => focusedName(page)).toBe(card);
  });

  test("a setting is changed", async ({ page, context }) => {
    await signInAs(context, "premium");
    await page.goto("/");
    await firstFocus(page);
    await walk(page, "ArrowUp", /^CineVerse/, 4);
    await walk(page, "ArrowRight", /^Account menu/);
    await page.keyboard.press("Enter");
    await walk(page, "ArrowDown", /^Settings$/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/settings");
    await walk(page, "ArrowDown", /^Account$/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/settings/account");
    // The address is there before the page is: until then its skeleton has nothing to go to.
    await expect(page.getByLabel("Theme", { exact: true })).toBeVisible();
    await walk(page, "ArrowDown", /^Account$/, 3);
    await page.keyboard.press("ArrowRight");
    await walk(page, "ArrowRight", /^Theme/, 2);
    // An arrow alone must not change what it only passes over.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await walk(page, "ArrowRight", /^Theme/, 2);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", "dark");
  });

  test("the viewer is chosen anew", async ({ page, context }) => {
    await signInAs(context, "free");
    await page.goto("/viewers");
    await expect(page.getByRole("main").getByRole("button").first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/");
    await expect(page.getByRole("main").getByRole("link", { name: "Play" })).toBeFocused();
  });

  test("a text field that is passed over brings no keyboard, and takes words after OK", async ({ page }) => {
    await page.goto("/");
    await firstFocus(page);
    await walk(page, "ArrowUp", /^CineVerse/, 4);
    await walk(page, "ArrowRight", /^Search/);
    const field = page.getByRole("combobox").first();
    await expect(field).toBeFocused();
    await expect(field).toHaveJSProperty("readOnly", true);
    await page.keyboard.press("Enter");
    await expect(field).toHaveJSProperty("readOnly", false);
    await page.keyboard.type("keeper");
    await expect(page.getByRole("option", { name: /Keeper/ }).first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("option", { selected: true })).toContainText("Keeper");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/title/the-last-keeper");
  });

  test("Back closes a dialog before it leaves the page", async ({ page, context }) => {
    await signInAs(context, "premium");
    await page.goto("/settings/viewers");
    await page.getByRole("button", { name: "Add a viewer" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await pressBack(page);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page).toHaveURL("/settings/viewers");
  });
});

test.describe("at a desk", () => {
  test("arrows scroll the page of somebody who only looks at it", async ({ page }) => {
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test("nothing of it is loaded before an arrow could mean it", async ({ page }) => {
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("html")).not.toHaveAttribute("data-remote");
    await page.keyboard.press("ArrowRight");
    await expect(page.locator("html")).toHaveAttribute("data-remote", "keys");
    await expect(page.getByRole("main").getByRole("link", { name: "Play" })).toBeFocused();
  });

  test("text, menus and lists of choices keep their arrows", async ({ page }) => {
    await page.goto("/browse");
    await page.keyboard.press("ArrowRight");
    await expect(page.locator("html")).toHaveAttribute("data-remote", "keys");
    const type = page.getByLabel("Type");
    await type.focus();
    await page.keyboard.press("ArrowDown");
    await expect(page).toHaveURL("/browse?type=movie");
    await expect(type).toBeFocused();
    const field = page.getByRole("combobox", { name: /^Search/ }).first();
    await field.fill("bus");
    await page.keyboard.press("ArrowLeft");
    await expect(field).toBeFocused();
    await page.getByRole("button", { name: "Language and theme" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitemradio").nth(1)).toBeFocused();
  });
});
