import { describe, expect, test } from "vitest";
import { GET as home } from "@/app/api/catalogue/home/route";
import type { LaterRows } from "@/lib/catalogue/schema";
import { Browser } from "@/tests/fixtures/browser";
import { libraryWrites } from "@/tests/fixtures/library-calls";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

async function rowsFor(browser = new Browser()): Promise<LaterRows> {
  const { status, body, headers } = await browser.call(home, { method: "GET", path: "/api/catalogue/home" });
  expect([status, headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  return body;
}
const titlesOf = ({ rails, leaving, coming }: LaterRows) =>
  [...rails.flatMap(({ cards }) => cards), ...leaving, ...coming].map(({ id }) => id);

describe("the later rows of home", () => {
  test("are there for a visitor, who sees nothing above the limit of visitors in them", async () => {
    const rows = await rowsFor();
    expect(rows.rails.length).toBeGreaterThan(1);
    const above = await sql`select id from public.movies where maturity_rating > 16`;
    expect(above.length).toBeGreaterThan(0);
    const shown = new Set(titlesOf(rows));
    expect(above.filter(({ id }) => shown.has(id))).toEqual([]);
  });

  test("leave out what this viewer is not interested in, and nobody else's", async () => {
    const [one, other] = [await household(), await household()];
    const movieId = (await rowsFor(one.browser)).rails[0]?.cards[0]?.id ?? "";
    await libraryWrites(one.browser, one.viewerId, { kind: "hidden", movieId, isListed: true });
    expect(titlesOf(await rowsFor(one.browser))).not.toContain(movieId);
    expect(titlesOf(await rowsFor(other.browser))).toContain(movieId);
    await libraryWrites(one.browser, one.viewerId, { kind: "hidden", movieId, isListed: false });
    expect(titlesOf(await rowsFor(one.browser))).toContain(movieId);
  });
});
