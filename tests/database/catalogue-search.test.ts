import { afterAll, describe, expect, test } from "vitest";
import { addMovie, connect, inRollback, type Transaction } from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

const TITLES: [title: string, description?: string][] = [
  ["Người Giữ Đèn Zorvathil"],
  ["The Lighthouse of Zorvathil"],
  ["Crème Brûlée Kwexford"],
  ["Kwexford & Sons", "A family of bakers."],
  ["The Quillfather Part II"],
  ["Disco Quillfather"],
  ["The Quillfather"],
  ["An Evening in Plimbro", "Somebody dreams of Kwexford."],
];

async function stage(tx: Transaction): Promise<void> {
  for (const [title, description] of TITLES)
    await addMovie(tx, { title, description: description ?? null, maturity_rating: 0 });
  const [person] = await tx`
    insert into public.people (slug, name) values ('zu-test-orla-vanterpool', 'Órla Vanterpoolé') returning id`;
  const [movie] = await tx`select id from public.movies where title = 'An Evening in Plimbro'`;
  await tx`insert into public.credits (movie_id, person_id, role) values (${movie?.id}, ${person?.id}, 'actor')`;
}

type Found = { titles: string[]; people: string[]; genres: string[] };

async function search(tx: Transaction, query: string, genres: string[] = []): Promise<Found> {
  const [row] = await tx`select public.catalogue_search(${query}, 16, null, 24, ${genres}) as found`;
  return {
    titles: row?.found.titles.map(({ title }: { title: string }) => title),
    people: row?.found.people.map(({ name }: { name: string }) => name),
    genres: row?.found.genres,
  };
}

const inScene = (work: (tx: Transaction) => Promise<void>) =>
  inRollback(sql, async (tx) => {
    await stage(tx);
    await work(tx);
  });

describe("search finds", () => {
  test.each([
    ["without accents and case", "nguoi giu den zorvathil", "Người Giữ Đèn Zorvathil"],
    ["with accents where the title has none", "The Líghthouse of Zorvathìl", "The Lighthouse of Zorvathil"],
    ["with a letter too few", "lighthose of zorvathil", "The Lighthouse of Zorvathil"],
    ["with two letters swapped", "kwexfrod and sons", "Kwexford & Sons"],
    ["half typed", "creme bru", "Crème Brûlée Kwexford"],
    ["with its article and a misspelling", "the lighthuose of zorvathl", "The Lighthouse of Zorvathil"],
  ])("a title %s", (_, query, title) =>
    inScene(async (tx) => {
      expect((await search(tx, query)).titles[0]).toBe(title);
    }),
  );

  test("the title that is nothing else before those that hold it", () =>
    inScene(async (tx) => {
      for (const query of ["quillfather", "quilfather", "the quillfathr"])
        expect((await search(tx, query)).titles[0], query).toBe("The Quillfather");
    }));

  test("a title in its name before one in its description", () =>
    inScene(async (tx) => {
      const { titles } = await search(tx, "kwexford");
      expect(titles.slice(0, 2).sort()).toEqual(["Crème Brûlée Kwexford", "Kwexford & Sons"]);
      expect(titles[2]).toBe("An Evening in Plimbro");
    }));

  test("a person, misspelt and without accents, and the title that they play in", () =>
    inScene(async (tx) => {
      expect((await search(tx, "orla vanterpole")).people).toEqual(["Órla Vanterpoolé"]);
      expect((await search(tx, "orla vanterpoole")).titles).toEqual(["An Evening in Plimbro"]);
    }));

  test("no person whose name only begins alike", () =>
    inScene(async (tx) => {
      expect((await search(tx, "vantiger")).people).toEqual([]);
    }));

  test("a genre of those on offer, from its beginning", () =>
    inScene(async (tx) => {
      expect((await search(tx, "docum", ["Documentary", "Drama"])).genres).toEqual(["Documentary"]);
      expect((await search(tx, "docmentary", ["Documentary", "Drama"])).genres).toEqual(["Documentary"]);
    }));
});

test.each(["", "   ", "%", "'; drop table movies --", "a & | ! ( ) : * <->", "\\", "😀", "x".repeat(5000)])(
  "%j is a question like any other",
  (query) =>
    inScene(async (tx) => {
      expect(await search(tx, query)).toMatchObject({ titles: expect.any(Array), people: expect.any(Array) });
    }),
);
