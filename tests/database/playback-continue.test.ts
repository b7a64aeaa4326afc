import { afterAll, describe, expect, test } from "vitest";
import {
  type Account,
  addEpisode,
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

type Entry = { card: { id: string }; episode: { number: number } | null; progress_seconds: number };
let clock = 1_000;

async function playable(tx: Transaction, owner: Record<string, string>): Promise<string> {
  const [asset] = await tx<{ id: string }[]>`
    insert into public.video_assets ${tx({ ...owner, status: "ready" })} returning id
  `;
  return asset?.id ?? "";
}

async function film(tx: Transaction, values: Record<string, string | number> = {}): Promise<string> {
  const movieId = await addMovie(tx, values);
  const assetId = await playable(tx, { movie_id: movieId });
  await tx`update public.movies set asset_id = ${assetId} where id = ${movieId}`;
  return movieId;
}

async function series(tx: Transaction, episodes: number) {
  const movieId = await addMovie(tx, { type: "series" });
  const episodeIds: string[] = [];
  for (let number = 1; number <= episodes; number += 1) {
    const episodeId = await addEpisode(tx, movieId, number);
    const assetId = await playable(tx, { episode_id: episodeId });
    await tx`update public.episodes set asset_id = ${assetId} where id = ${episodeId}`;
    episodeIds.push(episodeId);
  }
  return { movieId, episodeIds };
}

/** Saves a position as the player does, and sets the time of it, because a transaction has only one. */
async function watch(
  tx: Transaction,
  who: Account,
  movieId: string,
  seconds: number,
  length = 1000,
  episodeId: string | null = null,
) {
  clock += 1;
  await as(
    tx,
    signedIn(who.userId),
    (db) =>
      db`select public.save_progress(${who.viewerId}, ${movieId}, ${seconds}, ${length}, ${clock}, ${episodeId})`,
  );
  await tx`
    update public.viewing_history set watched_at = now() - interval '1 day' + make_interval(secs => ${clock})
    where viewer_profile_id = ${who.viewerId} and movie_id = ${movieId}
      and episode_id is not distinct from ${episodeId}
  `;
}

function offered(tx: Transaction, who: Account, limit = 18, asker = who): Promise<Entry[]> {
  return as(tx, signedIn(asker.userId), async (db) => {
    const [row] = await db<{ list: Entry[] }[]>`
      select public.continue_watching(${who.viewerId}, ${limit}, null) as list
    `;
    return row?.list ?? [];
  });
}

describe("continue watching", () => {
  test.each([
    [30, 1000, false, "a glance"],
    [50, 1000, true, "five per cent"],
    [60, 10_000, true, "sixty seconds of a long film"],
    [899, 1000, true, "just before the end"],
    [900, 1000, false, "ninety per cent"],
  ])("%i s of %i s: offered is %s (%s)", async (seconds, length, isOffered) => {
    const found = await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      await watch(tx, who, await film(tx), seconds, length);
      return offered(tx, who);
    });
    expect(found.length > 0).toBe(isOffered);
  });

  test("the newest comes first", async () => {
    await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const [first, second] = [await film(tx), await film(tx)];
      await watch(tx, who, first, 100);
      await watch(tx, who, second, 100);
      await watch(tx, who, first, 200);
      expect((await offered(tx, who)).map(({ card }) => card.id)).toEqual([first, second]);
    });
  });

  test("a finished episode offers the next one that was not watched, from its beginning", async () => {
    await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const { movieId, episodeIds } = await series(tx, 3);
      await watch(tx, who, movieId, 950, 1000, episodeIds[1]);
      await watch(tx, who, movieId, 950, 1000, episodeIds[0]);
      expect(await offered(tx, who)).toMatchObject([{ episode: { number: 3 }, progress_seconds: 0 }]);
    });
  });

  test("a series whose last episode is finished is not offered", async () => {
    await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const { movieId, episodeIds } = await series(tx, 1);
      await watch(tx, who, movieId, 950, 1000, episodeIds[0]);
      expect(await offered(tx, who)).toEqual([]);
    });
  });

  test("a title above the viewer's limit is not offered", async () => {
    await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      await watch(tx, who, await film(tx, { maturity_rating: 16 }), 100);
      expect(await offered(tx, who, 12)).toEqual([]);
      expect(await offered(tx, who, 16)).toHaveLength(1);
    });
  });

  test("what was dismissed stays away until it is played again", async () => {
    await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const movieId = await film(tx);
      await watch(tx, who, movieId, 100);
      await tx`update public.viewing_history set watched_at = now() where movie_id = ${movieId}`;
      await as(
        tx,
        signedIn(who.userId),
        (db) => db`select public.dismiss_history(${who.viewerId}, ${movieId})`,
      );
      expect(await offered(tx, who)).toEqual([]);
      await watch(tx, who, movieId, 200);
      expect(await offered(tx, who)).toHaveLength(1);
    });
  });

  test("nobody reads what another household goes on with", async () => {
    await inRollback(sql, async (tx) => {
      const [who, stranger] = [await signUp(tx), await signUp(tx)];
      await watch(tx, who, await film(tx), 100);
      expect(await offered(tx, who, 18, stranger)).toEqual([]);
    });
  });
});

describe("saved titles", () => {
  const save = (tx: Transaction, who: Account, movieId: string, limit = 18, viewerId = who.viewerId) =>
    as(tx, signedIn(who.userId), async (db) => {
      const [row] = await db<{ ok: boolean }[]>`
        select public.save_title(${viewerId}, 'watchlist', ${movieId}, ${limit}, null) as ok
      `;
      return row?.ok;
    });

  test("a title above the viewer's limit cannot be saved, as if there were none", async () => {
    await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      expect(await save(tx, who, await film(tx, { maturity_rating: 18 }), 12)).toBe(false);
    });
  });

  test("saving twice is saving once", async () => {
    await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const movieId = await film(tx);
      expect([await save(tx, who, movieId), await save(tx, who, movieId)]).toEqual([true, true]);
      const rows = await tx`select from public.user_watchlist where viewer_profile_id = ${who.viewerId}`;
      expect(rows).toHaveLength(1);
    });
  });

  test("nobody saves for a viewer of another household", async () => {
    await inRollback(sql, async (tx) => {
      const [who, stranger] = [await signUp(tx), await signUp(tx)];
      await expect(save(tx, stranger, await film(tx), 18, who.viewerId)).rejects.toThrow();
    });
  });
});
