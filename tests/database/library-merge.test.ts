import { randomUUID } from "node:crypto";
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

/** A minute ago, so that no moment of a test lies in the future. */
const START = Date.now() - 3_600_000;

type Write = Record<string, unknown> & { kind: string; at: number };
/** Something that a device says, as its household. */
type Device = (db: Transaction, viewerId: string, movieId: string) => Promise<unknown>;

const write =
  ({ at, ...rest }: Write): Device =>
  async (db, viewerId, movieId) => {
    const item = { id: randomUUID(), madeAt: START + at, movieId, ...rest };
    const [row] = await db<{ answers: { outcome: string }[] | null }[]>`
      select public.apply_library_writes(${viewerId}, ${db.json([item] as never)}, 18, null) as answers
    `;
    return row?.answers?.[0]?.outcome;
  };

const played =
  (at: number, position: number): Device =>
  (db, viewerId, movieId) =>
    db`select public.save_progress(${viewerId}, ${movieId}, ${position}, 100, ${START + at})`;

/** Lets one device speak. */
const say = (tx: Transaction, who: Account, movieId: string, device: Device) =>
  as(tx, signedIn(who.userId), (db) => device(db, who.viewerId, movieId));

const listed = (kind: string, at: number, isListed: boolean) => write({ kind, at, isListed });
const rated = (at: number, rating: number | null) => write({ kind: "rating", at, rating });
const marked = (at: number, isWatched: boolean | null) =>
  write({ kind: "watched", at, isWatched, episodeIds: null });
const removed = (at: number) => write({ kind: "removed", at, episodeId: null });
const cleared = (at: number) => write({ kind: "cleared", at });
const dismissed = (at: number, isDismissed: boolean) => write({ kind: "dismissed", at, isDismissed });

/** What every device reads in the end. */
async function library(tx: Transaction, { viewerId }: Account) {
  const [row] = await tx`
    select
      (select count(*)::integer from public.user_favorites where viewer_profile_id = ${viewerId} and deleted_at is null)
        as favorites,
      (select max(rating) from public.movie_ratings where viewer_profile_id = ${viewerId} and deleted_at is null) as rating,
      (select jsonb_agg(jsonb_build_object(
        'seconds', progress_seconds, 'percent', watch_percentage, 'completed', completed, 'hand', marked_by_hand,
        'watched', watched_at, 'ended', completed_at, 'dismissed', dismissed_at))
        from public.viewing_history where viewer_profile_id = ${viewerId} and deleted_at is null) as history
  `;
  return row;
}

function permutations<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

/** Lets the writes arrive in every order there is, and then once more; all must end the same. `seen` was there before. */
async function endsAlike(devices: Device[], seen: Device[] = []) {
  const ends = new Set<string>();
  await inRollback(sql, async (tx) => {
    const movieId = await addMovie(tx);
    for (const order of permutations(devices)) {
      const who = await signUp(tx);
      const hear = (devices: Device[]) =>
        as(tx, signedIn(who.userId), async (db) => {
          for (const device of devices) await device(db, who.viewerId, movieId);
        });
      await hear([...seen, ...order]);
      ends.add(JSON.stringify(await library(tx, who)));
      // A device that does not know whether it was heard says all of it again.
      await hear(order.toReversed());
      ends.add(JSON.stringify(await library(tx, who)));
    }
  });
  expect([...ends]).toHaveLength(1);
  return JSON.parse([...ends][0] ?? "null");
}

