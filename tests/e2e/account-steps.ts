import { randomUUID } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";

const catcher = process.env.MAIL_CATCHER_URL ?? "";
export const password = "a long enough sentence";
export { expect };

/** Each test is somebody at an address of their own, so that the limits of one do not meet another. */
export const test = base.extend({
  extraHTTPHeaders: async ({ browserName: _ }, use) => {
    const bytes = randomUUID().match(/[0-9a-f]{2}/g) ?? [];
    const [a, b, c] = bytes.map((byte) => Number.parseInt(byte, 16));
    await use({ "x-forwarded-for": `10.${a}.${b}.${c}` });
  },
});

export type Mail = { subject: string; text: string };

/** The newest mail to an address whose subject fits, waited for. */
export async function newestMail(page: Page, address: string, subject = /./): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(async () => {
      const answer = await page.request.get(`${catcher}/api/messages?to=${encodeURIComponent(address)}`);
      found = ((await answer.json()) as Mail[]).find((mail) => subject.test(mail.subject));
      return found?.subject ?? "";
    })
    .not.toBe("");
  return found as Mail;
}

export async function newestLink(page: Page, address: string, subject = /./): Promise<string> {
  const { text } = await newestMail(page, address, subject);
  return /https?:\/\/\S+\/verify\?\S+/.exec(text)?.[0] ?? "";
}

export async function signUp(page: Page, name = "Mai"): Promise<string> {
  const email = `${randomUUID()}@cineverse.test`;
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await page.goto(await newestLink(page, email));
  await expect(page.getByRole("button", { name: `Account menu of ${name}` })).toBeVisible();
  return email;
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account menu of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
}
