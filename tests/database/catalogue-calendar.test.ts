import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import {
  addMovie,
  as,
  attempt,
  connect,
  inRollback,
  signedIn,
  signUp,
  type Transaction,
  VISITOR,
} from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

async function announce(tx: Transaction, values: Record<string, string | number> = {}) {
  const secret = `secret-${randomUUID()}`;
  const id = await addMovie(tx, {
    title: `Coming ${secret.slice(-6)}`,
    status: "scheduled",
    published_at: inDays(3),
    maturity_rating: 12,
    plot: secret,
    ...values,
  });
  return { id, secret };
}

type Calendar = { coming: { id: string }[]; leaving: { id: string; leaving: Record<string, string> }[] };

async function calendar(tx: Transaction, limit = 16, country: string | null = null): Promise<Calendar> {
  const [row] = await tx<{ calendar: Calendar }[]>`
    select public.catalogue_calendar(${limit}, ${country}, 100) as calendar`;
  return row?.calendar ?? { coming: [], leaving: [] };
}
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe("what comes", () => {
  test("is announced within the viewer's limit and rights, until it is there", async () => {
    await inRollback(sql, async (tx) => {
      const { id } = await announce(tx);
      expect(ids((await calendar(tx)).coming)).toContain(id);
      expect(ids((await calendar(tx, 7)).coming)).not.toContain(id);
      await tx`insert into public.movie_availability (movie_id, country) values (${id}, 'KE')`;
      expect(ids((await calendar(tx, 16, "VN")).coming)).not.toContain(id);
      expect(ids((await calendar(tx, 16, "KE")).coming)).toContain(id);
      await tx`update public.movies set published_at = now() - interval '1 minute' where id = ${id}`;
      expect(ids((await calendar(tx, 16, "KE")).coming)).not.toContain(id);
    });
  });

  test("shows a card, a description and a day, and nothing else of the title", async () => {
    await inRollback(sql, async (tx) => {
      const { id, secret } = await announce(tx);
      const [slug] = await tx<{ slug: string }[]>`select slug from public.movies where id = ${id}`;
      const found = (await calendar(tx)).coming.find((movie) => movie.id === id);
      expect(JSON.stringify(found)).not.toContain(secret);
      for (const hidden of ["plot", "asset_id", "credits", "episodes", "metadata", "trailer_asset_id"])
        expect(Object.keys(found ?? {})).not.toContain(hidden);
      const [row] = await tx`
        select public.catalogue_title(${slug?.slug ?? ""}, 18, null) as page,
          public.catalogue_search(${`Coming ${secret.slice(-6)}`}, 18, null)::text as search,
          public.catalogue_browse(18, null, 'newest', '{}', null, null, 100)::text as browse`;
      expect(row?.page).toBeNull();
      expect(`${row?.search}${row?.browse}`).not.toContain(id);
    });
  });

  test.each(["draft", "archived"])("is never a title that is %s", async (status) => {
    await inRollback(sql, async (tx) => {
      const { id } = await announce(tx, { status });
      expect(ids((await calendar(tx, 18)).coming)).not.toContain(id);
    });
  });

  test("opens no row of a title to the REST API", async () => {
    await inRollback(sql, async (tx) => {
      const { id } = await announce(tx);
      const rows = await as(tx, VISITOR, (inner) => inner`select id from public.movies where id = ${id}`);
      expect(rows).toHaveLength(0);
      const { refused } = await attempt(
        tx,
        VISITOR,
        (inner) => inner`select private.coming_titles(18, null)`,
      );
      expect(refused).toBe("42501");
    });
  });
});

describe("what leaves", () => {
  test("leaves where the rights end within thirty days, on the last of its days", async () => {
    await inRollback(sql, async (tx) => {
      const [soon, later, renewed] = [
        await addMovie(tx, { maturity_rating: 0 }),
        await addMovie(tx, { maturity_rating: 0 }),
        await addMovie(tx, { maturity_rating: 0 }),
      ];
      await tx`
        insert into public.movie_availability (movie_id, country, available_from, available_until) values
          (${soon}, 'KE', null, ${inDays(5)}), (${soon}, 'VN', null, null), (${later}, 'KE', null, ${inDays(40)}),
          (${renewed}, 'KE', null, ${inDays(5)}), (${renewed}, 'KE', ${inDays(5)}, null)`;
      expect(ids((await calendar(tx, 16, "KE")).leaving)).toContain(soon);
      for (const [country, id] of [
        ["VN", soon],
        ["KE", later],
        ["KE", renewed],
      ] as const)
        expect(ids((await calendar(tx, 16, country)).leaving), `${country} ${id}`).not.toContain(id);
    });
  });

  test("leaves everywhere where its window names no country, also for whoever said none", async () => {
    await inRollback(sql, async (tx) => {
      const id = await addMovie(tx, { maturity_rating: 0 });
      const end = inDays(5);
      await tx`insert into public.movie_availability (movie_id, available_until) values (${id}, ${end})`;
      const found = (await calendar(tx)).leaving.find((movie) => movie.id === id);
      expect(new Date(found?.leaving.any ?? "").toISOString()).toBe(end);
      await tx`update public.movie_availability set available_until = now() - interval '1 second' where movie_id = ${id}`;
      const [gone] = await tx`select id from public.catalogue_visible(18, 'KE') where id = ${id}`;
      expect(gone).toBeUndefined();
    });
  });
});