describe("in whatever order two devices come back", () => {
  test("the newest decision about a list stands", async () => {
    const end = await endsAlike([
      listed("favorites", 1, true),
      listed("favorites", 2, false),
      listed("favorites", 3, true),
      listed("favorites", 4, false),
    ]);
    expect(end.favorites).toBe(0);
  });

  test("added wins over removed in the same millisecond", async () => {
    const end = await endsAlike([listed("favorites", 5, false), listed("favorites", 5, true)]);
    expect(end.favorites).toBe(1);
  });

  test("the newest rating stands, also when it was taken back, and the higher of two at once", async () => {
    expect((await endsAlike([rated(1, 3), rated(2, null), rated(3, 7.5)])).rating).toBe(7.5);
    expect((await endsAlike([rated(1, 3), rated(2, 9), rated(3, null)])).rating).toBeNull();
    expect((await endsAlike([rated(4, 6), rated(4, 8), rated(4, null)])).rating).toBe(8);
  });

  test("the newest position stands, and a film once finished stays finished", async () => {
    const { history } = await endsAlike([played(1, 40), played(2, 95), played(3, 10), played(4, 20)]);
    expect(history).toMatchObject([{ seconds: 20, completed: true }]);
  });

  test("marked as not watched, it begins again; what was reported before that does not count", async () => {
    const { history } = await endsAlike([played(1, 95), marked(2, false), played(3, 10), played(4, 30)]);
    expect(history).toMatchObject([{ seconds: 30, completed: false }]);
  });

  test("marked as watched by hand, it is watched, and taking that back shows what was really played", async () => {
    expect((await endsAlike([played(1, 40), marked(2, true)])).history).toMatchObject([
      { percent: 100, completed: true, hand: true },
    ]);
    expect((await endsAlike([played(1, 40), marked(2, true), marked(3, null)])).history).toMatchObject([
      { seconds: 40, completed: false, hand: false },
    ]);
  });

  test("removed from the history it stays away, unless it was played after that", async () => {
    expect((await endsAlike([played(1, 40), played(2, 95), removed(3)], [played(0, 5)])).history).toBeNull();
    expect(
      (await endsAlike([removed(2), played(3, 10), marked(1, true)], [played(1, 95)])).history,
    ).toMatchObject([{ seconds: 10, completed: false }]);
  });

  test("a history that was cleared takes nothing from before", async () => {
    expect((await endsAlike([played(1, 95), marked(2, true), cleared(3)])).history).toBeNull();
    expect((await endsAlike([played(1, 95), cleared(2), played(3, 10)])).history).toMatchObject([
      { seconds: 10, completed: false },
    ]);
  });

  test("dismissed from continue watching, it comes back when it is played or that is undone", async () => {
    const [gone] = (await endsAlike([played(1, 40), dismissed(2, true)], [played(0, 5)])).history;
    expect(gone.dismissed).not.toBeNull();
    const [again] = (await endsAlike([dismissed(2, true), played(3, 41)], [played(1, 40)])).history;
    expect(again.dismissed).toBeNull();
    const [undone] = (await endsAlike([dismissed(2, true), dismissed(3, false)], [played(1, 40)])).history;
    expect(undone.dismissed).toBeNull();
  });

  test("everything at once ends alike as well", async () => {
    await endsAlike([played(3, 95), marked(4, false), marked(2, true), played(5, 20)], [played(0, 5)]);
  });
});

