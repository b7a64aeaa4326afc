import { describe, expect, test } from "vitest";
import {
  overlayHistory,
  overlayList,
  overlayPause,
  overlayRails,
  overlayTitle,
} from "@/lib/library/client/overlay";
import type { HistoryItem, LibraryRails, ListItem, TitleState } from "@/lib/library/schema";
import type { LibraryWrite } from "@/lib/library/writes";

const state: TitleState = {
  isFavorite: false,
  isOnWatchlist: true,
  isHidden: false,
  rating: 4,
  averageRating: 7,
  ratingCount: 12,
  progress: [
    { episodeId: "e1", progressSeconds: 30, watchPercentage: 30, isCompleted: false, isMarkedByHand: false },
  ],
  resume: { episodeId: "e1", progressSeconds: 30, watchPercentage: 30 },
};

let moment = 0;
type Partly = Partial<LibraryWrite> & { kind: LibraryWrite["kind"] };
const write = (value: Partly & Record<string, unknown>) => {
  moment += 1;
  return { id: String(moment), madeAt: moment, movieId: "m", ...value } as LibraryWrite;
};

describe("what the server has not answered yet is laid over what it said", () => {
  test("the last of several writes about one thing shows, and those about other titles do not", () => {
    const shown = overlayTitle(state, "m", [
      write({ kind: "favorites", isListed: true }),
      write({ kind: "rating", rating: 9 }),
      write({ kind: "rating", rating: null }),
      write({ kind: "watchlist", movieId: "other", isListed: false }),
    ]);
    expect(shown).toMatchObject({ isFavorite: true, isOnWatchlist: true, rating: null });
  });

  test("without writes, and after a refused one is gone, it is what the server said", () => {
    expect(overlayTitle(state, "m", [])).toBe(state);
  });

  test("a season marked by hand is watched, whatever of it was begun", () => {
    const shown = overlayTitle(state, "m", [
      write({ kind: "watched", episodeIds: ["e1", "e2"], isWatched: true }),
    ]);
    expect(shown.progress.map(({ episodeId, isCompleted }) => [episodeId, isCompleted])).toEqual([
      ["e1", true],
      ["e2", true],
    ]);
    expect(shown.resume).toBeNull();
  });

  test("a film marked as not watched loses its progress, and no episode does", () => {
    const shown = overlayTitle(state, "m", [write({ kind: "watched", episodeIds: null, isWatched: false })]);
    expect(shown.progress.find(({ episodeId }) => episodeId === null)).toMatchObject({ isCompleted: false });
    expect(shown.progress.find(({ episodeId }) => episodeId === "e1")).toMatchObject({ watchPercentage: 30 });
  });
});

const item = (id: string, rating: number | null = null) =>
  ({ card: { id }, rating, isWatched: false }) as ListItem;

describe("a list", () => {
  const items = [item("a", 3), item("b", 5)];

  test("loses what was taken off it at once, and nothing for what was taken off another", () => {
    const off = (kind: "watchlist" | "favorites") => [write({ kind, movieId: "a", isListed: false })];
    expect(overlayList("watchlist", items, off("watchlist")).map(({ card }) => card.id)).toEqual(["b"]);
    expect(overlayList("watchlist", items, off("favorites"))).toHaveLength(2);
  });

  test("of ratings shows the new one, and loses one that was taken back", () => {
    const shown = overlayList("ratings", items, [
      write({ kind: "rating", movieId: "a", rating: 9.5 }),
      write({ kind: "rating", movieId: "b", rating: null }),
    ]);
    expect(shown).toMatchObject([{ card: { id: "a" }, rating: 9.5 }]);
  });
});

describe("resume and next up", () => {
  const rails = {
    resume: [
      { card: { id: "film" }, episode: null },
      { card: { id: "show" }, episode: { id: "e2" } },
    ],
    nextUp: [{ card: { id: "other" }, episode: { id: "e9" } }],
    hiddenIds: [],
  } as unknown as LibraryRails;
  const left = (...writes: LibraryWrite[]) => {
    const { resume, nextUp } = overlayRails(rails, writes);
    return [...resume, ...nextUp].map(({ card }) => card.id);
  };

  test.each([
    ["dismissed", write({ kind: "dismissed", movieId: "film", isDismissed: true }), ["show", "other"]],
    [
      "taken back",
      write({ kind: "dismissed", movieId: "film", isDismissed: false }),
      ["film", "show", "other"],
    ],
    ["hidden", write({ kind: "hidden", movieId: "other", isListed: true }), ["film", "show"]],
    [
      "marked",
      write({ kind: "watched", movieId: "show", episodeIds: ["e2"], isWatched: true }),
      ["film", "other"],
    ],
    [
      "marked in another episode",
      write({ kind: "watched", movieId: "show", episodeIds: ["e1"], isWatched: true }),
      ["film", "show", "other"],
    ],
    ["removed", write({ kind: "removed", movieId: "film", episodeId: null }), ["show", "other"]],
    ["rated", write({ kind: "rating", movieId: "film", rating: 8 }), ["film", "show", "other"]],
  ])("what was %s", (_name, one, expected) => {
    expect(left(one)).toEqual(expected);
  });

  test("nothing is left of a cleared history", () => {
    expect(left({ id: "1", madeAt: 1, kind: "cleared" })).toEqual([]);
  });
});

describe("the history", () => {
  const lines = [
    { id: "1", card: { id: "film" }, episode: null },
    { id: "2", card: { id: "show" }, episode: { id: "e1" } },
  ] as HistoryItem[];

  test("loses the line that was removed and no other", () => {
    const removed = write({ kind: "removed", movieId: "show", episodeId: "e1" });
    expect(overlayHistory(lines, [removed]).map(({ id }) => id)).toEqual(["1"]);
    const elsewhere = write({ kind: "removed", movieId: "show", episodeId: "e2" });
    expect(overlayHistory(lines, [elsewhere])).toHaveLength(2);
  });

  test("is paused as was said last", () => {
    expect(overlayPause(false, [write({ kind: "paused", isPaused: true })])).toBe(true);
    const both = [write({ kind: "paused", isPaused: true }), write({ kind: "paused", isPaused: false })];
    expect(overlayPause(true, both)).toBe(false);
  });
});
