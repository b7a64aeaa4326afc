import { afterAll, describe, expect, test } from "vitest";
import {
  type Account,
  as,
  connect,
  inRollback,
  signedIn,
  signUp,
  type Transaction,
} from "../fixtures/database";
import { playableFilm, playableSeries, START, watch, write } from "../fixtures/library-rows";

const sql = connect();
afterAll(() => sql.end());

type Entry = {
  card: { id: string };
  episode: { number: number } | null;
  progress_seconds?: number;
  is_new?: boolean;
};
type Rails = { resume: Entry[]; next_up: Entry[]; hidden: string[] };

async function rails(tx: Transaction, who: Account, limit = 18, asker = who): Promise<Rails> {
  const [row] = await as(
    tx,
    signedIn(asker.userId),
    (db) => db<{ rails: Rails }[]>`select public.library_rails(${who.viewerId}, ${limit}, null) as rails`,
  );
  if (!row) throw new Error("no answer");
  return row.rails;
}

const ids = (entries: Entry[]) => entries.map(({ card }) => card.id);
const numbers = (entries: Entry[]) => entries.map(({ episode }) => episode?.number);

describe("resume", () => {
  test.each([
    [30, 1000, false, "a glance"],
    [50, 1000, true, "five per cent"],
    [60, 10_000, true, "sixty seconds of a long film"],
    [899, 1000, true, "just before the end"],
    [900, 1000, false, "ninety per cent"],
  ])("%i s of %i s: offered is %s (%s)", async (seconds, length, isOffered) => {
    const found = await inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      await watch(tx, who, { movieId: await playableFilm(tx), seconds, length, at: 1 });
      return rails(tx, who);
    });
    expect(found.resume.length > 0).toBe(isOffered);
  });

  test("the newest comes first", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const [first, second] = [await playableFilm(tx), await playableFilm(tx)];
      await watch(tx, who, { movieId: first, seconds: 100, at: 1 });
      await watch(tx, who, { movieId: second, seconds: 100, at: 2 });
      await watch(tx, who, { movieId: first, seconds: 200, at: 3 });
      expect(ids((await rails(tx, who)).resume)).toEqual([first, second]);
    }));

  test("a film that is watched again goes on where it stopped this time", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const movieId = await playableFilm(tx);
      await watch(tx, who, { movieId, seconds: 950, at: 1 });
      await watch(tx, who, { movieId, seconds: 300, at: 2 });
      expect((await rails(tx, who)).resume).toMatchObject([{ progress_seconds: 300 }]);
    }));

  test("a film marked as watched by hand is not offered, and one marked as not watched neither", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const movieId = await playableFilm(tx);
      await watch(tx, who, { movieId, seconds: 300, at: 1 });
      const mark = { kind: "watched", movieId, episodeIds: null };
      await write(tx, who, 2, { ...mark, isWatched: true });
      expect((await rails(tx, who)).resume).toEqual([]);
      await write(tx, who, 3, { ...mark, isWatched: false });
      expect((await rails(tx, who)).resume).toEqual([]);
    }));

  test("a title above the viewer's limit is not offered", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const movieId = await playableFilm(tx, { maturity_rating: 16 });
      await watch(tx, who, { movieId, seconds: 100, at: 1 });
      expect((await rails(tx, who, 12)).resume).toEqual([]);
      expect((await rails(tx, who, 16)).resume).toHaveLength(1);
    }));

  test("what was dismissed stays away until it is played again, whichever episode that is", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const { movieId, episodeIds } = await playableSeries(tx, 3);
      await watch(tx, who, { movieId, episodeId: episodeIds[0] ?? "", seconds: 950, at: 1 });
      await watch(tx, who, { movieId, episodeId: episodeIds[1] ?? "", seconds: 100, at: 2 });
      await write(tx, who, 3, { kind: "dismissed", movieId, isDismissed: true });
      expect(await rails(tx, who)).toMatchObject({ resume: [], next_up: [] });
      await watch(tx, who, { movieId, episodeId: episodeIds[2] ?? "", seconds: 100, at: 4 });
      expect(numbers((await rails(tx, who)).resume)).toEqual([3]);
    }));

  test("what was dismissed is back when that is undone", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const movieId = await playableFilm(tx);
      await watch(tx, who, { movieId, seconds: 100, at: 1 });
      await write(tx, who, 2, { kind: "dismissed", movieId, isDismissed: true });
      await write(tx, who, 3, { kind: "dismissed", movieId, isDismissed: false });
      expect((await rails(tx, who)).resume).toHaveLength(1);
    }));

  test("nobody reads what another household goes on with", () =>
    inRollback(sql, async (tx) => {
      const [who, stranger] = [await signUp(tx), await signUp(tx)];
      await watch(tx, who, { movieId: await playableFilm(tx), seconds: 100, at: 1 });
      expect((await rails(tx, who, 18, stranger)).resume).toEqual([]);
    }));
});

