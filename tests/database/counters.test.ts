import { afterAll, expect, test } from "vitest";
import {
  addMovie,
  as,
  attempt,
  connect,
  giveRole,
  inRollback,
  signedIn,
  signUp,
  type Transaction,
} from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

async function counts(tx: Transaction, movieId: string) {
  const [row] = await tx`
    select view_count, favorite_count, rating_count, average_rating from public.movies where id = ${movieId}
  `;
  return row;
}

test("favourites are counted while they are there, and one that is added again counts as new", async () => {
  await inRollback(sql, async (tx) => {
    const { userId, viewerId } = await signUp(tx);
    const movieId = await addMovie(tx);
    const save = (deletedAt: string | null) =>
      as(
        tx,
        signedIn(userId),
        (mine) => mine`
        insert into public.user_favorites (viewer_profile_id, movie_id, deleted_at)
        values (${viewerId}, ${movieId}, ${deletedAt})
        on conflict (viewer_profile_id, movie_id) do update set deleted_at = excluded.deleted_at
      `,
      );
    await save(null);
    await save(null);
    expect((await counts(tx, movieId))?.favorite_count).toBe(1);
    await save("2001-01-01T00:00:00Z");
    await save("2001-01-01T00:00:00Z");
    expect((await counts(tx, movieId))?.favorite_count).toBe(0);
    const [row] = await tx`
      select deleted_at = now() as stamped from public.user_favorites where viewer_profile_id = ${viewerId}
    `;
    expect(row?.stamped).toBe(true);
    await save(null);
    expect((await counts(tx, movieId))?.favorite_count).toBe(1);
    await tx`delete from public.user_favorites where viewer_profile_id = ${viewerId}`;
    expect((await counts(tx, movieId))?.favorite_count).toBe(0);
  });
});

test.each([-0.5, 10.5, 7.25])("a rating of %d is refused", async (rating) => {
  await inRollback(sql, async (tx) => {
    const { userId, viewerId } = await signUp(tx);
    const movieId = await addMovie(tx);
    const outcome = await attempt(
      tx,
      signedIn(userId),
      (mine) => mine`
      insert into public.movie_ratings (viewer_profile_id, movie_id, rating)
      values (${viewerId}, ${movieId}, ${rating})
    `,
    );
    expect(outcome.refused).toBe("23514");
  });
});

test("a view counts once per viewer and film, and marking by hand is no view", async () => {
  await inRollback(sql, async (tx) => {
    const { userId, viewerId } = await signUp(tx);
    const movieId = await addMovie(tx);
    const mark = [{ kind: "watched", movieId, episodeIds: null, isWatched: true, madeAt: Date.now() }];
    await as(
      tx,
      signedIn(userId),
      (mine) => mine`select public.apply_library_writes(${viewerId}, ${mine.json(mark)}, 18, null)`,
    );
    expect((await counts(tx, movieId))?.view_count).toBe(0);
    for (const position of [10, 20]) {
      await as(
        tx,
        signedIn(userId),
        (mine) => mine`
        select pg_sleep(0.002), public.save_progress(
          ${viewerId}, ${movieId}, ${position}, 100, ${Date.now() + 60_000})
      `,
      );
      expect((await counts(tx, movieId))?.view_count).toBe(1);
    }
  });
});

test("not even an admin writes a counter by hand", async () => {
  await inRollback(sql, async (tx) => {
    const { userId } = await signUp(tx);
    await giveRole(tx, userId, "admin");
    for (const column of ["view_count", "favorite_count", "rating_count", "rating_sum", "comment_count"]) {
      const outcome = await attempt(
        tx,
        signedIn(userId),
        (mine) => mine`
        update public.movies set ${mine(column)} = 1000000
      `,
      );
      expect(outcome.refused, column).toBe("42501");
    }
  });
});

test("an hour cannot be reported as a year", async () => {
  await inRollback(sql, async (tx) => {
    const { userId, viewerId } = await signUp(tx);
    const movieId = await addMovie(tx);
    const [session] = await tx<{ id: string }[]>`
      select public.start_playback_session(${userId}, ${viewerId}, ${movieId}, 'browser', 1) as id
    `;
    await tx`
      update public.video_analytics set created_at = now() - interval '1 hour'
      where playback_session_id = ${session?.id ?? null}
    `;
    await as(
      tx,
      signedIn(userId),
      (mine) => mine`
        select public.report_playback(
          ${session?.id ?? null}, null, 100, 1, null, ${tx.json({ watched_seconds: 31_536_000 })})
      `,
    );
    const [account] =
      await tx`select total_watch_seconds::integer as total from public.user_accounts where user_id = ${userId}`;
    expect(account?.total).toBe(4 * 3600);
  });
});
