import { afterAll, describe, expect, test } from "vitest";
import { addEpisode, addMovie, connect, inRollback, type Transaction } from "../fixtures/database";

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
  for (const [title, maturity_rating] of [
    ["Grubbenvale", 0],
    ["Grubbenvale After Dark", 18],
  ] as const) {
    const series = await addMovie(tx, { title, type: "series", maturity_rating });
    const episode = await addEpisode(tx, series);
    await tx`update public.episodes set title = ${`The Ngọn Đèn of ${title}`} where id = ${episode}`;
  }
}

type Found = { titles: string[]; people: string[]; episodes: string[]; meant: string | null };

async function search(tx: Transaction, query: string): Promise<Found> {
  const [row] = await tx`select public.catalogue_search(${query}, 16, null) as found`;
  return {
    titles: row?.found.titles.map(({ title }: { title: string }) => title),
    people: row?.found.people.map(({ name }: { name: string }) => name),
    episodes: row?.found.episodes.map(({ title }: { title: string }) => title),
    meant: row?.found.meant,
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

  test.each(["ngon den", "ngọn đèn of grubbenvale", "ngon dne of grubbenvale"])(
    "an episode by %j, and never one of a series for adults",
    (query) =>
      inScene(async (tx) => {
        expect((await search(tx, query)).episodes).toEqual(["The Ngọn Đèn of Grubbenvale"]);
      }),
  );

  test("a title by its translated name", () =>
    inScene(async (tx) => {
      await tx`
        update public.movies set metadata = '{"translations": {"vi": {"title": "Tiệm bánh Lũng Sương"}}}'
        where title = 'Kwexford & Sons'`;
      expect((await search(tx, "tiem banh lung")).titles).toEqual(["Kwexford & Sons"]);
    }));

  test("nothing by a name that a title no longer has", () =>
    inScene(async (tx) => {
      await tx`update public.movies set title = 'Plain Bread' where title = 'Crème Brûlée Kwexford'`;
      expect((await search(tx, "creme brulee kwex")).titles).not.toContain("Plain Bread");
      expect((await search(tx, "plain bread")).titles[0]).toBe("Plain Bread");
    }));

  test("what was probably meant, only where nothing is called what was typed", () =>
    inScene(async (tx) => {
      expect((await search(tx, "lighthose of zorvathil")).meant).toBe("The Lighthouse of Zorvathil");
      expect((await search(tx, "orla vanterpole")).meant).toBe("Órla Vanterpoolé");
      expect((await search(tx, "lighthouse of zorv")).meant).toBeNull();
      expect((await search(tx, "xqj vvkz wqqx")).meant).toBeNull();
    }));

  test("first what can be watched, of those whose names begin alike", () =>
    inScene(async (tx) => {
      await tx`
        with film as (insert into public.movies (slug, title, status, maturity_rating)
          values ('zu-quillfather-live', 'Quillfather Live', 'published', 0) returning id),
        asset as (insert into public.video_assets (movie_id, status) select id, 'ready' from film returning id, movie_id)
        select 1 from asset`;
      await tx`
        update public.movies movie set asset_id = asset.id from public.video_assets asset
        where asset.movie_id = movie.id and movie.slug = 'zu-quillfather-live'`;
      await addMovie(tx, { title: "Quillfather Noir", maturity_rating: 0 });
      const { titles } = await search(tx, "quillfather");
      expect(titles[0]).toBe("The Quillfather");
      expect(titles.indexOf("Quillfather Live")).toBeLessThan(titles.indexOf("Quillfather Noir"));
    }));
});

test.each(["", "   ", "%", "'; drop table movies --", "a & | ! ( ) : * <->", "\\", "😀", "x".repeat(5000)])(
  "%j is a question like any other",
  (query) =>
    inScene(async (tx) => {
      expect(await search(tx, query)).toMatchObject({ titles: expect.any(Array), people: expect.any(Array) });
    }),
);