describe("next up", () => {
  test("is the next episode that was not watched, apart from resume", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const { movieId, episodeIds } = await playableSeries(tx, 4);
      await watch(tx, who, { movieId, episodeId: episodeIds[2] ?? "", seconds: 950, at: 1 });
      await watch(tx, who, { movieId, episodeId: episodeIds[1] ?? "", seconds: 950, at: 2 });
      const found = await rails(tx, who);
      expect(found.resume).toEqual([]);
      expect(numbers(found.next_up)).toEqual([4]);
    }));

  test("is nothing while an episode is unfinished, and nothing for what was never begun", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const { movieId, episodeIds } = await playableSeries(tx, 3);
      expect((await rails(tx, who)).next_up).toEqual([]);
      await watch(tx, who, { movieId, episodeId: episodeIds[0] ?? "", seconds: 950, at: 1 });
      await watch(tx, who, { movieId, episodeId: episodeIds[1] ?? "", seconds: 300, at: 2 });
      const found = await rails(tx, who);
      expect([numbers(found.resume), found.next_up]).toEqual([[2], []]);
    }));

  test("is not moved by a glance at the episode that it offers", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const { movieId, episodeIds } = await playableSeries(tx, 2);
      await watch(tx, who, { movieId, episodeId: episodeIds[0] ?? "", seconds: 950, at: 1 });
      await watch(tx, who, { movieId, episodeId: episodeIds[1] ?? "", seconds: 20, at: 2 });
      expect(numbers((await rails(tx, who)).next_up)).toEqual([2]);
    }));

  test("is nothing after the last episode, until a new one comes, which is called new", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const { movieId, episodeIds } = await playableSeries(tx, 2);
      await tx`update public.episodes set asset_id = null where id = ${episodeIds[1] ?? ""}`;
      await watch(tx, who, { movieId, episodeId: episodeIds[0] ?? "", seconds: 950, at: 1 });
      expect((await rails(tx, who)).next_up).toEqual([]);
      await tx`
        with added as (
          insert into public.video_assets (episode_id, status, created_at)
          values (${episodeIds[1] ?? ""}, 'ready', ${new Date(START + 600_000)}) returning id
        )
        update public.episodes set asset_id = (select id from added) where id = ${episodeIds[1] ?? ""}
      `;
      expect((await rails(tx, who)).next_up).toMatchObject([{ episode: { number: 2 }, is_new: true }]);
    }));

  test("follows a season that was marked by hand, whose episodes all have one moment", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const { movieId, episodeIds } = await playableSeries(tx, 4);
      const season = episodeIds.slice(0, 3);
      await write(tx, who, 1, { kind: "watched", movieId, episodeIds: season, isWatched: true });
      expect(await rails(tx, who)).toMatchObject({
        resume: [],
        next_up: [{ episode: { number: 4 }, is_new: false }],
      });
      await write(tx, who, 2, { kind: "watched", movieId, episodeIds: season, isWatched: null });
      expect((await rails(tx, who)).next_up).toEqual([]);
    }));

  test("a hidden title is offered nowhere until that is taken back", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const [{ movieId, episodeIds }, filmId] = [await playableSeries(tx, 2), await playableFilm(tx)];
      await watch(tx, who, { movieId, episodeId: episodeIds[0] ?? "", seconds: 950, at: 1 });
      await watch(tx, who, { movieId: filmId, seconds: 300, at: 2 });
      await write(tx, who, 3, { kind: "hidden", movieId, isListed: true });
      await write(tx, who, 3, { kind: "hidden", movieId: filmId, isListed: true });
      const hidden = await rails(tx, who);
      expect(hidden).toMatchObject({ resume: [], next_up: [] });
      expect(hidden.hidden.toSorted()).toEqual([movieId, filmId].toSorted());
      await write(tx, who, 4, { kind: "hidden", movieId, isListed: false });
      expect(ids((await rails(tx, who)).next_up)).toEqual([movieId]);
    }));
});
