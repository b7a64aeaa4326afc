import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { addMovie, connect, inRollback, type Transaction } from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

type Scene = { tag: string; id: string; slug: string; neighbour: string; person: string; category: string };
type Limits = { maturity: number | null; country: string | null };

/** One title, a neighbour of the same genre that everybody may see, somebody who plays in both, and a row of home. */
async function stage(
  tx: Transaction,
  values: Record<string, string | number | boolean | null> = {},
): Promise<Scene> {
  const tag = `q${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const [category] = await tx<{ id: string }[]>`
    insert into public.categories (slug, name, position) values (${tag}, ${tag}, -1000) returning id`;
  const common = { title: `Zz ${tag}`, year: 2001, category_id: category?.id ?? null, maturity_rating: 0 };
  const slug = `title-${tag}`;
  // Ahead of everything else in the database, so that "newest" begins with it.
  const id = await addMovie(tx, { ...common, published_at: inDays(-0.001), ...values, slug });
  const neighbour = await addMovie(tx, { ...common, slug: `neighbour-${tag}` });
  await tx`update public.movies set genres = ${[tag]}, featured = true, backdrop_path = 'x' where id in ${tx([id, neighbour])}`;
  const [person] = await tx<{ id: string }[]>`
    insert into public.people (slug, name) values (${tag}, ${`Person ${tag}`}) returning id`;
  for (const movie of [id, neighbour])
    await tx`insert into public.credits (movie_id, person_id, role) values (${movie}, ${person?.id ?? ""}, 'actor')`;
  return { tag, id, slug, neighbour: `neighbour-${tag}`, person: tag, category: tag };
}

/** Every place that could show the title, and whether it does. */
async function placesThatShow(tx: Transaction, scene: Scene, { maturity, country }: Limits) {
  const { tag, id } = scene;
  const filters = tx.json({ genre: tag });
  const [row] = await tx<Record<string, unknown>[]>`
    select
      public.catalogue_home(${maturity}, ${country}) as home,
      public.catalogue_browse(${maturity}, ${country}, 'newest', ${filters}) as browse,
      public.catalogue_search(${tag}, ${maturity}, ${country}) as search,
      public.catalogue_search(${`Zz ${tag.slice(0, -1)}x`}, ${maturity}, ${country}) as "misspelt search",
      public.catalogue_title(${scene.slug}, ${maturity}, ${country}) as "direct link",
      public.catalogue_title(${scene.neighbour}, ${maturity}, ${country}) -> 'similar' as similar,
      public.catalogue_person(${scene.person}, ${maturity}, ${country}) as person`;
  return Object.entries(row ?? {})
    .filter(([, answer]) => JSON.stringify(answer)?.includes(id))
    .map(([place]) => place);
}

const EVERYWHERE = ["home", "browse", "search", "misspelt search", "direct link", "similar", "person"];

describe("maturity", () => {
  test.each([
    [0, [0, 7, 12, 16, 18]],
    [7, [7, 12, 16, 18]],
    [12, [12, 16, 18]],
    [16, [16, 18]],
    [18, [18]],
  ])(
    "a title for %i and over is shown to the limits %j and nowhere to the others",
    async (rating, allowed) => {
      await inRollback(sql, async (tx) => {
        const scene = await stage(tx, { maturity_rating: rating });
        for (const maturity of [0, 7, 12, 16, 18]) {
          const shown = await placesThatShow(tx, scene, { maturity, country: null });
          expect(shown, `limit ${maturity}`).toEqual(allowed.includes(maturity) ? EVERYWHERE : []);
        }
      });
    },
  );

  test("an unknown limit is the lowest", async () => {
    await inRollback(sql, async (tx) => {
      const scene = await stage(tx, { maturity_rating: 7 });
      expect(await placesThatShow(tx, scene, { maturity: null, country: null })).toEqual([]);
    });
  });
});

describe("rights", () => {
  test("a title with rights in Kenya alone is absent elsewhere and for an unknown country", async () => {
    await inRollback(sql, async (tx) => {
      const scene = await stage(tx);
      await tx`insert into public.movie_availability (movie_id, country) values (${scene.id}, 'KE')`;
      expect(await placesThatShow(tx, scene, { maturity: 16, country: "KE" })).toEqual(EVERYWHERE);
      expect(await placesThatShow(tx, scene, { maturity: 16, country: "VN" })).toEqual([]);
      expect(await placesThatShow(tx, scene, { maturity: 16, country: null })).toEqual([]);
    });
  });

  test.each([
    ["has begun and not ended", -1, 1, EVERYWHERE],
    ["has not begun", 1, 2, []],
    ["is over", -2, -1, []],
  ])("a rights window that %s", async (_, from, until, expected) => {
    await inRollback(sql, async (tx) => {
      const scene = await stage(tx);
      await tx`
        insert into public.movie_availability (movie_id, country, available_from, available_until)
        values (${scene.id}, 'KE', ${inDays(from)}, ${inDays(until)})`;
      expect(await placesThatShow(tx, scene, { maturity: 16, country: "KE" })).toEqual(expected);
    });
  });
});

describe("what is not published", () => {
  test.each([
    ["a draft", { status: "draft" }],
    ["an archived title", { status: "archived" }],
    ["a scheduled title", { status: "scheduled", published_at: inDays(1) }],
    ["a title that is published from tomorrow on", { published_at: inDays(1) }],
  ])("%s is nowhere", async (_, values) => {
    await inRollback(sql, async (tx) => {
      const scene = await stage(tx, values);
      expect(await placesThatShow(tx, scene, { maturity: 18, country: null })).toEqual([]);
    });
  });

  test("a genre, a language and a category that only a hidden title has are not offered as filters", async () => {
    await inRollback(sql, async (tx) => {
      const { tag, id } = await stage(tx, { maturity_rating: 18, language: "zxx" });
      await tx`update public.movies set genres = ${[`only-${tag}`]} where id = ${id}`;
      const [row] = await tx`
        select public.catalogue_facets(16, null, '{}')::text as young, public.catalogue_facets(18, null, '{}')::text as grown`;
      for (const hidden of [`only-${tag}`, '"zxx"']) {
        expect(row?.young).not.toContain(hidden);
        expect(row?.grown).toContain(hidden);
      }
    });
  });
});
