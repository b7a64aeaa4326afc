import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { contrastOnScreen, findFlaws, offTheEdge, pictureCoverage } from "../fixtures/look";

const SCREENS = [
  [320, 640],
  [360, 780],
  [820, 1100],
  [1440, 900],
  [2560, 1440],
  [3840, 2160],
] as const;
const THEMES = ["dark"] as const;

/** Pages that others are made like, and the least part of the first screen that pictures carry there. */
const KEY_PAGES = [{ path: "/", coverage: 34 }];

/** Words that stand on or beside artwork, where no style sheet knows what is behind them. */
const ON_ARTWORK = ["main h1", "main h1 + ul", "header nav a:not([aria-current])", "main h1 ~ p"];
const LARGE = 3;
const SMALL = 4.5;

async function choose(context: BrowserContext, url: string, theme: string, locale = "en") {
  await context.addCookies([
    { name: "cineverse-theme", value: theme, url },
    { name: "cineverse-locale", value: locale, url },
  ]);
}

/** Everything in the first screen has come. What lies beyond the end of a row is not asked for before it is near. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(() =>
    [...document.images].every((image) => {
      const { left, top, right, bottom, width } = image.getBoundingClientRect();
      const isOnScreen = width > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
      return image.complete || !isOnScreen;
    }),
  );
}

test.use({ reducedMotion: "reduce" } as object);

for (const theme of THEMES) {
  for (const { path, coverage } of KEY_PAGES) {
    test(`${path} looks whole from a small phone to 4K (${theme})`, async ({ page, context, baseURL }) => {
      test.setTimeout(240_000);
      await choose(context, `${baseURL}`, theme);
      for (const [width, height] of SCREENS) {
        const where = `${path} at ${width} px, ${theme}`;
        await page.setViewportSize({ width, height });
        await page.goto(path);
        await settle(page);
        expect.soft(await findFlaws(page), where).toEqual([]);
        expect.soft(await offTheEdge(page), where).toEqual([]);
        expect
          .soft(await pictureCoverage(page), `${where}: hundredths of pictures`)
          .toBeGreaterThanOrEqual(coverage);
        for (const selector of ON_ARTWORK) {
          const ratio = await contrastOnScreen(page, selector);
          const least = selector === "main h1" ? LARGE : SMALL;
          if (ratio !== null)
            expect.soft(ratio, `${where}: ${selector} on what is behind it`).toBeGreaterThanOrEqual(least);
        }
      }
    });
  }
}

test("the layout grows with the screen rather than floating in it", async ({ page }) => {
  const measure = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    await page.goto("/");
    await settle(page);
    return page.evaluate(() => {
      const poster = document.querySelector(".poster-frame")?.getBoundingClientRect().width ?? 0;
      const artwork = document.querySelector("main [data-artwork]")?.getBoundingClientRect().width ?? 0;
      const type = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      return { poster: poster / innerWidth, artwork: artwork / innerWidth, type };
    });
  };
  const laptop = await measure(1440, 900);
  const wall = await measure(3840, 2160);
  expect(wall.type).toBeGreaterThan(laptop.type * 1.35);
  expect(wall.artwork).toBeGreaterThan(0.7);
  expect(wall.poster).toBeGreaterThan(laptop.poster * 0.6);
});

test.describe("with motion", () => {
  test.use({ reducedMotion: "no-preference" } as object);

  test("the poster that is pressed becomes the poster of its page", async ({ page }) => {
    await page.goto("/");
    await recordAnimations(page);
    await page.locator("main [data-rail] a").first().click();
    await expect(page).toHaveURL(/\/title\//);
    await expect.poll(() => recorded(page)).toContain("::view-transition-group(poster)");
  });
});

/** Notes what is animated from now on: parts of a view transition by their names, elements by their tags. */
function recordAnimations(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const watch = () => {
      for (const { effect } of document.getAnimations()) {
        if (!(effect instanceof KeyframeEffect)) continue;
        seen.add(effect.pseudoElement ?? effect.target?.tagName.toLowerCase() ?? "");
      }
      requestAnimationFrame(watch);
    };
    watch();
  });
}

const recorded = (page: Page) => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
