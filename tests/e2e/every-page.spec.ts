import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { emptyLists, fillLists } from "../fixtures/lists";
import { signInAs } from "../fixtures/watching";

const OPEN = [
  "/",
  "/browse?type=movie&language=en",
  "/title/the-last-keeper",
  "/title/night-bus-11",
  "/search",
  "/search?q=keeper",
  "/search?q=zzqqxx",
  "/category/drama",
  "/person/nadia-brook",
  "/person/nadia-brook?sort=title",
  "/coming-soon",
  "/collections",
  "/collections/after-dark",
  "/no/such/place",
];
const OWN = ["/", "/watchlist", "/favorites", "/ratings", "/history", "/hidden", "/title/night-bus-11"];

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
  expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(errors, path).toEqual([]);
}

for (const [theme, locale] of [
  ["dark", "en"],
  ["light", "vi"],
] as const) {
  for (const path of OPEN) {
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
    test.setTimeout(180_000);
    await fillLists("premium");
    await signInAs(context, "premium");
    await choose(context, `${baseURL}`, theme, locale);
    const errors = collectErrors(page);
    for (const path of OWN) await look(page, path, errors);
    await emptyLists("premium");
  });
}
