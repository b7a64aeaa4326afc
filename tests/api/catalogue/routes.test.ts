import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { GET as browse } from "@/app/api/catalogue/browse/route";
import { GET as search } from "@/app/api/catalogue/search/route";
import { GET as suggestions } from "@/app/api/catalogue/suggestions/route";
import { encodeCursor } from "@/lib/platform/cursor";
import { Browser } from "@/tests/fixtures/browser";
import { addMovie } from "@/tests/fixtures/database";
import { sql } from "@/tests/fixtures/supabase";

const genre = `g${randomUUID().replaceAll("-", "").slice(0, 16)}`;
const get = (handler: typeof browse, path: string, browser = new Browser()) =>
  browser.call(handler, { method: "GET", path });

async function addTitles(count: number, values: Record<string, string | number> = {}): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const id = await addMovie(sql, { title: `Title ${number} ${genre}`, maturity_rating: 0, ...values });
    await sql`update public.movies set genres = ${[genre]} where id = ${id}`;
  }
}

afterAll(() => sql`delete from public.movies where genres @> ${[genre]}`);

describe("the next page of browse", () => {
  test("goes on where the last one ended, and ends", async () => {
    await addTitles(40);
    await addTitles(1, { maturity_rating: 18 });
    const first = await get(browse, `/api/catalogue/browse?genre=${genre}&sort=title`);
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("private, no-store");
    const second = await get(
      browse,
      `/api/catalogue/browse?genre=${genre}&sort=title&cursor=${first.body.nextCursor}`,
    );
    const ids = [...first.body.cards, ...second.body.cards].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, second.body.nextCursor]).toEqual([40, 40, null]);
  });

  test("comes with the first ones where a reload asks for what was there", async () => {
    const { body } = await get(browse, `/api/catalogue/browse?genre=${genre}&sort=title&pages=2`);
    expect([body.cards.length, body.nextCursor]).toEqual([40, null]);
  });

  test("of one choice of filters is not taken for that of another", async () => {
    const made = encodeURIComponent(`${genre},access,free`);
    expect((await get(browse, `/api/catalogue/browse?genre=${made}`)).body.cards).toEqual([]);
    const meant = await get(browse, `/api/catalogue/browse?genre=${genre}&access=free`);
    expect(meant.body.cards.length).toBeGreaterThan(0);
  });

  test.each([
    "nonsense",
    encodeCursor(["a\0b", randomUUID()]),
    encodeCursor(["not a date", randomUUID()]),
    encodeCursor(["2026-99-99 00:00:00+00", randomUUID()]),
  ])("is not given for a made-up cursor", async (cursor) => {
    const { status, body } = await get(browse, `/api/catalogue/browse?cursor=${cursor}`);
    expect([status, body.error.code]).toEqual([400, "INVALID"]);
  });

  test("leaves out filters that make no sense", async () => {
    const { status, body } = await get(
      browse,
      `/api/catalogue/browse?genre=${genre}&type=podcast&years=x&pages=x`,
    );
    expect([status, body.cards.length]).toEqual([200, 36]);
  });
});

const ask = (q: string, browser = new Browser()) =>
  get(suggestions, `/api/catalogue/suggestions?q=${encodeURIComponent(q)}`, browser);

describe("suggestions", () => {
  test("are few, and what a visitor may see", async () => {
    const { status, body } = await ask(`title ${genre}`);
    expect(status).toBe(200);
    expect(body.titles).toHaveLength(5);
    const grownUp = await sql<{ id: string }[]>`
      select id from public.movies where genres @> ${[genre]} and maturity_rating > 16`;
    expect(grownUp).toHaveLength(1);
    expect(body.titles.map(({ id }: { id: string }) => id)).not.toContain(grownUp[0]?.id);
  });

  test("are nothing for nothing", async () => {
    const { body } = await ask(" ");
    expect(body).toEqual({ titles: [], people: [], episodes: [], genres: [], meant: null, popular: [] });
  });

  test("are not for a question of a thousand letters", async () => {
    const { status, body } = await ask("x".repeat(1000));
    expect([status, body.error.code]).toEqual([400, "INVALID"]);
  });

  test("name genres in the language of whoever asks", async () => {
    const browser = new Browser();
    browser.cookies.set("cineverse-locale", "vi");
    const { body } = await ask("chinh ki", browser);
    expect(body.genres[0]).toEqual({ name: "Drama", label: "Chính kịch" });
  });

  test("go on while somebody types two titles letter by letter", async () => {
    const browser = new Browser();
    const answers = new Set<number>();
    for (let length = 1; length <= 20; length += 1)
      for (const title of ["the last keeper of it", "night bus eleven again"])
        answers.add((await ask(title.slice(0, length), browser)).status);
    expect([...answers]).toEqual([200]);
  });
});

describe("a search for everything", () => {
  test("answers with more than its page holds", async () => {
    await addTitles(20);
    const { body } = await get(search, `/api/catalogue/search?q=${genre}`);
    expect(body.titles).toHaveLength(60);
  });

  test("stops after 20 in a minute", async () => {
    const browser = new Browser();
    const answers = [];
    for (let number = 0; number < 21; number += 1)
      answers.push((await get(search, "/api/catalogue/search?q=a", browser)).status);
    expect(answers).toEqual([...Array(20).fill(200), 429]);
  });
});