describe("a reminder", () => {
  const remind = (tx: Transaction, viewer: string, movie: string, wanted = true) =>
    tx<{ done: boolean }[]>`select public.set_reminder(${viewer}, ${movie}, null, ${wanted}) as done`;
  const count = async (tx: Transaction, movie: string) =>
    (await tx`select from public.reminders where movie_id = ${movie}`).length;

  test("is set once however often it is asked for, and taken back", async () => {
    await inRollback(sql, async (tx) => {
      const { userId, viewerId } = await signUp(tx);
      const { id } = await announce(tx);
      await as(tx, signedIn(userId), async (inner) => {
        for (const _ of [1, 2]) expect((await remind(inner, viewerId, id))[0]?.done).toBe(true);
      });
      expect(await count(tx, id)).toBe(1);
      await as(tx, signedIn(userId), (inner) => remind(inner, viewerId, id, false));
      expect(await count(tx, id)).toBe(0);
    });
  });

  test("is refused to a child for a title above its limit, for a stranger's viewer and for what is no announcement", async () => {
    await inRollback(sql, async (tx) => {
      const [owner, stranger] = [await signUp(tx), await signUp(tx)];
      await tx`update public.viewer_profiles set maturity_limit = 7 where id = ${owner.viewerId}`;
      const [grown, draft, there] = [
        (await announce(tx)).id,
        (await announce(tx, { status: "draft", maturity_rating: 0 })).id,
        await addMovie(tx, { maturity_rating: 0 }),
      ];
      const { id: open } = await announce(tx, { maturity_rating: 0 });
      await as(tx, signedIn(owner.userId), async (inner) => {
        for (const movie of [grown, draft, there])
          expect((await remind(inner, owner.viewerId, movie))[0]?.done).toBe(false);
        expect((await remind(inner, stranger.viewerId, open))[0]?.done).toBe(false);
      });
      for (const movie of [grown, draft, there, open]) expect(await count(tx, movie)).toBe(0);
    });
  });
});

describe("a title by chance", () => {
  async function playable(tx: Transaction, values: Record<string, string | number> = {}) {
    const id = await addMovie(tx, { maturity_rating: 0, language: "tlh", ...values });
    await tx`
      with asset as (insert into public.video_assets (movie_id, status) values (${id}, 'ready') returning id)
      update public.movies set asset_id = asset.id from asset where movies.id = ${id}`;
    return id;
  }
  const draw = async (tx: Transaction, viewer: string | null = null, but: string | null = null) => {
    const [row] = await tx<{ slug: string | null }[]>`
      select public.catalogue_random(16, null, '{"language": "tlh"}', '{free}', ${viewer}, ${but}) as slug`;
    return row?.slug ?? null;
  };

  test("is one that plays, that the plan covers, that was not watched nor hidden, and another one when asked again", async () => {
    await inRollback(sql, async (tx) => {
      const { userId, viewerId } = await signUp(tx);
      await addMovie(tx, { maturity_rating: 0, language: "tlh" });
      await playable(tx, { access_level: "premium" });
      await playable(tx, { maturity_rating: 18 });
      expect(await draw(tx)).toBeNull();
      const [one, other, seen, hidden] = [
        await playable(tx, { slug: "zz-one" }),
        await playable(tx, { slug: "zz-other" }),
        await playable(tx, { slug: "zz-seen" }),
        await playable(tx, { slug: "zz-hidden" }),
      ];
      await tx`
        insert into public.viewing_history (user_id, viewer_profile_id, movie_id, progress_seconds, duration_seconds, watch_percentage,
          completed, completed_at)
        values (${userId}, ${viewerId}, ${seen}, 100, 100, 100, true, now())`;
      await tx`insert into public.hidden_movies (user_id, viewer_profile_id, movie_id) values (${userId}, ${viewerId}, ${hidden})`;
      await as(tx, signedIn(userId), async (inner) => {
        const drawn = new Set<string | null>();
        for (let turn = 0; turn < 24; turn += 1) drawn.add(await draw(inner, viewerId));
        expect([...drawn].sort()).toEqual(["zz-one", "zz-other"]);
        for (let turn = 0; turn < 6; turn += 1) {
          expect(await draw(inner, viewerId, one)).toBe("zz-other");
          expect(await draw(inner, viewerId, other)).toBe("zz-one");
        }
      });
    });
  });
});
