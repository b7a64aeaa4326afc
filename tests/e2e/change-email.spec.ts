import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, newestLink, newestMail, password, signOut, signUp, test } from "./account-steps";

async function askFor(page: Page, email: string, currentPassword = password): Promise<void> {
  await page.goto("/settings/account");
  await page.getByLabel("New e-mail").fill(email);
  await page.getByRole("region", { name: "E-mail" }).getByLabel("Current password").fill(currentPassword);
  await page.getByRole("button", { name: "Change e-mail" }).click();
}

async function trySignIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("an e-mail address changes once both mailboxes agree, and only then", async ({ page }) => {
  const before = await signUp(page);
  const after = `${randomUUID()}@cineverse.test`;
  await askFor(page, after);
  await expect(page.getByText("Follow the links we mailed to both addresses.")).toBeVisible();

  // The old mailbox is told which address is to follow: whoever did not ask for it has to hear of it there.
  expect((await newestMail(page, before, /about to change/)).text).toContain(after);
  await page.goto(await newestLink(page, after));
  await expect(page.getByText("That was the first of two.")).toBeVisible();
  await page.goto("/settings/account");
  await expect(page.getByText(`You sign in with ${before}.`)).toBeVisible();

  await page.goto(await newestLink(page, before, /about to change/));
  await expect(page.getByText("Your address is changed.")).toBeVisible();
  await expect(page.getByText(`You sign in with ${after}.`)).toBeVisible();

  await page.goto(await newestLink(page, after));
  await expect(page.getByText("That link has expired or was used already.")).toBeVisible();

  await signOut(page);
  await trySignIn(page, before);
  await expect(page.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();
  await trySignIn(page, after);
  await expect(page.getByRole("button", { name: "Account menu of Mai" })).toBeVisible();
});

test("without the password no address is changed and nobody is mailed", async ({ page }) => {
  await signUp(page);
  const wanted = `${randomUUID()}@cineverse.test`;
  await askFor(page, wanted, "not the password");
  await expect(page.getByText("That is not your current password.")).toBeVisible();
  await expect(page.getByLabel("New e-mail")).toHaveValue(wanted);
  const answer = await page.request.get(`${process.env.MAIL_CATCHER_URL}/api/messages?to=${wanted}`);
  expect(await answer.json()).toEqual([]);
});
