import { expect } from "vitest";
import { type FunctionAccess, REFUSED, SERVER_ONLY, SIGNED_IN } from "./function-access";

const entitlement = { tier: "free", max_streams: 1, max_video_height: 480, has_ads: true };

/** The owner reads it, and so does the service, which RLS does not hold; everybody else finds nothing. */
function read(
  call: FunctionAccess["call"],
  found: (place: Parameters<FunctionAccess["call"]>[0]) => unknown,
  nothing: unknown,
): FunctionAccess {
  return {
    open: SIGNED_IN,
    call,
    answers: (place) => ({ owner: found(place), service: found(place), others: nothing }),
  };
}

export const LIBRARY_FUNCTIONS: Record<string, FunctionAccess> = {
  apply_library_writes: {
    open: SIGNED_IN,
    call: ({ owner, movieId }) => {
      const write = { id: "a", kind: "favorites", movieId, isListed: true, madeAt: Date.now() };
      return [owner.viewerId, JSON.stringify([write]), "18", "KE"];
    },
    answers: () => ({ owner: [[{ id: "a", outcome: "done" }]], others: [null], suspended: REFUSED }),
  },
  history_page: read(
    ({ owner }) => [owner.viewerId, "18", "KE"],
    ({ movieId }) => [
      {
        is_paused: false,
        items: [
          expect.objectContaining({ progress_seconds: 600, card: expect.objectContaining({ id: movieId }) }),
        ],
      },
    ],
    [{ is_paused: false, items: [] }],
  ),
  latest_watched: read(
    ({ owner }) => [owner.viewerId, "10"],
    ({ movieId }) => [expect.objectContaining({ movie_id: movieId, progress_seconds: 600 })],
    [],
  ),
  library_changes: read(
    ({ owner }) => [owner.viewerId, "2026-01-01T00:00:00Z"],
    ({ movieId }) => [
      expect.objectContaining({
        changes: expect.arrayContaining([
          { table: "user_watchlist", record: { movie_id: movieId, deleted_at: null } },
          { table: "movie_ratings", record: { movie_id: movieId, deleted_at: null, rating: 8 } },
        ]),
      }),
    ],
    [{ changes: [], is_complete: true, now: expect.any(String) }],
  ),
  library_rails: read(
    ({ owner }) => [owner.viewerId, "18", "KE"],
    ({ otherMovieId }) => [
      { resume: [expect.objectContaining({ progress_seconds: 600 })], next_up: [], hidden: [otherMovieId] },
    ],
    [{ resume: [], next_up: [], hidden: [] }],
  ),
  list_page: read(
    ({ owner }) => [owner.viewerId, "watchlist", "18", "KE"],
    ({ movieId }) => [
      expect.objectContaining({
        count: 1,
        items: [expect.objectContaining({ card: expect.objectContaining({ id: movieId }) })],
      }),
    ],
    [expect.objectContaining({ count: 0, items: [] })],
  ),
  listed_titles: read(
    ({ owner }) => [owner.viewerId, "ratings", "18", "KE"],
    ({ movieId }) => [
      expect.objectContaining({ rating: 8, movie: expect.objectContaining({ id: movieId }) }),
    ],
    [],
  ),
  resume_point: read(
    ({ owner, movieId }) => [owner.viewerId, movieId],
    () => [{ episode_id: null, progress_seconds: 600, watch_percentage: 50, watched_at: expect.any(String) }],
    [],
  ),
  title_state: read(
    ({ owner, movieId }) => [owner.viewerId, movieId, "18", "KE"],
    () => [expect.objectContaining({ is_on_watchlist: true, is_favorite: false, rating: 8 })],
    [
      expect.objectContaining({
        is_on_watchlist: false,
        is_favorite: false,
        is_hidden: false,
        rating: null,
        progress: [],
        resume: null,
      }),
    ],
  ),
  save_progress: {
    open: SIGNED_IN,
    call: ({ owner, movieId }) => [owner.viewerId, movieId, "700", "1200", String(Date.now())],
    answers: () => ({ owner: [true], others: [false], suspended: REFUSED }),
  },
  report_playback: {
    open: SIGNED_IN,
    call: ({ sessionId }) => [sessionId, "700", "1200", String(Date.now())],
    // Admins read the sessions of all, and report for none but themselves.
    answers: () => ({ owner: [true], others: [null], suspended: REFUSED }),
  },
  heartbeat_playback_session: {
    open: SIGNED_IN,
    call: ({ sessionId, owner }) => [sessionId, owner.viewerId],
    answers: () => ({ owner: ["counted"], others: ["ended"], suspended: REFUSED, suspendedAdmin: REFUSED }),
  },
  end_playback_session: {
    open: SIGNED_IN,
    call: ({ sessionId }) => [sessionId],
    answers: () => ({ owner: [true], others: [false] }),
  },
  end_streams: {
    open: SIGNED_IN,
    call: () => ["global"],
    answers: () => ({ owner: [1], others: [0] }),
  },
  // What a title is made of is everybody's; how it is watched and what is paid for it is not.
  playback_source: {
    open: SIGNED_IN,
    call: ({ owner, movieId }) => [owner.userId, owner.viewerId, movieId, null, "18", "KE"],
    answers: () => {
      const resume = { progress_seconds: 600, watch_percentage: 50 };
      const own = [expect.objectContaining({ resume, entitlement, preferences: expect.anything() })];
      const staff = [expect.objectContaining({ resume: null, entitlement, preferences: null })];
      const others = [expect.objectContaining({ resume: null, entitlement: null, preferences: null })];
      return { owner: own, service: own, moderator: staff, admin: staff, superAdmin: staff, others };
    },
  },
  playback_stream: {
    open: SIGNED_IN,
    call: ({ sessionId, owner }) => [sessionId, owner.viewerId, "18", "KE"],
    answers: () => ({ owner: [expect.objectContaining({ is_live: true })], others: [null] }),
  },
  receiver_stream: {
    open: SERVER_ONLY,
    call: ({ sessionId }) => [sessionId, "KE"],
    answers: ({ movieId }) => ({
      service: [expect.objectContaining({ card: expect.objectContaining({ id: movieId }) })],
    }),
  },
  start_playback_session: {
    open: SERVER_ONLY,
    call: ({ owner, movieId }) => [owner.userId, owner.viewerId, movieId, "Television", "6"],
    answers: () => ({ service: [expect.any(String)] }),
  },
};