describe("a write", () => {
  test("that comes again is known to be superseded, and changes nothing", () =>
    inRollback(sql, async (tx) => {
      const [who, movieId] = [await signUp(tx), await addMovie(tx)];
      expect(await say(tx, who, movieId, listed("watchlist", 1, true))).toBe("done");
      expect(await say(tx, who, movieId, listed("watchlist", 1, true))).toBe("superseded");
    }));

  test.each([
    ["the year 2100", Date.UTC(2100, 0, 1)],
    ["the largest number there is", Number.MAX_SAFE_INTEGER],
  ])("dated in %s counts as made now, and the next one wins", (_name, madeAt) =>
    inRollback(sql, async (tx) => {
      const [who, movieId] = [await signUp(tx), await addMovie(tx)];
      await say(tx, who, movieId, listed("favorites", madeAt - START, true));
      await tx`select pg_sleep(0.005)`;
      await say(tx, who, movieId, write({ kind: "favorites", at: Date.now() - START, isListed: false }));
      expect((await library(tx, who))?.favorites).toBe(0);
    }),
  );

  test("for another household's viewer answers as if there were none", () =>
    inRollback(sql, async (tx) => {
      const [owner, stranger, movieId] = [await signUp(tx), await signUp(tx), await addMovie(tx)];
      const forged = { userId: stranger.userId, viewerId: owner.viewerId };
      expect(await say(tx, forged, movieId, listed("favorites", 1, true))).toBeUndefined();
      expect((await library(tx, owner))?.favorites).toBe(0);
    }));

  test.each(["favorites", "watchlist", "hidden"])("puts nothing on %s that the viewer may not see", (kind) =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const draftId = await addMovie(tx, { status: "draft" });
      expect(await say(tx, who, draftId, listed(kind, 1, true))).toBe("refused");
      expect(await say(tx, who, randomUUID(), listed(kind, 1, true))).toBe("refused");
    }),
  );

  test("marks no episode of another series", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const [mine, other] = [await addMovie(tx, { type: "series" }), await addMovie(tx, { type: "series" })];
      const episodeIds = [await addEpisode(tx, other)];
      await say(tx, who, mine, write({ kind: "watched", at: 1, isWatched: true, episodeIds }));
      expect((await library(tx, who))?.history).toBeNull();
    }));

  test("marks a whole season, and taking it back gives each episode its own progress again", () =>
    inRollback(sql, async (tx) => {
      const who = await signUp(tx);
      const movieId = await addMovie(tx, { type: "series" });
      const episodeIds = [await addEpisode(tx, movieId, 1), await addEpisode(tx, movieId, 2)];
      await as(
        tx,
        signedIn(who.userId),
        (db) =>
          db`select public.save_progress(${who.viewerId}, ${movieId}, 30, 100, ${START}, ${episodeIds[1] ?? null})`,
      );
      await say(tx, who, movieId, write({ kind: "watched", at: 1, isWatched: true, episodeIds }));
      expect((await library(tx, who))?.history).toMatchObject([{ completed: true }, { completed: true }]);
      await say(tx, who, movieId, write({ kind: "watched", at: 2, isWatched: null, episodeIds }));
      expect((await library(tx, who))?.history).toMatchObject([{ seconds: 30, completed: false }]);
    }));
});

describe("a paused history", () => {
  const paused = (at: number, isPaused: boolean) => write({ kind: "paused", at, isPaused });

  test("keeps no position, and none of that time when it goes on", () =>
    inRollback(sql, async (tx) => {
      const [who, movieId] = [await signUp(tx), await addMovie(tx)];
      await say(tx, who, movieId, played(1, 10));
      await say(tx, who, movieId, paused(2, true));
      await say(tx, who, movieId, played(3, 20));
      await say(tx, who, movieId, paused(5, false));
      await say(tx, who, movieId, played(4, 30));
      expect((await library(tx, who))?.history).toMatchObject([{ seconds: 10 }]);
      await say(tx, who, movieId, played(6, 40));
      expect((await library(tx, who))?.history).toMatchObject([{ seconds: 40 }]);
    }));

  test("still takes what is marked by hand", () =>
    inRollback(sql, async (tx) => {
      const [who, movieId] = [await signUp(tx), await addMovie(tx)];
      await say(tx, who, movieId, paused(1, true));
      await say(tx, who, movieId, marked(2, true));
      expect((await library(tx, who))?.history).toMatchObject([{ completed: true }]);
    }));
});

test("twenty devices that write at once end at the newest decision", async () => {
  const who = await signUp(sql);
  const movies = [await addMovie(sql), await addMovie(sql)];
  try {
    const order = Array.from({ length: 20 }, (_, index) => (index * 7) % 20);
    await Promise.all(
      order.flatMap((at) =>
        movies.map((movieId) =>
          sql.begin((tx) => say(tx, who, movieId, listed("favorites", at, at % 2 === 1))),
        ),
      ),
    );
    const rows =
      await sql`select deleted_at from public.user_favorites where viewer_profile_id = ${who.viewerId}`;
    expect(rows.map((row) => row.deleted_at)).toEqual([null, null]);
  } finally {
    await removeAccounts(sql, [who.userId]);
    await sql`delete from public.movies where id = any(${movies}::uuid[])`;
  }
});
