import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { needsSession } from "@/lib/platform/auth/gates";
import { emptyLists, fillLists } from "../fixtures/lists";
import { listAddresses } from "../fixtures/pages";
import { signInAs } from "../fixtures/watching";

const ADDRESSES = listAddresses();
const OWN = [
  "/",
  "/notifications",
  "/watchlist",
  "/favorites",
  "/ratings",
  "/history",
  "/hidden",
  "/title/night-bus-11",
];

// A reader whose clock and language are not the server's: what both draw has to agree all the same.
test.use({ timezoneId: "Pacific/Auckland", locale: "de-DE" });

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load"))
      errors.push(message.text());
  });
  return errors;
}

async function choose(context: BrowserContext, url: string, theme: string, locale: string) {
  await context.addCookies([
    { name: "cineverse-theme", value: theme, url },
    { name: "cineverse-locale", value: locale, url },
  ]);
}

async function look(page: Page, path: string, errors: string[]): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(path);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectNoViolations(page, path);
  expect.soft(errors, path).toEqual([]);
  errors.length = 0;
}

async function expectNoViolations(page: Page, where: string): Promise<void> {
  // Half faded in, a colour is one that nobody chose.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ timeline, effect }) => {
      const isScrolled = timeline !== document.timeline;
      return !isScrolled && Number.isFinite(effect?.getComputedTiming().endTime as number);
    });
    await Promise.all(ending.map(({ finished }) => finished.catch(() => null)));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

for (const [theme, locale] of [
  ["dark", "en"],
  ["light", "vi"],
] as const) {
  for (const path of ADDRESSES.filter((address) => !needsSession(address))) {
    test(`${path} (${theme}, ${locale}) is accessible, fits and is drawn once`, async ({
      page,
      context,
      baseURL,
    }) => {
      await choose(context, `${baseURL}`, theme, locale);
      await look(page, path, collectErrors(page));
    });
  }

  test(`so are the pages of a viewer's own (${theme}, ${locale})`, async ({ page, context, baseURL }) => {
    test.setTimeout(300_000);
    await fillLists("premium");
    await signInAs(context, "premium");
    await choose(context, `${baseURL}`, theme, locale);
    const errors = collectErrors(page);
    for (const path of OWN) await look(page, path, errors);
    await emptyLists("premium");
  });
}
