import { expectNoViolations } from "../fixtures/axe";
import { connect, giveRole } from "../fixtures/database";
import { findFlaws } from "../fixtures/look";
import { expect, signUp, test } from "./account-steps";

test.setTimeout(150_000);

const sql = connect(1);
test.afterAll(() => sql.end());

async function hire(email: string, role: string) {
  const [account] = await sql<{ id: string }[]>`select id from auth.users where email = ${email}`;
  await giveRole(sql, account?.id ?? "", role);
}

test("a moderator finds the status of the platform in the account menu, and reads it by keyboard", async ({
  page,
}) => {
  await hire(await signUp(page), "moderator");
  // The household is read again, with its new role.
  const headers = { origin: new URL(page.url()).origin };
  await page.request.post("/api/preferences", { headers, data: { theme: "dark", locale: "en" } });
  const authorization = `Bearer ${process.env.CRON_SECRET}`;
  expect((await page.request.get("/api/cron/page-views", { headers: { authorization } })).status()).toBe(200);
  await page.reload();
  await page.getByRole("button", { name: /^Account menu/ }).press("Enter");
  await page.getByRole("menuitem", { name: "Staff desk" }).press("Enter");
  await expect(page).toHaveURL(/\/admin\/status$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Platform status");
  await expect(page.getByText("Everything answers")).toBeVisible();
  // Figures come ten seconds after what they count, and are taken anew every fifteen.
  await expect(page.getByRole("row", { name: /^Pages/ })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("row", { name: /^page-views/ })).toContainText("Succeeded");
  await expect(page.getByRole("row", { name: /^media-transcode/ })).toBeVisible();
  const day = page.getByRole("link", { name: "Last day" });
  await day.press("Enter");
  await expect(day).toHaveAttribute("aria-current", "true");
  await expect(page.getByText(/^Answers per hour/)).toBeVisible();
  const clock = page.getByText(/^As of/);
  const before = await clock.textContent();
  await expect.poll(() => clock.textContent(), { timeout: 25_000 }).not.toBe(before);
  await page.getByRole("button", { name: "Pause updates" }).press("Enter");
  await expect(page.getByRole("button", { name: "Resume updates" })).toBeFocused();
});

for (const [theme, locale] of [
  ["dark", "en"],
  ["light", "vi"],
] as const) {
  test(`the status fits every screen and is accessible (${theme}, ${locale})`, async ({ page }) => {
    await hire(await signUp(page), "admin");
    const headers = { origin: new URL(page.url()).origin };
    await page.request.post("/api/preferences", { headers, data: { theme, locale } });
    for (const width of [360, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto("/admin/status");
      await expect(page.getByRole("table").first()).toBeVisible();
      expect(await findFlaws(page), `${width} px`).toEqual([]);
      await expectNoViolations(page, `status at ${width} px (${theme})`);
    }
  });
}

test("it is not there for anybody else", async ({ page }) => {
  await signUp(page);
  await page.goto("/admin/status");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This scene was cut");
  await page.goto("/");
  await page.getByRole("button", { name: /^Account menu/ }).click();
  await expect(page.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Staff desk" })).toHaveCount(0);
});
