import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import {
  type Actor,
  addMovie,
  as,
  connect,
  inRollback,
  signedIn,
  signUp,
  type Transaction,
} from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

type Stage = { owner: Actor; viewerId: string; stranger: Actor; kept: string; hidden: string; tag: string };

/** Two films of one country, of which a viewer hid one. */
async function stage(tx: Transaction): Promise<Stage> {
  const [{ userId, viewerId }, other] = [await signUp(tx), await signUp(tx)];
  const tag = `zq${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const add = async (title: string) => {
    const id = await addMovie(tx, { title: `${title} ${tag}`, maturity_rating: 0 });
    await tx`update public.movies set countries = '{ZZ}', genres = ${[tag]} where id = ${id}`;
    return id;
  };
  const [kept, hidden] = [await add("Kept"), await add("The Hidden")];
  await tx`insert into public.hidden_movies (user_id, viewer_profile_id, movie_id) values (${userId}, ${viewerId}, ${hidden})`;
  return { owner: signedIn(userId), viewerId, stranger: signedIn(other.userId), kept, hidden, tag };
}

const inScene = (work: (tx: Transaction, scene: Stage) => Promise<void>) =>
  inRollback(sql, async (tx) => work(tx, await stage(tx)));

type Card = { id: string };
const idsOf = (cards: Card[] | undefined) => cards?.map(({ id }) => id);

async function browse(tx: Transaction, viewerId: string | null) {
  const [row] = await tx<{ rows: { card: Card }[] }[]>`
    select public.catalogue_browse(16, null, 'title', '{"country": "ZZ"}', p_viewer => ${viewerId}) as rows`;
  return row?.rows.map(({ card }) => card.id);
}

async function count(tx: Transaction, viewerId: string | null, filters = {}) {
  const [row] = await tx<{ facets: { total: number; counts: Record<string, { count: number }[]> } }[]>`
    select public.catalogue_facets(16, null, ${tx.json({ country: "ZZ", ...filters })}, ${viewerId}) as facets`;
  return [row?.facets.total, row?.facets.counts.genres?.[0]?.count];
}

async function search(tx: Transaction, query: string, viewerId: string | null, popular = 0) {
  const [row] = await tx<{ found: { titles: Card[]; popular: Card[] } }[]>`
    select public.catalogue_search(${query}, 16, null, p_popular => ${popular}, p_viewer => ${viewerId}) as found`;
  return row?.found;
}

describe("what a viewer is not interested in", () => {
  test("is on no page of a list, and is counted in none of its filters", () =>
    inScene(async (tx, { owner, viewerId, kept, hidden, tag }) => {
      await as(tx, owner, async (mine) => {
        expect(await browse(mine, viewerId)).toEqual([kept]);
        expect(await count(mine, viewerId)).toEqual([1, 1]);
        expect(await count(mine, viewerId, { genre: tag })).toEqual([1, 1]);
        expect(await browse(mine, null)).toEqual([kept, hidden]);
        expect(await count(mine, null)).toEqual([2, 2]);
      });
    }));

  test("is found by its whole name, and by nothing less", () =>
    inScene(async (tx, { owner, viewerId, kept, hidden, tag }) => {
      await as(tx, owner, async (mine) => {
        expect(idsOf((await search(mine, tag, viewerId))?.titles)).toEqual([kept]);
        expect(idsOf((await search(mine, `hidden ${tag}`.slice(0, -1), viewerId))?.titles)).not.toContain(
          hidden,
        );
        expect(idsOf((await search(mine, `hidden ${tag}`, viewerId))?.titles)).toContain(hidden);
        expect(idsOf((await search(mine, tag, null))?.titles)).toHaveLength(2);
      });
    }));

  test("comes back when they change their mind", () =>
    inScene(async (tx, { owner, viewerId }) => {
      await tx`update public.hidden_movies set deleted_at = now() where viewer_profile_id = ${viewerId}`;
      await as(tx, owner, async (mine) => {
        expect(await browse(mine, viewerId)).toHaveLength(2);
        expect(await count(mine, viewerId)).toEqual([2, 2]);
      });
    }));

  test("is told to nobody who names a viewer of somebody else", () =>
    inScene(async (tx, { stranger, viewerId }) => {
      for (const actor of [stranger, { role: "anon" as const }])
        await as(tx, actor, async (theirs) => {
          expect(await browse(theirs, viewerId)).toHaveLength(2);
          expect(await count(theirs, viewerId)).toEqual([2, 2]);
        });
      await as(tx, stranger, async (theirs) => {
        await expect(
          theirs.savepoint((inner) => inner`select private.hidden_by(${viewerId})`),
        ).rejects.toThrow(/permission denied/);
      });
    }));

  test("is noted on the viewer, so that everybody else shares one list", () =>
    inScene(async (tx, { viewerId }) => {
      const rows = await tx<{ id: string; hides_titles: boolean }[]>`
        select id, hides_titles from public.viewer_profiles where hides_titles`;
      expect(idsOf([...rows])).toContain(viewerId);
      const { viewerId: newcomer } = await signUp(tx);
      const [row] = await tx`select hides_titles from public.viewer_profiles where id = ${newcomer}`;
      expect(row?.hides_titles).toBe(false);
    }));
});

describe("a search that finds nothing", () => {
  test("brings what many watch, without what the viewer hid, and only when asked to", () =>
    inScene(async (tx, { owner, viewerId, hidden }) => {
      // Nobody has watched anything this week: the most viewed of all time come first.
      await tx`delete from public.viewing_history`;
      await tx`update public.movies set view_count = 2000000000, type = 'series' where id = ${hidden}`;
      await as(tx, owner, async (mine) => {
        expect((await search(mine, "xqzvwkj", viewerId))?.popular).toEqual([]);
        expect(idsOf((await search(mine, "xqzvwkj", null, 3))?.popular)?.slice(0, 1)).toEqual([hidden]);
        expect(idsOf((await search(mine, "xqzvwkj", viewerId, 3))?.popular)).not.toContain(hidden);
        expect((await search(mine, "", null, 3))?.popular.length).toBeGreaterThan(0);
      });
    }));
});
