// Search as it is felt: from a key that goes down in a real browser to the frame that shows the answer to what then stands
// in the field, the pause for typing, the way to the server and the drawing included. Letter by letter, each waited for, at
// a typist's pace. Needs a filled, running copy; prints JSON.
import type { Page } from "@playwright/test";
import { Pool } from "pg";
import { env, requireEnv } from "@/lib/platform/env";
import { launchBrowser } from "./browser";
import { printReport, spread } from "./figures";
import { seededRandom } from "./random";
import { drawQueries } from "./traffic";

const QUERIES = 40;
const LONGEST_QUERY = 14;
const BETWEEN_KEYS_MS = 120;
const ANSWER_WITHIN_MS = 3_000;

type Felt = { milliseconds: number; letter: number };

const random = seededRandom(91);
const part = () => Math.floor(random() * 254) + 1;

async function chooseQueries(): Promise<string[]> {
  const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });
  try {
    const { rows } = await pool.query<{ title: string }>(
      `select title from public.movies where status = 'published' and maturity_rating <= 16 order by md5(slug) limit 600`,
    );
    const drawn = drawQueries(
      rows.map(({ title }) => title),
      random,
    );
    return drawn.slice(0, QUERIES).map((query) => query.slice(0, LONGEST_QUERY).trim());
  } finally {
    await pool.end();
  }
}

/** In the page: what the panel says to screen readers is empty until the answer to the newest letter is drawn. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const felt: { keyAt: number; shownAt: number | null } = { keyAt: 0, shownAt: null };
    Object.assign(window, { felt });
    document.addEventListener(
      "keydown",
      () => {
        felt.keyAt = performance.now();
        felt.shownAt = null;
      },
      { capture: true },
    );
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      felt.shownAt ??= performance.now();
    };
    new MutationObserver(() => {
      const isAnswered = document.querySelector("header search [role=status]")?.textContent !== "";
      // Behind the frame that has been drawn with it.
      if (isAnswered && felt.shownAt === null) requestAnimationFrame(() => painted.port2.postMessage(null));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

async function pressAndWait(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key === " " ? "Space" : key);
  const handle = await page.waitForFunction(
    () => {
      const { felt } = window as unknown as { felt: { keyAt: number; shownAt: number | null } };
      return felt.shownAt !== null && { milliseconds: felt.shownAt - felt.keyAt };
    },
    undefined,
    { timeout: ANSWER_WITHIN_MS, polling: 20 },
  );
  const answer = await handle.jsonValue();
  return answer ? answer.milliseconds : Number.NaN;
}

async function typeQuery(page: Page, query: string): Promise<Felt[]> {
  const field = page.getByRole("banner").getByRole("combobox");
  await field.fill("");
  await page.waitForTimeout(BETWEEN_KEYS_MS);
  const felt: Felt[] = [];
  for (const [letter, key] of [...query].entries()) {
    // A space alone asks for nothing new.
    if (key === " ") await page.keyboard.press("Space");
    else felt.push({ letter, milliseconds: await pressAndWait(page, key) });
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  return felt;
}

const browser = await launchBrowser();
try {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const queries = await chooseQueries();
  await page.goto(env().SITE_URL);
  await page.waitForLoadState("networkidle");
  await page.getByRole("banner").getByRole("combobox").click();
  await watchFrames(page);
  const all: Felt[] = [];
  for (const query of queries) {
    // An address of its own: the limit is per person, and this stands for many.
    await context.setExtraHTTPHeaders({ "x-forwarded-for": `10.${part()}.${part()}.${part()}` });
    all.push(...(await typeQuery(page, query)));
  }
  const felt = spread(all.map(({ milliseconds }) => milliseconds));
  const first = spread(all.filter(({ letter }) => letter === 0).map(({ milliseconds }) => milliseconds));
  printReport({
    figures: { queries: queries.length, felt, first },
    rows: [
      ["search, key to picture, p50 / p95", `${felt.p50Ms} / ${felt.p95Ms}`, "ms"],
      ["search, first letter to picture, p50 / p95", `${first.p50Ms} / ${first.p95Ms}`, "ms"],
    ],
  });
} finally {
  await browser.close();
}
