import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { needsSession } from "@/lib/platform/auth/gates";
import { expectNoViolations } from "../fixtures/axe";
import { emptyLists, fillLists } from "../fixtures/lists";
import { listAddresses } from "../fixtures/pages";
import { signInAs } from "../fixtures/watching";

const ADDRESSES = listAddresses();
/** Pages that are drawn for a visitor too, and hold more for a viewer. */
const MORE_FOR_VIEWERS = ["/", "/coming-soon", "/title/night-bus-11"];

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
  // In the letters that it is set in, not in those that stand for them until these have come.
  const overflow = await page.evaluate(async () => {
    await document.fonts.ready;
    return document.documentElement.scrollWidth - window.innerWidth;
  });
  expect.soft(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectNoViolations(page, path);
  expect.soft(errors, path).toEqual([]);
  errors.length = 0;
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

  test(`so is every page of a viewer's own (${theme}, ${locale})`, async ({ page, context, baseURL }) => {
    test.setTimeout(300_000);
    await fillLists("premium");
    await signInAs(context, "premium");
    await choose(context, `${baseURL}`, theme, locale);
    const errors = collectErrors(page);
    const own = ADDRESSES.filter((address) => needsSession(address) && !address.startsWith("/watch/"));
    for (const path of [...own, ...MORE_FOR_VIEWERS]) await look(page, path, errors);
    await emptyLists("premium");
  });
}
