import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as browse } from "@/app/api/catalogue/browse/route";
import { GET as search } from "@/app/api/catalogue/search/route";
import { GET as listPage } from "@/app/api/library/lists/[list]/route";
import { Browser } from "@/tests/fixtures/browser";
import { addMovie } from "@/tests/fixtures/database";
import { libraryWrites } from "@/tests/fixtures/library-calls";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

const genre = `g${randomUUID().replaceAll("-", "").slice(0, 16)}`;
let movieId = "";
let basic: Browser;
let premium: Browser;
const viewers = new Map<Browser, string>();

beforeAll(async () => {
  const words = { title: `Vault ${genre}`, maturity_rating: 0, access_level: "premium" };
  movieId = await addMovie(sql, words);
  await sql`update public.movies set genres = ${[genre]} where id = ${movieId}`;
  const [one, other] = [await household({ tier: "basic" }), await household({ tier: "premium" })];
  [basic, premium] = [one.browser, other.browser];
  for (const { browser, viewerId } of [one, other]) viewers.set(browser, viewerId);
});

afterAll(() => sql`delete from public.movies where id = ${movieId}`);

const plansIn = (cards: { neededPlan: string | null }[]) => cards.map(({ neededPlan }) => neededPlan);

async function browsed(browser: Browser) {
  const path = `/api/catalogue/browse?genre=${genre}`;
  return plansIn((await browser.call(browse, { method: "GET", path })).body.cards);
}

test("a list that is kept for everybody still names a plan only to those who lack it", async () => {
  const visitor = new Browser();
  expect(await browsed(premium)).toEqual([null]);
  expect(await browsed(visitor)).toEqual(["premium"]);
  expect(await browsed(basic)).toEqual(["premium"]);
  expect(await browsed(premium)).toEqual([null]);
});

test("suggestions know the plan of whoever types", async () => {
  const path = `/api/catalogue/search?q=${genre}`;
  for (const [browser, plan] of [
    [basic, "premium"],
    [premium, null],
  ] as const) {
    const { body } = await browser.call(search, { method: "GET", path });
    expect(plansIn(body.titles)).toEqual([plan]);
  }
});

test("so does the watchlist", async () => {
  for (const [browser, plan] of [
    [basic, "premium"],
    [premium, null],
  ] as const) {
    await libraryWrites(browser, viewers.get(browser) ?? "", { kind: "watchlist", movieId, isListed: true });
    const { body } = await browser.call(listPage, { method: "GET", params: { list: "watchlist" } });
    expect(plansIn(body.items.map(({ card }: { card: { neededPlan: string | null } }) => card))).toEqual([
      plan,
    ]);
  }
});
