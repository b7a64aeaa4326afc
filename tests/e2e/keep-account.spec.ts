import { expect, test } from "@playwright/test";
import { newHousehold, PASSWORD, removeHousehold, sql } from "../fixtures/library-people";

test("whoever signs in without a script during the last week is asked whether to stay, and may", async ({
  browser,
}) => {
  const home = await newHousehold();
  await sql`delete from public.viewer_profiles where id = ${home.kidId}`;
  await sql`update public.user_accounts set deletion_requested_at = now() where user_id = ${home.userId}`;
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: "en-US",
    // Signing in is limited for each address.
    extraHTTPHeaders: { "x-forwarded-for": "10.77.1.9" },
  });
  const page = await context.newPage();
  await page.goto("/sign-in?next=%2Fwatchlist");
  await page.getByLabel("E-mail").fill(home.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/keep-account?next=%2Fwatchlist");

  await page.getByRole("link", { name: "Go on without keeping it" }).click();
  await expect(page).toHaveURL("/watchlist");
  await expect(page.getByText("This account will be deleted on", { exact: false })).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page).toHaveURL("/watchlist");
  await expect(page.getByText("This account will be deleted on", { exact: false })).toHaveCount(0);
  const [row] =
    await sql`select deletion_requested_at from public.user_accounts where user_id = ${home.userId}`;
  expect(row?.deletion_requested_at).toBeNull();

  // What was answered is not asked again, nor by its old address.
  await page.goto("/keep-account?next=%2Fhistory");
  await expect(page).toHaveURL("/history");
  await context.close();
  await removeHousehold(home);
});
