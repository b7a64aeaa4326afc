import sharp from "sharp";
import { expectNoViolations } from "../fixtures/axe";
import { connect } from "../fixtures/database";
import { codeOf } from "../fixtures/totp";
import { expect, password, signUp, test } from "./account-steps";

// Pages and dialogs that only somebody in a state of their own ever sees.
test.setTimeout(150_000);

const PIN = "2468";
const sql = connect(1);

test.afterAll(() => sql.end());

for (const theme of ["dark", "light"]) {
  test(`what guards an account is accessible, step by step (${theme})`, async ({ page }) => {
    const email = await signUp(page);
    const headers = { origin: new URL(page.url()).origin };
    const post = async (path: string, data: object) => {
      const answer = await page.request.post(path, { headers, data });
      expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
      return answer.json();
    };
    const dialog = page.getByRole("dialog");
    const look = (where: string) => expectNoViolations(page, `${where} (${theme})`);
    await post("/api/preferences", { theme, locale: "en" });
    const viewer = { name: "Bi", isKids: false, maturityLimit: 16, language: "en", autoplayNext: true };
    const { id } = (await post("/api/viewers", viewer)) as { id: string };
    const locked = await page.request.put(`/api/viewers/${id}/pin`, { headers, data: { pin: PIN } });
    expect(locked.ok()).toBe(true);

    await page.goto("/viewers");
    await look("who is watching");
    await page.getByRole("button", { name: /^Bi/ }).click();
    await expect(dialog.getByLabel("PIN")).toBeVisible();
    await look("the PIN");
    await dialog.getByLabel("PIN").fill("1357");
    await dialog.getByRole("button", { name: "Watch as Bi" }).click();
    await expect(dialog.getByText("That is not the PIN. Try again.")).toBeVisible();
    await look("a wrong PIN");
    await dialog.getByRole("button", { name: "Forgot the PIN?" }).click();
    await look("a PIN that was forgotten");

    await page.goto("/settings/viewers");
    for (const name of ["Edit Bi", "Change the PIN of Bi", "Remove Bi", "Add a viewer"]) {
      await page.getByRole("button", { name }).click();
      await expect(dialog).toBeVisible();
      await look(name);
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
    }

    await page.goto("/settings");
    await page.getByRole("button", { name: /^Picture of/ }).click();
    await expect(dialog.getByRole("button", { name: "Fox" })).toBeVisible();
    await look("faces");
    const photo = { width: 900, height: 600, channels: 3, background: "#2a6" } as const;
    const buffer = await sharp({ create: photo }).jpeg().toBuffer();
    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer });
    await expect(dialog.getByRole("slider", { name: "Zoom" })).toBeVisible();
    await look("a photo to be cut");

    const begun = (await post("/api/account/second-step", { password })) as Record<string, string>;
    const { factorId, secret = "" } = begun;
    await post("/api/account/second-step/confirm", { factorId, code: codeOf(secret) });
    await page.goto("/settings/security");
    await look("a second step that is on");
    for (const name of ["New recovery codes", "Turn it off"]) {
      await page.getByRole("button", { name }).click();
      await expect(dialog).toBeVisible();
      await look(name);
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
    }
    await page.goto("/settings/account");
    await page.getByRole("button", { name: "Delete the account…" }).click();
    await expect(dialog).toBeVisible();
    await look("deleting the account");

    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("something else entirely");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await look("a sign-in that was refused");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in\/code/);
    await look("the second step of signing in");
    await page.getByRole("link", { name: "I do not have my device" }).click();
    await look("a recovery code");
  });

  test(`whoever is about to leave is asked to stay accessibly (${theme})`, async ({ page }) => {
    await signUp(page);
    const headers = { origin: new URL(page.url()).origin };
    await page.request.post("/api/preferences", { headers, data: { theme, locale: "en" } });
    const asked = await page.request.post("/api/account/deletion", { headers, data: { password } });
    expect(asked.ok(), `${asked.status()}`).toBe(true);
    await page.goto("/keep-account");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shall your account stay?");
    await expectNoViolations(page, `/keep-account (${theme})`);
  });

  test(`whoever is suspended is told so accessibly (${theme})`, async ({ page, context, baseURL }) => {
    const suspend = (until: Date | null) => sql`
      update public.user_accounts set suspended_until = ${until}
      where user_id = (select id from auth.users where email = 'creator@cineverse.test')`;
    await suspend(new Date(Date.now() + 7 * 86_400_000));
    try {
      await context.addCookies([{ name: "cineverse-theme", value: theme, url: `${baseURL}` }]);
      await page.goto("/sign-in");
      await page.getByLabel("E-mail").fill("creator@cineverse.test");
      await page.getByLabel("Password", { exact: true }).fill("cineverse-demo");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).not.toHaveURL(/sign-in/);
      await page.goto("/suspended");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account is suspended");
      await expectNoViolations(page, `/suspended (${theme})`);
    } finally {
      await suspend(null);
    }
  });
}
