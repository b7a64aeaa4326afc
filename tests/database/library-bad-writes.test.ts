import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { addMovie, attempt, connect, inRollback, signedIn, signUp } from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

/** Nonsense and numbers beyond all bounds: what `lib/platform/errors.ts` calls INVALID. */
const INVALID = ["22P02", "22003", "23514"];

/** What each kind of write says beside its moment; movieId and episodeId are filled in. */
const KINDS: Record<string, Record<string, unknown>> = {
  favorites: { isListed: true },
  watchlist: { isListed: false },
  hidden: { isListed: true },
  rating: { rating: 5 },
  watched: { episodeIds: null, isWatched: true },
  dismissed: { isDismissed: true },
  removed: { episodeId: null },
  cleared: {},
  paused: { isPaused: true },
  unknown: {},
};

const VALUES = [undefined, null, "x", "", -1, 1e300, true, [], {}, [null], ["x"]];

describe.each(Object.entries(KINDS))("a write of the kind %s", (kind, said) => {
  test("that says something bad fails as its sender's, if it fails", async () => {
    await inRollback(sql, async (tx) => {
      const { userId, viewerId } = await signUp(tx);
      const movieId = await addMovie(tx);
      await tx`
        insert into public.viewing_history (user_id, viewer_profile_id, movie_id, progress_seconds, duration_seconds)
        values (${userId}, ${viewerId}, ${movieId}, 60, 600)
      `;
      const good = { id: randomUUID(), kind, madeAt: Date.now(), movieId, ...said };
      const wrong: string[] = [];
      for (const field of Object.keys(good).filter((name) => name !== "kind")) {
        for (const value of VALUES) {
          const bad = JSON.stringify([{ ...good, [field]: value }]);
          const { refused } = await attempt(
            tx,
            signedIn(userId),
            (mine) => mine`select public.apply_library_writes(${viewerId}, ${bad}::text::jsonb, 18, null)`,
          );
          if (refused && !INVALID.includes(refused))
            wrong.push(`${field} ${JSON.stringify(value)}: ${refused}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  });
});
