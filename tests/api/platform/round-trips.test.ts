import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetCatalogue } from "@/lib/catalogue/import/forget-catalogue";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { type CountedSite, startCountedSite } from "@/tests/fixtures/counted-site";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

const MOST_ROUND_TRIPS = 3;
let site: CountedSite;
let film: { id: string; slug: string };
let series: { slug: string };
let person: { slug: string };
let category: { slug: string };

beforeAll(async () => {
  site = await startCountedSite();
  const published = sql`status = 'published' and maturity_rating <= 12 and asset_id is not null`;
  [film, series, person, category] = await Promise.all([
    one<{ id: string; slug: string }>(sql`select id, slug from public.movies where ${published} limit 1`),
    one<{ slug: string }>(
      sql`select slug from public.movies where type = 'series' and status = 'published' limit 1`,
    ),
    one<{ slug: string }>(sql`select slug from public.people order by slug limit 1`),
    one<{ slug: string }>(sql`select slug from public.categories order by slug limit 1`),
  ]);
}, 60_000);
afterAll(() => site.close());

async function one<Row>(query: PromiseLike<readonly unknown[]>): Promise<Row> {
  const [row] = await query;
  if (!row) throw new Error("The demo catalogue is not there.");
  return row as Row;
}

const pages = (): string[] => [
  "/",
  "/browse",
  "/browse?genre=Drama&sort=title",
  `/title/${film.slug}`,
  `/title/${series.slug}`,
  `/person/${person.slug}`,
  `/category/${category.slug}`,
  "/search",
  "/search?q=caravan",
  "/search?q=zzqqxx",
  "/coming-soon",
  "/collections",
  "/collections/after-dark",
];
const ownPages = (): string[] => [
  ...pages(),
  "/favorites",
  "/watchlist",
  "/ratings",
  "/hidden",
  "/history",
  `/watch/${film.slug}`,
  "/settings",
  "/settings/viewers",
];

const NOTICED_MS = 3_000;

/** Opens a page with nothing kept in Redis, as the first person after a change of the catalogue does. */
async function roundTrips(
  address: string,
  cookies = new Map<string, string>(),
  userId = "",
): Promise<string[]> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const open = async () => {
    const answer = await fetch(`${site.url}${address}`, {
      headers: { accept: "text/html", cookie },
      redirect: "manual",
    });
    await answer.text();
    expect(`${answer.status} ${address}`).toBe(`200 ${address}`);
  };
  // The keys of the Auth server are fetched once per process, not per page.
  await open();
  await Promise.all([forgetCatalogue(), forgetHousehold(userId)]);
  site.takeRequests();
  // A visitor's page is kept whole, and looks once a second whether what it shows has changed.
  for (const end = Date.now() + NOTICED_MS; ; ) {
    await open();
    const requests = site.takeRequests();
    if (requests.length > 0 || Date.now() > end) return requests;
  }
}

describe("a page asks the database", { timeout: 120_000 }, () => {
  test("at most three times for a visitor", async () => {
    for (const address of pages()) {
      const requests = await roundTrips(address);
      expect(requests.length, `${address}: ${requests.join(", ")}`).toBeLessThanOrEqual(MOST_ROUND_TRIPS);
      expect(requests.length, address).toBeGreaterThan(0);
    }
  });

  test("at most three times for somebody signed in, and never the Auth server", async () => {
    const { browser, id: userId, viewerId } = await household();
    await sql`
      insert into public.viewing_history (user_id, viewer_profile_id, movie_id, progress_seconds, duration_seconds)
      values (${userId}, ${viewerId}, ${film.id}, 12, 60)
    `;
    await sql`insert into public.hidden_movies (user_id, viewer_profile_id, movie_id) values (${userId}, ${viewerId}, ${film.id})`;
    for (const address of ownPages()) {
      const requests = await roundTrips(address, browser.cookies, userId);
      expect(requests.length, `${address}: ${requests.join(", ")}`).toBeLessThanOrEqual(MOST_ROUND_TRIPS);
      expect(
        requests.filter((request) => request.includes("/auth/")),
        address,
      ).toEqual([]);
    }
  });
});
