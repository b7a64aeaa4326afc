import { afterAll, describe, expect, test } from "vitest";
import {
  type Account,
  addMovie,
  as,
  connect,
  inRollback,
  signedIn,
  signUp,
  type Transaction,
} from "../fixtures/database";
import { playableFilm, playableSeries, watch, write } from "../fixtures/library-rows";

const sql = connect();
afterAll(() => sql.end());

type Item = { card: { id: string; title: string }; id: string; after: string; rating: number | null };
type Page = { items: Item[]; count: number; facets: Record<string, unknown> | null };
type Ask = { list?: string; sort?: string; filters?: Record<string, string>; after?: Item; limit?: number };

async function page(
  tx: Transaction,
  who: Account,
  { list = "watchlist", sort = "newest", ...ask }: Ask = {},
) {
  const { filters = {}, after, limit = 36 } = ask;
  const [row] = await as(
    tx,
    signedIn(who.userId),
    (db) => db<{ page: Page }[]>`
      select public.list_page(
        ${who.viewerId}, ${list}, 18, null, ${sort}, ${db.json(filters)}, ${after?.after ?? null}, ${after?.id ?? null},
        ${limit}) as page
    `,
  );
  if (!row) throw new Error("no answer");
  return row.page;
}

const titles = ({ items }: Page) => items.map(({ card }) => card.title);

async function shelf(tx: Transaction) {
  const who = await signUp(tx);
  const films = [
    { title: "Álpha", year: 1990, duration_seconds: 300 },
    { title: "beta", year: 2020, duration_seconds: 100 },
    { title: "Gamma", year: 2005, duration_seconds: 200 },
  ];
  const added: string[] = [];
  for (const [index, film] of films.entries()) {
    const movieId = await playableFilm(tx, film);
    await write(tx, who, index, { kind: "watchlist", movieId, isListed: true });
    added.push(movieId);
  }
  return { who, films: added };
}

test.each([
  ["newest", ["Gamma", "beta", "Álpha"]],
  ["title", ["Álpha", "beta", "Gamma"]],
  ["year", ["beta", "Gamma", "Álpha"]],
  ["shortest", ["beta", "Gamma", "Álpha"]],
])("a list in the order %s comes whole, however small its pages are", (sort, expected) =>
  inRollback(sql, async (tx) => {
    const { who } = await shelf(tx);
    const found: string[] = [];
    for (let after: Item | undefined, more = true; more; ) {
      const next: Page = await page(tx, who, { sort, limit: 1, ...(after && { after }) });
      found.push(...titles(next));
      after = next.items.at(-1);
      more = next.items.length > 0;
    }
    expect(found).toEqual(expected);
  }),
);

test("a list says how much of what is on it, and can be narrowed to what was not watched", () =>
  inRollback(sql, async (tx) => {
    const { who, films } = await shelf(tx);
    const { movieId, episodeIds } = await playableSeries(tx, 2, { title: "Series" });
    await write(tx, who, 5, { kind: "watchlist", movieId, isListed: true });
    await watch(tx, who, { movieId: films[0] ?? "", seconds: 950, at: 6 });
    await watch(tx, who, { movieId, episodeId: episodeIds[0] ?? "", seconds: 950, at: 7 });
    expect((await page(tx, who)).facets).toMatchObject({ total: 4, movies: 3, unwatched: 3 });
    expect(titles(await page(tx, who, { filters: { unwatched: "1" } }))).toEqual(["Series", "Gamma", "beta"]);
    await watch(tx, who, { movieId, episodeId: episodeIds[1] ?? "", seconds: 950, at: 8 });
    expect(titles(await page(tx, who, { filters: { unwatched: "1", type: "series" } }))).toEqual([]);
  }));

