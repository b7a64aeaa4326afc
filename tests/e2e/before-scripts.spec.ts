import { expect, type Page, test } from "@playwright/test";
import { emptyLists, fillLists } from "../fixtures/lists";
import { signInAs } from "../fixtures/watching";

const list = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });

/** Opens a page whose scripts wait, as on a slow line; answers how to let them go. */
async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "domcontentloaded" });
  return release;
}

test("a filter of browse that was chosen too early takes effect when the page is ready", async ({ page }) => {
  const release = await openWithoutScripts(page, "/browse");
  await list(page, "Genre").selectOption("Drama");
  release();
  await expect(page).toHaveURL("/browse?genre=Drama");
  await expect(list(page, "Genre")).toHaveValue("Drama");
});

test("so does a box that was ticked too early, and both together", async ({ page }) => {
  const release = await openWithoutScripts(page, "/browse");
  await list(page, "Order").selectOption("title");
  await page.getByRole("checkbox", { name: /^Subtitles \d/ }).check({ force: true });
  release();
  await expect(page).toHaveURL(/subtitles=1/);
  await expect(page).toHaveURL(/sort=title/);
  await expect(page.getByRole("checkbox", { name: /^Subtitles \d/ })).toBeChecked();
});

test("nothing is asked for where nothing was changed", async ({ page }) => {
  const release = await openWithoutScripts(page, "/browse?genre=Drama");
  const went: string[] = [];
  page.on(
    "request",
    (request) =>
      request.url().includes("_rsc=") && request.url().includes("/browse?genre") && went.push(request.url()),
  );
  release();
  await page.waitForLoadState("networkidle");
  expect(went).toEqual([]);
  await expect(page).toHaveURL("/browse?genre=Drama");
});

test("letters that were typed too early stay and are searched for", async ({ page }) => {
  const release = await openWithoutScripts(page, "/");
  const field = page.getByRole("banner").getByRole("combobox");
  await field.click();
  await page.keyboard.type("last kee");
  release();
  await expect(page.getByRole("option", { name: "The Last Keeper" })).toBeVisible();
  await expect(field).toHaveValue("last kee");
});

test.describe("of somebody signed in", () => {
  test.beforeEach(async ({ context }) => {
    await fillLists("premium");
    await signInAs(context, "premium");
  });
  test.afterEach(() => emptyLists("premium"));

  test("the order of a list that was chosen too early is kept", async ({ page }) => {
    const release = await openWithoutScripts(page, "/watchlist");
    await list(page, "Order").selectOption("title");
    release();
    await expect(page).toHaveURL(/sort=title/);
    await expect(list(page, "Order")).toHaveValue("title");
  });

  test("a choice in the settings is kept and saved, and its sample follows", async ({ page }) => {
    const release = await openWithoutScripts(page, "/settings/playback");
    const color = page.getByLabel("Colour", { exact: true });
    const was = await color.inputValue();
    await color.selectOption("yellow");
    release();
    await expect(page.locator("[data-captions]")).toHaveAttribute("data-color", "yellow");
    await expect(color).toHaveValue("yellow");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
    await page.reload();
    await expect(color).toHaveValue("yellow");
    await color.selectOption(was);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
  });
});
