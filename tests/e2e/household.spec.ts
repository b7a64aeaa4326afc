import { randomUUID } from "node:crypto";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { codeOf } from "../fixtures/totp";
import { newestMail, password, signOut, signUp, test } from "./account-steps";

// Whole journeys, each of several pages and mails.
test.setTimeout(240_000);

type Added = { name: string; isKids?: boolean; language?: string };

/** Adds somebody to the household of who is signed in; answers their id. */
async function addViewer(page: Page, { name, isKids = false, language = "en" }: Added): Promise<string> {
  const answer = await page.request.post("/api/viewers", {
    headers: { origin: new URL(page.url()).origin },
    data: { name, isKids, maturityLimit: isKids ? 7 : 16, language, autoplayNext: true },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** As if the browser had been closed: what it keeps only for a session is gone. */
async function reopenBrowser(context: BrowserContext): Promise<void> {
  const kept = (await context.cookies()).filter(({ expires }) => expires > 0);
  await context.clearCookies();
  await context.addCookies(kept);
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const EMPTY = "Nothing on your watchlist yet";

/** Stays as long as the document does. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isSameDocument: true }));
const isSameDocument = (page: Page) => page.evaluate(() => "isSameDocument" in window);

/** As the settings do; answers one of the recovery codes. */
async function setUpSecondStep(page: Page): Promise<string> {
  const headers = { origin: new URL(page.url()).origin };
  const begun = await page.request.post("/api/account/second-step", { headers, data: { password } });
  const { factorId, secret } = (await begun.json()) as { factorId: string; secret: string };
  const data = { factorId, code: codeOf(secret) };
  const done = await page.request.post("/api/account/second-step/confirm", { headers, data });
  return ((await done.json()) as { recoveryCodes: string[] }).recoveryCodes[0] ?? "";
}

test("somebody sets up a second step, signs in with it, and half a sign-in opens nothing", async ({
  page,
}) => {
  const email = await signUp(page);
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Set it up" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current password").fill(password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("img", { name: "QR code with the key" })).toBeVisible();
  const secret = ((await dialog.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await dialog.getByLabel("Code of your app").fill("000000");
  await dialog.getByRole("button", { name: "Turn it on" }).click();
  await expect(dialog.getByText("That code is wrong")).toBeVisible();
  await dialog.getByLabel("Code of your app").fill(codeOf(secret));
  await dialog.getByRole("button", { name: "Turn it on" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(10);
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes left")).toBeVisible();
  await newestMail(page, email, /Two-step sign-in is on/);

  await signOut(page);
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
  await page.goto("/history");
  await expect(page).toHaveURL(/\/sign-in\/code\?next=%2Fhistory$/);
  await page.getByLabel("Code of your app").fill(codeOf(secret, 1));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/history$/);
});

test("whoever has lost the device signs in with a recovery code, once, and may set up another", async ({
  page,
}) => {
  const email = await signUp(page);
  const recoveryCode = await setUpSecondStep(page);
  await signOut(page);
  await signIn(page, email);
  await page.getByRole("link", { name: "I do not have my device" }).click();
  await page.getByLabel("Recovery code").fill(recoveryCode);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("button", { name: "Account menu of Mai" })).toBeVisible();
  await page.goto("/settings/security");
  await expect(page.getByRole("button", { name: "Set it up" })).toBeVisible();
});

test("a household is asked who is watching, by arrow keys, and each sees their language", async ({
  page,
  context,
}) => {
  await signUp(page);
  await addViewer(page, { name: "Bi", language: "vi" });
  await reopenBrowser(context);
  await page.goto("/browse");
  await expect(page).toHaveURL(/\/viewers\?next=%2Fbrowse$/);
  await mark(page);
  await expect(page.getByRole("button", { name: "Mai" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Bi" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/browse$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  await page.getByRole("button", { name: /Bi$/ }).click();
  await page.getByRole("menuitem", { name: "Mai" }).click();
  await expect(page.getByRole("button", { name: "Account menu of Mai" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveURL(/\/browse$/);
  expect(await isSameDocument(page)).toBe(true);
});

test("nothing of one viewer is seen by the next, in this tab or in another", async ({ page, context }) => {
  await signUp(page);
  await addViewer(page, { name: "Bi" });
  await page.goto("/title/the-last-keeper");
  const title = "The Last Keeper";
  await page
    .getByRole("button", { name: /watchlist/i })
    .first()
    .click();
  await page.goto("/watchlist");
  await expect(page.getByRole("main").getByText(title).first()).toBeVisible();
  const other = await context.newPage();
  await other.goto("/watchlist");
  await expect(other.getByRole("main").getByText(title).first()).toBeVisible();

  // Writes down whether anything but an empty list was to be seen beside the other viewer's name, curtain or not.
  await page.evaluate((text) => {
    const seen = { isLeaked: false };
    Object.assign(window, { seen });
    const look = () => {
      const isNext = document.querySelector('[aria-label="Account menu of Bi"]') !== null;
      const isEmpty = document.querySelector("main")?.textContent?.includes(text);
      if (isNext && !isEmpty) seen.isLeaked = true;
      requestAnimationFrame(look);
    };
    look();
  }, EMPTY);
  await mark(page);
  await page.getByRole("button", { name: "Account menu of Mai" }).click();
  await page.getByRole("menuitem", { name: "Bi" }).click();
  await expect(page.getByRole("button", { name: "Account menu of Bi" })).toBeVisible();
  await expect(page.getByText(EMPTY)).toBeVisible();
  await expect(other.getByRole("button", { name: "Account menu of Bi" })).toBeVisible();
  await expect(other.getByText(EMPTY)).toBeVisible();
  const isLeaked = await page.evaluate(
    () => (window as unknown as { seen: { isLeaked: boolean } }).seen.isLeaked,
  );
  expect(isLeaked).toBe(false);
  expect(await isSameDocument(page)).toBe(true);
  await page.goto("/title/the-last-keeper");
  await expect(page.getByRole("button", { name: "Add to watchlist" }).first()).toBeVisible();
});

test("a device that is signed out from afar says so at its next step", async ({ page, browser }) => {
  const email = await signUp(page);
  const far = await (await browser.newContext()).newPage();
  await signIn(far, email);
  await expect(far.getByRole("button", { name: "Account menu of Mai" })).toBeVisible();
  const mail = await newestMail(page, email, /new device/);
  expect(mail.text).toMatch(/Chrome · \w+, place unknown, .* UTC\./);

  await page.goto("/settings/security");
  const row = page.getByRole("listitem").filter({ hasNotText: "This device" });
  await row.getByRole("button", { name: /Sign out/ }).click();
  await expect(page.getByText("That device is signed out.")).toBeVisible();
  await far.getByRole("link", { name: "Browse" }).first().click();
  await expect(far).toHaveURL(/\/sign-in\?/);
  await expect(far.getByText("You were signed out on this device.")).toBeVisible();
  await far.goto("/");
  await expect(far).toHaveURL(/\/$/);
  await far.context().close();
});

test("an account that asked to be deleted says so on every page, and is kept at one press", async ({
  page,
}) => {
  const email = await signUp(page);
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Delete the account…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current password").fill("not this");
  await dialog.getByRole("button", { name: "Delete everything in a week" }).click();
  await expect(dialog.getByText("That is not your current password.")).toBeVisible();
  await dialog.getByLabel("Current password").fill(password);
  await dialog.getByRole("button", { name: "Delete everything in a week" }).click();
  await expect(page.getByText(/This account will be deleted on/)).toBeVisible();
  await newestMail(page, email, /will be deleted/);
  await signOut(page);
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "Shall your account stay?" })).toBeVisible();
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText(/This account will be deleted on/)).toHaveCount(0);
  await newestMail(page, email, /stays/);
});

test("one's data is saved as a file, after the password", async ({ page }) => {
  const email = await signUp(page);
  await page.goto("/settings/account");
  const form = page.locator('form[action="/api/account/data"]');
  await form.getByLabel("Current password").fill("not this");
  await form.getByRole("button", { name: "Download my data" }).click();
  await expect(page.getByText("That is not your current password.")).toBeVisible();
  await form.getByLabel("Current password").fill(password);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    form.getByRole("button", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^cineverse-.*\.json$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(JSON.parse(Buffer.concat(chunks).toString()).signIn.email).toBe(email);
});

test("a picture is chosen from ours, or cut out of a photo with the keyboard", async ({ page }) => {
  await signUp(page);
  await page.goto("/settings/viewers");
  await page.getByRole("button", { name: /^Picture of Mai/ }).click();
  const dialog = page.getByRole("dialog", { name: "Picture of Mai" });
  await dialog.getByRole("button", { name: "Fox" }).click();
  await expect(page.getByText("The picture is saved.")).toBeVisible();
  await expect(page.getByRole("banner").locator('img[src*="/faces/fox.svg"]')).toBeVisible();

  await page.getByRole("button", { name: /^Picture of Mai/ }).click();
  const photo = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#2a6" } })
    .jpeg()
    .toBuffer();
  await dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: `${randomUUID()}.jpg`, mimeType: "image/jpeg", buffer: photo });
  await dialog.getByRole("slider", { name: "Zoom" }).press("ArrowRight");
  await dialog.getByRole("button", { name: "Use this part" }).click();
  await expect(page.getByRole("banner").locator('img[src*="avatars"]')).toBeVisible();
});

test("two of a household in two browsers have lists, histories and ratings of their own", async ({
  page,
  browser,
}) => {
  const email = await signUp(page);
  const viewerId = await addViewer(page, { name: "Bi" });
  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, email);
  await theirs.getByRole("button", { name: "Bi" }).click();
  await expect(theirs.getByRole("button", { name: "Account menu of Bi" })).toBeVisible();
  expect(viewerId).not.toBe("");

  await page.goto("/title/the-last-keeper");
  await page
    .getByRole("button", { name: /watchlist/i })
    .first()
    .click();
  await page.goto("/watch/the-last-keeper");
  await expect(page.locator("video")).toBeVisible();
  for (const path of ["/watchlist", "/history", "/favorites"]) {
    await theirs.goto(path);
    await expect(
      theirs.getByRole("main").getByRole("heading", { level: 2, name: /^Nothing|^No / }),
    ).toBeVisible();
  }
  await page.goto("/watchlist");
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /Last Keeper/ })
      .first(),
  ).toBeVisible();
  await theirs.context().close();
});
