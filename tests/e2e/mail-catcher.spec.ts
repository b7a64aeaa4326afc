import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { createTransport } from "nodemailer";
import { renderMail } from "../../supabase/embedded/auth/mails/template";

const { MAIL_CATCHER_URL: catcher = "", SMTP_URL = "" } = process.env;

async function send(to: string): Promise<void> {
  const link = "http://localhost:1/auth/v1/verify?token=abc&type=signup";
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

for (const colorScheme of ["dark", "light"] as const) {
  test(`the mail catcher and a mail hold to WCAG AA on a narrow phone in the ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    const to = `${randomUUID()}@cineverse.test`;
    await send(to);
    await page.goto(catcher);
    for (const step of ["the list", "a mail"]) {
      if (step === "a mail") await page.getByRole("link", { name: to }).click();
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
      expect(violations.map(({ id, nodes }) => `${step}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
    await context.close();
  });
}
