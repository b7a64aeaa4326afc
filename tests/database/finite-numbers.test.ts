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

  test.each(["buffering_seconds", "session_seconds", "drop_off_seconds"])(
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
        const outcome = await attempt(
          tx,
          signedIn(userId),
          (mine) => mine`update public.video_analytics set ${mine({ [column]: endless })}`,
        );
        expect(outcome.refused).toBe("23514");
      });
    },
  );
});
