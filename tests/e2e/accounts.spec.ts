import { randomUUID } from "node:crypto";
import { expectNoViolations } from "../fixtures/axe";
import { expect, password, signOut, signUp, test } from "./account-steps";

test("a person signs up by the mailed link, leaves and comes back with their password", async ({ page }) => {
  const email = await signUp(page);
  await signOut(page);
  await page.goto("/history");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fhistory/);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not this one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/history$/);
});

test("mistakes in the form are said beside the fields, and the first one gets the focus", async ({
  page,
}) => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Mai");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Enter an address like name@example.com.")).toBeVisible();
  await expect(page.getByText("Use 8 characters or more.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveValue("Mai");
});

test("a household adds a child, sets a PIN, and the child cannot get back without it", async ({ page }) => {
  await signUp(page);
  await page.goto("/settings/viewers");
  await page.getByRole("button", { name: "Add a viewer" }).click();
  const adding = page.getByRole("dialog", { name: "Add a viewer" });
  await adding.getByLabel("Name").fill("Bi");
  await adding.getByRole("switch", { name: /A viewer for children/ }).check();
  await adding.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Bi" })).toContainText("Kids");

  await page.getByRole("button", { name: "Set a PIN for Mai" }).click();
  const setting = page.getByRole("dialog", { name: "Set a PIN for Mai" });
  await setting.getByLabel("New PIN").fill("4711");
  await setting.getByRole("button", { name: "Save the PIN" }).click();
  await expect(setting).toBeHidden();

  await page.goto("/viewers");
  await page.getByRole("button", { name: /^Bi/ }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/settings");
  await expect(page.getByText("Settings are for grown-ups.")).toBeVisible();

  await page.goto("/viewers");
  await page.getByRole("button", { name: /^Mai/ }).click();
  const asking = page.getByRole("dialog", { name: "PIN of Mai" });
  await asking.getByLabel("PIN", { exact: true }).fill("0000");
  await asking.getByRole("button", { name: "Watch as Mai" }).click();
  await expect(asking.getByText("That is not the PIN.")).toBeVisible();
  await asking.getByLabel("PIN", { exact: true }).fill("4711");
  await asking.getByRole("button", { name: "Watch as Mai" }).click();
  await expect(page.getByRole("button", { name: "Account menu of Mai" })).toBeVisible();
});

test("language and theme are chosen once and stay", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Language and theme" }).click();
  await page.getByRole("menuitemradio", { name: "Light" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.getByRole("menuitemradio", { name: "Tiếng Việt" }).click();
  await expect(page.getByRole("heading", { name: "Mừng bạn trở lại" })).toBeVisible();
  await page.goto("/sign-up");
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("a profile is edited and everybody sees it", async ({ page, browser }) => {
  await signUp(page);
  const username = `mai_${randomUUID().slice(0, 8)}`;
  await page.goto("/settings");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("About you").fill("Slow films, long trains.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  const stranger = await browser.newPage();
  await stranger.goto(`/u/${username}`);
  await expect(stranger.getByText("Slow films, long trains.")).toBeVisible();
  await stranger.close();
});

test("signing in works without JavaScript, mistakes included", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in?next=%2Fsettings");
  await page.getByLabel("E-mail").fill("free@cineverse.test");
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("do not match")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("free@cineverse.test");
  await page.getByLabel("Password", { exact: true }).fill("cineverse-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await context.close();
});

test("a form is filled and sent with the keyboard alone", async ({ page }) => {
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type("free@cineverse.test");
  await page.keyboard.press("Tab");
  await page.keyboard.type("cineverse-demo");
  await page.keyboard.press("Enter");
  const account = page.getByRole("button", { name: /^Account menu of/ });
  // The key does nothing until the page's scripts have loaded.
  await expect(async () => {
    await account.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Switch viewer" })).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Watchlist" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(account).toBeFocused();
});

for (const theme of ["dark", "light"] as const) {
  test(`the pages of accounts hold to WCAG AA in the ${theme} theme`, async ({ page, context, baseURL }) => {
    await page.request.post("/api/auth/sign-in", {
      headers: { origin: baseURL ?? "" },
      data: { email: "basic@cineverse.test", password: "cineverse-demo" },
    });
    await page.request.post("/api/preferences", { headers: { origin: baseURL ?? "" }, data: { theme } });
    for (const path of [
      "/settings",
      "/settings/account",
      "/settings/viewers",
      "/settings/security",
      "/viewers",
    ]) {
      await page.goto(path);
      await expectNoViolations(page, path);
    }
    await context.clearCookies({ name: /^cineverse-(auth|viewer)/ });
    for (const path of ["/sign-in", "/sign-up", "/check-mail?for=reset", "/no-such-page"]) {
      await page.goto(path);
      await expectNoViolations(page, path);
    }
  });
}
