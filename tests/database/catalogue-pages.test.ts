import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { addMovie, connect, inRollback, type Transaction } from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

const TITLES = 300;
const PAGE = 37;
type Row = { card: { id: string; title: string; year: number | null }; after: string };

/** 300 titles of a genre of their own; many share a date, a year and a count, so that only the id parts them. */
async function fill(tx: Transaction, genre: string): Promise<void> {
  await tx`
    insert into public.movies (slug, title, genres, status, published_at, maturity_rating, year, view_count, duration_seconds)
    select ${`${genre}-`} || n, 'Title ' || (n % 50), array[${genre}], 'published',
      now() - interval '1 day' * (n % 20), 0, 1950 + n % 7, n % 11, n % 13 * 600
    from generate_series(1, ${TITLES}) n`;
}

async function page(tx: Transaction, genre: string, sort: string, after: Row | undefined): Promise<Row[]> {
  const [row] = await tx<{ rows: Row[] }[]>`
    select public.catalogue_browse(16, null, ${sort}, ${tx.json({ genre })}, ${after?.after ?? null},
      ${after?.card.id ?? null}, ${PAGE}) as rows`;
  return row?.rows ?? [];
}

async function walk(
  tx: Transaction,
  genre: string,
  sort: string,
  between: (number: number) => Promise<unknown>,
) {
  const seen: Row[] = [];
  for (let number = 0; ; number += 1) {
    const rows = await page(tx, genre, sort, seen.at(-1));
    seen.push(...rows);
    if (rows.length < PAGE) return seen;
    await between(number);
  }
}

describe.each(["newest", "year", "title", "rating", "popular", "length"])("in the order %s", (sort) => {
  test("every title comes once, in order, while others are added and taken away", async () => {
    await inRollback(sql, async (tx) => {
      const genre = `g${randomUUID().replaceAll("-", "")}`;
      await fill(tx, genre);
      const known = await tx<{ id: string }[]>`select id from public.movies where genres @> ${[genre]}`;
      const seen = await walk(tx, genre, sort, async (number) => {
        const added = await addMovie(tx, {
          title: `Title ${number}`,
          maturity_rating: 0,
          year: 1949 + number,
        });
        await tx`update public.movies set genres = ${[genre]} where id = ${added}`;
      });
      const ids = seen.map(({ card }) => card.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(known.filter(({ id }) => !ids.includes(id))).toEqual([]);
    });
  });
});

test("a title keeps its place although the one that ends a page is deleted", async () => {
  await inRollback(sql, async (tx) => {
    const genre = `g${randomUUID().replaceAll("-", "")}`;
    await fill(tx, genre);
    const first = await page(tx, genre, "title", undefined);
    const last = first.at(-1);
    await tx`delete from public.movies where id = ${last?.card.id ?? ""}`;
    const second = await page(tx, genre, "title", last);
    expect(second).toHaveLength(PAGE);
    expect(first.map(({ card }) => card.id)).not.toContain(second[0]?.card.id);
  });
});

test("filters narrow together", async () => {
  await inRollback(sql, async (tx) => {
    const genre = `g${randomUUID().replaceAll("-", "")}`;
    await fill(tx, genre);
    const filters = tx.json({ genre, type: "movie", access: "free", yearFrom: 1951, yearTo: 1952 });
    const [row] = await tx<{ rows: Row[] }[]>`
      select public.catalogue_browse(16, null, 'year', ${filters}, null, null, 100) as rows`;
    const years = row?.rows.map(({ card }) => card.year) ?? [];
    expect(years.length).toBeGreaterThan(80);
    expect(new Set(years)).toEqual(new Set([1952, 1951]));
    const [none] = await tx`
      select public.catalogue_browse(16, null, 'year', ${tx.json({ genre, type: "series" })}) as rows`;
    expect(none?.rows).toEqual([]);
  });
});

test("an order that is not offered is refused, whatever it says", async () => {
  await inRollback(sql, async (tx) => {
    const attempt = tx.savepoint(
      (inner) => inner`select public.catalogue_browse(16, null, 'id; drop table movies')`,
    );
    await expect(attempt).rejects.toMatchObject({ code: "22P02" });
  });
});

test("what fills the trending row before anything trends can be watched", async () => {
  await inRollback(sql, async (tx) => {
    const imported = await addMovie(tx, { maturity_rating: 0, view_count: 1_000_000 });
    const watchable = await addMovie(tx, { maturity_rating: 0, view_count: 999_999 });
    await tx`
      with asset as (
        insert into public.video_assets (movie_id, kind, status) values (${watchable}, 'main', 'ready') returning id
      )
      update public.movies set asset_id = asset.id from asset where movies.id = ${watchable}`;
    const [row] = await tx<{ home: { trending: { id: string }[] } }[]>`
      select public.catalogue_home(16, null) as home`;
    const ids = row?.home.trending.map(({ id }) => id) ?? [];
    expect(ids).toContain(watchable);
    expect(ids).not.toContain(imported);
  });
});
