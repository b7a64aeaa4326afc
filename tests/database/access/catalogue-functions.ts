import { expect } from "vitest";
import { type FunctionAccess, telling } from "./function-access";
import type { Furnished } from "./furnish";
import { EVERYBODY } from "./table-access";

type Call = FunctionAccess["call"];

/** Everybody is answered alike: what is published, and never a draft. */
function shown(call: Call, answer: (place: Furnished) => unknown): FunctionAccess {
  return { open: EVERYBODY, call, answers: (place) => ({ others: answer(place) }) };
}

const genre = (place: Furnished) => JSON.stringify({ genre: place.genre });

export const CATALOGUE_FUNCTIONS: Record<string, FunctionAccess> = {
  // Only the viewer's own household has its hidden titles left out: nobody learns from a list what another one hid.
  catalogue_browse: {
    open: EVERYBODY,
    call: (place) => ["18", "KE", "newest", genre(place), null, null, "36", place.owner.viewerId],
    answers: ({ movieId, otherMovieId }) => ({
      owner: telling([movieId], [otherMovieId]),
      others: telling([movieId, otherMovieId]),
    }),
  },
  catalogue_calendar: shown(
    () => ["18", "KE", "100"],
    ({ comingId }) => telling([comingId]),
  ),
  catalogue_collections: shown(
    () => ["18", "KE"],
    ({ collectionSlug, movieId }) => telling([collectionSlug, movieId]),
  ),
  catalogue_facets: {
    open: EVERYBODY,
    call: (place) => ["18", "KE", genre(place), place.owner.viewerId],
    answers: () => ({
      owner: [expect.objectContaining({ total: 1 })],
      others: [expect.objectContaining({ total: 2 })],
    }),
  },
  catalogue_front: shown(
    () => ["18", "KE", "18"],
    ({ movieId }) => telling([movieId]),
  ),
  catalogue_home: shown(
    () => ["18", "KE", "18"],
    ({ movieId }) => telling([movieId]),
  ),
  catalogue_person: shown(
    ({ personSlug }) => [personSlug, "18", "KE"],
    ({ personSlug, movieId }) => telling([personSlug, movieId]),
  ),
  // The owner has hidden the other one.
  catalogue_random: {
    open: EVERYBODY,
    call: (place) => ["18", "KE", genre(place), "{free}", place.owner.viewerId, place.otherMovieId],
    answers: ({ movieSlug }) => ({ others: [movieSlug] }),
  },
  // By a part of the name: what is hidden is found by its whole name (decision 0042).
  catalogue_search: {
    open: EVERYBODY,
    call: (place) => [place.word.slice(0, -1), "18", "KE", "24", "8", "0", place.owner.viewerId],
    answers: ({ movieId, otherMovieId }) => ({
      owner: telling([movieId], [otherMovieId]),
      others: telling([movieId, otherMovieId]),
    }),
  },
  catalogue_sitemap: shown(
    () => ["18", "KE", "0"],
    ({ movieSlug }) => telling([movieSlug]),
  ),
  catalogue_title: shown(
    ({ movieSlug }) => [movieSlug, "18", "KE"],
    ({ movieId }) => telling([movieId]),
  ),
  catalogue_visible: shown(
    () => ["18", "KE"],
    ({ movieId }) => telling([movieId]),
  ),
  episode_card: shown(
    ({ rows }) => [rows.episode],
    ({ episodeId }) => [expect.objectContaining({ id: episodeId, is_playable: true })],
  ),
  movie_card: shown(
    ({ rows }) => [rows.movie],
    ({ movieId, word }) => [expect.objectContaining({ id: movieId, title: word })],
  ),
  next_episode: shown(
    ({ seriesId }) => [seriesId, "0", "0"],
    ({ episodeId }) => [expect.objectContaining({ id: episodeId })],
  ),
  // Whoever asks for trends of one household gets those of three: nobody's evening is told.
  trending_movies: shown(
    () => ["1"],
    ({ movieId }) => telling([], [movieId]),
  ),
};
