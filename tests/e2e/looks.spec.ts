import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { emptyLists, fillLists } from "../fixtures/lists";
import {
  contrastOnScreen,
  findFlaws,
  offTheEdge,
  pictureCoverage,
  tooSmallForFingers,
} from "../fixtures/look";
import { signInAs } from "../fixtures/watching";

const SCREENS = [
  [320, 640],
  [360, 780],
  [820, 1100],
  [1440, 900],
  [2560, 1440],
  [3840, 2160],
] as const;
/** Where words are longest and pictures brightest, on the sizes that most people have. */
const USUAL_SCREENS = SCREENS.filter(([width]) => [360, 820, 1440].includes(width));
const THEMES = ["dark", "light"] as const;

/** Pages that others are made like, and the least part of the first screen that pictures carry there. */
const KEY_PAGES = [
  { path: "/", coverage: 34 },
  { path: "/title/the-last-keeper", coverage: 28 },
  { path: "/title/night-bus-11", coverage: 28 },
  { path: "/browse", coverage: 22 },
  { path: "/category/drama", coverage: 8 },
  { path: "/person/nadia-brook", coverage: 4 },
  { path: "/search?q=keeper", coverage: 3 },
  { path: "/no/such/place", coverage: 4 },
];

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
  await page.waitForLoadState("networkidle");
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
      await choose(context, `${baseURL}`, theme, theme === "dark" ? "en" : "vi");
      for (const [width, height] of theme === "dark" ? SCREENS : USUAL_SCREENS) {
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

test.describe("under a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 780 } });

  for (const path of [
    "/",
    "/browse",
    "/title/night-bus-11",
    "/search?q=keeper",
    "/sign-in",
    "/no/such/place",
  ])
    test(`${path} has nothing that is too small to hit`, async ({ page }) => {
      await page.goto(path);
      await settle(page);
      expect(await tooSmallForFingers(page)).toEqual([]);
    });
});

test.describe("in colours of one's own", () => {
  test.use({ forcedColors: "active" } as object);

  test("what has the focus is ringed, and buttons keep an edge", async ({ page }) => {
    await page.goto("/");
    const card = page.locator("main [data-rail] a").first();
    await card.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    const ring = await card.evaluate((element) => {
      const style = getComputedStyle(element.querySelector(".poster-frame") ?? element);
      return { style: style.outlineStyle, width: Number.parseFloat(style.outlineWidth) };
    });
    expect(ring.style).not.toBe("none");
    expect(ring.width).toBeGreaterThanOrEqual(2);
    const edge = await page
      .getByRole("main")
      .getByRole("link", { name: "Play" })
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth));
    expect(edge).toBeGreaterThan(0);
  });
});

test("at twice the size everything is still there and nothing runs off the side", async ({ page }) => {
  // 200 % on a laptop of 1280 pixels is a page of 640; text alone enlarged is a root size of 200 %.
  for (const path of ["/", "/title/night-bus-11", "/browse", "/sign-in"]) {
    await page.setViewportSize({ width: 640, height: 400 });
    await page.goto(path);
    await settle(page);
    expect(await findFlaws(page), path).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, `${path} with large text`).toBeLessThanOrEqual(0);
  }
});

test("nothing moves for somebody who asked for stillness", async ({ page }) => {
  await page.goto("/");
  await page.locator("main [data-rail] a").first().click();
  await expect(page).toHaveURL(/\/title\//);
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1).length,
  );
  expect(moving).toBe(0);
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

  test("the poster of a title flies back to its card", async ({ page }) => {
    await page.goto("/");
    await page.locator("main [data-rail] a").first().click();
    await expect(page).toHaveURL(/\/title\//);
    await expect(page.locator("main header .carried-poster")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { flights: seen });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLElement && "flight" in node.dataset) seen.push(node.style.width);
      }).observe(document.body, { childList: true });
    });
    await page.goBack();
    await expect(page).toHaveURL("/");
    expect(await page.evaluate(() => (window as unknown as { flights: string[] }).flights)).toHaveLength(1);
    await expect(page.locator("[data-flight]")).toHaveCount(0);
    await expect(page.locator("main [data-rail] .poster-frame").first()).toHaveCSS("opacity", "1");
  });

  test("what is taken off a list leaves, and the others close the gap", async ({ page, context }) => {
    await fillLists("premium");
    await signInAs(context, "premium");
    await page.goto("/watchlist");
    const entries = page.locator("main li:has(> [data-title-id])");
    const count = await entries.count();
    await entries.first().hover();
    await recordAnimations(page);
    await entries
      .first()
      .getByRole("button", { name: /from your watchlist/ })
      .click();
    await expect(entries).toHaveCount(count - 1);
    await expect.poll(() => recorded(page)).toContain("li");
    await emptyLists("premium");
  });

  test("a sheet on a phone rises, and is flung away by its handle", async ({ page, context }) => {
    await signInAs(context, "premium");
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("/settings/viewers");
    await page.getByRole("button", { name: "Add a viewer" }).click();
    const sheet = page.getByRole("dialog");
    await expect(sheet).toBeVisible();
    await expect.poll(async () => Math.round((await sheet.boundingBox())?.y ?? 0)).toBeLessThan(500);
    const resting = async () => {
      const before = (await sheet.boundingBox())?.y;
      await page.evaluate(() => new Promise(requestAnimationFrame));
      return (await sheet.boundingBox())?.y === before;
    };
    await expect.poll(resting).toBe(true);
    const box = await sheet.boundingBox();
    await page.mouse.move(180, (box?.y ?? 0) + 14);
    await page.mouse.down();
    await page.mouse.move(180, (box?.y ?? 0) + 120, { steps: 4 });
    await page.mouse.move(180, (box?.y ?? 0) + 320, { steps: 4 });
    await page.mouse.up();
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Add a viewer" })).toBeFocused();
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
