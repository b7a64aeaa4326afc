import { afterAll, describe, expect, test } from "vitest";
import { addMovie, attempt, connect, inRollback, signedIn, signUp } from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

describe.each(["NaN", "Infinity"])("a player that reports %s", (endless) => {
  test.each(["progress_seconds", "duration_seconds"])(
    "does not get it into the history: %s",
    async (column) => {
      await inRollback(sql, async (tx) => {
        const { userId, viewerId } = await signUp(tx);
        const row = { viewer_profile_id: viewerId, movie_id: await addMovie(tx), [column]: endless };
        const outcome = await attempt(
          tx,
          signedIn(userId),
          (mine) => mine`insert into public.viewing_history ${mine(row)}`,
        );
        expect(outcome.refused).toBe("23514");
      });
    },
  );

  test.each(["watched_seconds", "buffering_seconds", "completion_rate", "drop_off_seconds"])(
    "does not get it into the figures that are averaged: %s",
    async (column) => {
      await inRollback(sql, async (tx) => {
        const { userId, viewerId } = await signUp(tx);
        const movieId = await addMovie(tx);
        const session = { user_id: userId, viewer_profile_id: viewerId, movie_id: movieId };
        const [made] = await tx<{ id: string }[]>`
          insert into public.playback_sessions ${tx(session)} returning id`;
        const report = { playback_session_id: made?.id ?? "", user_id: userId, movie_id: movieId };
        await tx`insert into public.video_analytics ${tx(report)}`;
        await attempt(
          tx,
          signedIn(userId),
          (mine) => mine`
            select public.report_playback(
              ${made?.id ?? ""}, null, 100, 1, null, ${tx.json({ [column]: endless })})
          `,
        );
        const [kept] = await tx<{ value: number | null }[]>`
          select ${tx(column)} as value from public.video_analytics where user_id = ${userId}`;
        expect(Number.isFinite(kept?.value ?? 0)).toBe(true);
      });
    },
  );
});