test("ratings come in the viewer's own order, and what was taken back is gone", () =>
  inRollback(sql, async (tx) => {
    const { who, films } = await shelf(tx);
    for (const [index, rating] of [7.5, 10, 0].entries())
      await write(tx, who, index, { kind: "rating", movieId: films[index], rating });
    const read = async (sort: string) =>
      (await page(tx, who, { list: "ratings", sort })).items.map(({ rating }) => rating);
    expect(await read("mine")).toEqual([10, 7.5, 0]);
    expect(await read("mine-lowest")).toEqual([0, 7.5, 10]);
    await write(tx, who, 9, { kind: "rating", movieId: films[1], rating: null });
    expect(await read("mine")).toEqual([7.5, 0]);
  }));

test("a title above the viewer's limit cannot be saved or rated, as if there were none", () =>
  inRollback(sql, async (tx) => {
    const who = await signUp(tx);
    const movieId = await addMovie(tx, { maturity_rating: 18 });
    expect(await write(tx, who, 1, { kind: "watchlist", movieId, isListed: true }, 12)).toBe("refused");
    expect(await write(tx, who, 1, { kind: "rating", movieId, rating: 9 }, 12)).toBe("refused");
    expect(await write(tx, who, 1, { kind: "watchlist", movieId, isListed: false }, 12)).toBe("done");
  }));

test("an order that there is not is refused", () =>
  inRollback(sql, async (tx) => {
    await expect(page(tx, await signUp(tx), { sort: "id; drop table movies" })).rejects.toMatchObject({
      code: "22P02",
    });
  }));

describe("the history", () => {
  const search = async (tx: Transaction, who: Account, query: string | null) => {
    const [row] = await as(
      tx,
      signedIn(who.userId),
      (db) => db<{ page: Page }[]>`select public.history_page(${who.viewerId}, 18, null, ${query}) as page`,
    );
    return row ? titles(row.page) : [];
  };

  test("is searched in titles and episodes, without accents and in either language", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const filmId = await playableFilm(tx, { title: "Zażółć 100%" });
      await tx`
        update public.movies set metadata = '{"translations": {"vi": {"title": "Ngọn hải đăng"}}}' where id = ${filmId}
      `;
      const { movieId, episodeIds } = await playableSeries(tx, 1, { title: "Saga" });
      await watch(tx, who, { movieId: filmId, seconds: 100, at: 1 });
      await watch(tx, who, { movieId, episodeId: episodeIds[0] ?? "", seconds: 100, at: 2 });
      expect(await search(tx, who, null)).toEqual(["Saga", "Zażółć 100%"]);
      expect(await search(tx, who, "zazolc")).toEqual(["Zażółć 100%"]);
      expect(await search(tx, who, "hai dang")).toEqual(["Zażółć 100%"]);
      expect(await search(tx, who, "episode 1")).toEqual(["Saga"]);
      expect(await search(tx, who, "%")).toEqual(["Zażółć 100%"]);
    }));
});

test("a device that was away is told what changed meanwhile, removals too, and nothing of another viewer", () =>
  inRollback(sql, async (tx) => {
    const [who, stranger, movieId] = [await signUp(tx), await signUp(tx), await addMovie(tx)];
    await write(tx, who, 1, { kind: "favorites", movieId, isListed: true });
    await write(tx, who, 2, { kind: "favorites", movieId, isListed: false });
    await write(tx, who, 2, { kind: "rating", movieId, rating: 8 });
    const changes = async (asker: Account, since: string | null) => {
      const [row] = await as(
        tx,
        signedIn(asker.userId),
        (db) => db<{ answer: { changes: { table: string; record: { deleted_at: string | null } }[] } }[]>`
          select public.library_changes(${who.viewerId}, ${since}) as answer
        `,
      );
      return row?.answer.changes ?? [];
    };
    const found = await changes(who, new Date(Date.now() - 1000).toISOString());
    expect(found.map(({ table, record }) => [table, record.deleted_at === null])).toEqual([
      ["user_favorites", false],
      ["movie_ratings", true],
    ]);
    expect(await changes(stranger, new Date(0).toISOString())).toEqual([]);
    expect(await changes(who, null)).toEqual([]);
  }));
