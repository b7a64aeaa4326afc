import { afterAll, describe, expect, test } from "vitest";
import {
  type Account,
  addEpisode,
  addMovie,
  as,
  connect,
  inRollback,
  removeAccounts,
  signedIn,
  signUp,
  type Transaction,
} from "../fixtures/database";

const sql = connect(10);
afterAll(() => sql.end());

type Report = {
  account: Account;
  movieId: string;
  position: number;
  at: number;
  episodeId?: string;
  duration?: number;
};

const START = Date.now() - 3_600_000;

async function report(
  tx: Transaction,
  { account, movieId, episodeId, position, at, duration = 100 }: Report,
) {
  const [row] = await as(
    tx,
    signedIn(account.userId),
    (mine) => mine<{ newest: boolean }[]>`
    select public.save_progress(
      p_viewer => ${account.viewerId}, p_movie => ${movieId}, p_position => ${position}, p_duration => ${duration},
      p_sequence => ${START + at}, p_episode => ${episodeId ?? null}, p_quality => '720', p_device => 'browser'
    ) as newest
  `,
  );
  return row?.newest;
}

async function history(tx: Transaction, { viewerId }: Account) {
  return tx`
    select progress_seconds, watch_percentage, completed, completed_at is not null as has_end
    from public.viewing_history where viewer_profile_id = ${viewerId} order by created_at, progress_seconds
  `;
}

async function inHousehold(work: (tx: Transaction, account: Account, movieId: string) => Promise<void>) {
  await inRollback(sql, async (tx) => work(tx, await signUp(tx), await addMovie(tx)));
}

describe("a position", () => {
  test("moves with each newer report, back as well as forward", () =>
    inHousehold(async (tx, account, movieId) => {
      expect(await report(tx, { account, movieId, position: 30, at: 1 })).toBe(true);
      expect(await report(tx, { account, movieId, position: 10, at: 2 })).toBe(true);
      expect(await history(tx, account)).toEqual([
        { progress_seconds: 10, watch_percentage: 10, completed: false, has_end: false },
      ]);
    }));

  test("is not moved by a late or a repeated report", () =>
    inHousehold(async (tx, account, movieId) => {
      await report(tx, { account, movieId, position: 50, at: 5 });
      expect(await report(tx, { account, movieId, position: 20, at: 4 })).toBe(false);
      expect(await report(tx, { account, movieId, position: 40, at: 5 })).toBe(false);
      expect((await history(tx, account))[0]?.progress_seconds).toBe(50);
    }));

  test("is not frozen by a device whose clock runs a year ahead", () =>
    inHousehold(async (tx, account, movieId) => {
      await report(tx, { account, movieId, position: 50, at: 366 * 86_400_000 });
      const [row] = await tx<{ ahead: boolean }[]>`
        select report_sequence > extract(epoch from clock_timestamp()) * 1000 as ahead
        from public.viewing_history where viewer_profile_id = ${account.viewerId}
      `;
      expect(row?.ahead).toBe(false);
    }));

  test.each([
    [-5, 0],
    [500, 100],
  ])("of %d s in a film of 100 s is kept as %d s", (position, kept) =>
    inHousehold(async (tx, account, movieId) => {
      await report(tx, { account, movieId, position, at: 1 });
      expect((await history(tx, account))[0]?.progress_seconds).toBe(kept);
    }),
  );

  test("belongs to one episode", () =>
    inHousehold(async (tx, account) => {
      const seriesId = await addMovie(tx, { type: "series" });
      const first = await addEpisode(tx, seriesId, 1);
      const second = await addEpisode(tx, seriesId, 2);
      await report(tx, { account, movieId: seriesId, episodeId: first, position: 10, at: 1 });
      await report(tx, { account, movieId: seriesId, episodeId: second, position: 20, at: 2 });
      expect((await history(tx, account)).map((row) => row.progress_seconds)).toEqual([10, 20]);
    }));

  test("cannot be saved for an episode of another series", () =>
    inHousehold(async (tx, account, movieId) => {
      const episodeId = await addEpisode(tx, await addMovie(tx, { type: "series" }));
      await expect(report(tx, { account, movieId, episodeId, position: 1, at: 1 })).rejects.toMatchObject({
        code: "23503",
      });
    }));

  test("ends at the newest of twenty reports that arrive at once, in any order", async () => {
    const account = await signUp(sql);
    const movieId = await addMovie(sql);
    try {
      const order = Array.from({ length: 20 }, (_, index) => (index * 7) % 20);
      await Promise.all(
        order.map((at) => sql.begin((tx) => report(tx, { account, movieId, position: at, at }))),
      );
      const [row] = await sql`
        select progress_seconds from public.viewing_history where viewer_profile_id = ${account.viewerId}
      `;
      expect(row?.progress_seconds).toBe(19);
    } finally {
      await removeAccounts(sql, [account.userId]);
      await sql`delete from public.movies where id = ${movieId}`;
    }
  });
});

describe("watched", () => {
  test("is from 90 % on, and starting again does not lose it", () =>
    inHousehold(async (tx, account, movieId) => {
      await report(tx, { account, movieId, position: 89, at: 1 });
      expect((await history(tx, account))[0]?.completed).toBe(false);
      await report(tx, { account, movieId, position: 90, at: 2 });
      await report(tx, { account, movieId, position: 3, at: 3 });
      expect(await history(tx, account)).toEqual([
        { progress_seconds: 3, watch_percentage: 3, completed: true, has_end: true },
      ]);
    }));
});

test("a paused history keeps nothing", () =>
  inHousehold(async (tx, account, movieId) => {
    await tx`update public.viewer_profiles set history_paused = true where id = ${account.viewerId}`;
    expect(await report(tx, { account, movieId, position: 20, at: 1 })).toBe(false);
    expect(await history(tx, account)).toEqual([]);
  }));

test("nobody saves progress for another household's viewer or for a draft", () =>
  inHousehold(async (tx, account, movieId) => {
    const stranger = await signUp(tx);
    const forged = { userId: stranger.userId, viewerId: account.viewerId };
    expect(await report(tx, { account: forged, movieId, position: 20, at: 1 })).toBe(false);
    const draftId = await addMovie(tx, { status: "draft" });
    expect(await report(tx, { account, movieId: draftId, position: 20, at: 1 })).toBe(false);
    expect(await history(tx, account)).toEqual([]);
  }));
