import type { QueryClient } from "@tanstack/react-query";
import { libraryKeys } from "@/lib/library/client/keys";
import { overlayTitle } from "@/lib/library/client/overlay";
import type { LibraryChange, ListName, TitleState } from "@/lib/library/schema";
import type { LibraryWrite, WriteOutcome } from "@/lib/library/writes";

const LISTS: Record<string, ListName> = {
  user_favorites: "favorites",
  user_watchlist: "watchlist",
  hidden_movies: "hidden",
  movie_ratings: "ratings",
};

/** Rows that this or another device changed: what is on screen follows at once, the rest when it is next shown. */
export function applyChanges(client: QueryClient, viewerId: string, changes: LibraryChange[]): void {
  for (const { table, record } of changes) {
    const { movie_id: movieId } = record;
    if (movieId) patchTitle(client, libraryKeys.title(viewerId, movieId), table, record);
  }
  const tables = new Set(changes.map(({ table }) => table));
  for (const table of tables) {
    const list = LISTS[table];
    if (list) askAgain(client, libraryKeys.lists(viewerId, list));
  }
  if (tables.has("viewing_history") || tables.has("viewer_profiles"))
    askAgain(client, libraryKeys.histories(viewerId));
  if (tables.has("viewing_history") || tables.has("hidden_movies"))
    askAgain(client, libraryKeys.rails(viewerId));
}

function patchTitle(
  client: QueryClient,
  key: readonly unknown[],
  table: string,
  { deleted_at: deletedAt, rating }: LibraryChange["record"],
): void {
  const isThere = deletedAt === null;
  const patch: Partial<TitleState> | undefined = {
    user_favorites: { isFavorite: isThere },
    user_watchlist: { isOnWatchlist: isThere },
    hidden_movies: { isHidden: isThere },
    movie_ratings: { rating: isThere ? (rating ?? null) : null },
  }[table];
  if (patch) client.setQueryData<TitleState>(key, (state) => state && { ...state, ...patch });
  askAgain(client, key);
}

/** What is on its way may be older than what was just told: it is dropped, so that the newest question has the last word. */
function askAgain(client: QueryClient, queryKey: readonly unknown[]): void {
  void client.cancelQueries({ queryKey }, { silent: true });
  void client.invalidateQueries({ queryKey });
}

/**
 * A write of this tab that the server has: what was laid over its word is its word now, unless it knew something newer.
 * Either way it is asked, because another device may have said something while the answer was on its way.
 */
export function applySettled(
  client: QueryClient,
  viewerId: string,
  write: LibraryWrite,
  outcome: WriteOutcome,
): void {
  if ("movieId" in write) {
    const key = libraryKeys.title(viewerId, write.movieId);
    if (outcome === "done")
      client.setQueryData<TitleState>(key, (state) => state && overlayTitle(state, write.movieId, [write]));
    askAgain(client, key);
  }
  applyChanges(client, viewerId, [{ table: tableOf(write), record: {} }]);
}

function tableOf({ kind }: LibraryWrite): string {
  if (kind === "favorites") return "user_favorites";
  if (kind === "watchlist") return "user_watchlist";
  if (kind === "hidden") return "hidden_movies";
  if (kind === "rating") return "movie_ratings";
  return "viewing_history";
}
