import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { createTransport } from "nodemailer";
import { renderMail } from "../../supabase/embedded/auth/mails/template";

const { MAIL_CATCHER_URL: catcher = "", SMTP_URL = "" } = process.env;

const link = "http://localhost:1/auth/v1/verify?token=abc&type=signup";

async function send(to: string): Promise<void> {
  const mail = renderMail({ kind: "confirmation", locale: "vi", link, code: "482913" });
  await createTransport(SMTP_URL).sendMail({ from: "no-reply@cineverse.test", to, ...mail });
}

test("a caught mail appears by itself and is read as its reader sees it", async ({ page }) => {
  const to = `${randomUUID()}@cineverse.test`;
  await page.goto(catcher);
  await send(to);
  const entry = page.getByRole("link", { name: to });
  await entry.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Xác nhận địa chỉ email của bạn" })).toBeVisible();
  const mail = page.frameLocator("iframe");
  await expect(mail.getByRole("link", { name: "Xác nhận địa chỉ" })).toBeVisible();
  await expect(mail.getByText("482913")).toBeVisible();
  await page.getByText("As plain text").click();
  await expect(page.locator("pre")).toContainText("Hoặc nhập mã này: 482913");
});

async function violations(page: Page, step: string): Promise<string[]> {
  // No script runs inside the frame of a mail, not even the checker's: mails are checked by themselves.
  const builder = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).exclude("iframe");
  const { violations: found } = await builder.analyze();
  return found.map(({ id, nodes }) => `${step}: ${id} ${nodes[0]?.html}`);
}

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`on a narrow phone in the ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 700 } });

    test("the mail catcher and the mails hold to WCAG AA and fit", async ({ page }) => {
      const to = `${randomUUID()}@cineverse.test`;
      await send(to);
      await page.goto(catcher);
      expect(await violations(page, "the list")).toEqual([]);
      await page.getByRole("link", { name: to }).click();
      await expect(page.getByRole("link", { name: "All mails" })).toBeVisible();
      expect(await violations(page, "a mail")).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      for (const kind of ["confirmation", "email_change_current", "reauthentication"] as const) {
        await page.goto("about:blank");
        await page.setContent(renderMail({ kind, locale: "vi", link, code: "482913" }).html);
        expect(await violations(page, kind)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      }
    });
  });
}
