import { z } from "zod";
import type { Episode, ListedTitle, MovieCard } from "@/lib/catalogue";
import { cursorSchema } from "@/lib/platform/cursor";

export const LIBRARY_PAGE_SIZE = 36;
export const CONTINUE_WATCHING_SIZE = 20;
const SAVED_LISTS = ["favorites", "watchlist"] as const;

export const saveBody = z.object({ movieId: z.uuid() });
export const savedParams = z.object({ movieId: z.uuid() });
export const historyParams = z.object({ id: z.uuid() });
export const pageQuery = z.object({ cursor: cursorSchema.optional() });
export const dismissBody = z.object({ movieId: z.uuid() });
export const watchedBody = z.object({
  movieId: z.uuid(),
  episodeId: z.uuid().nullish(),
  isWatched: z.boolean(),
});

export type SavedList = (typeof SAVED_LISTS)[number];
export type Watched = z.output<typeof watchedBody>;

/** One page of saved titles, newest first. */
export type SavedPage = { cards: ListedTitle[]; nextCursor: string | null };

/** What a viewer goes on with. A next episode that was not begun has progressSeconds 0. */
export type ContinueItem = {
  card: ListedTitle & Pick<MovieCard, "durationSeconds">;
  episode: Pick<Episode, "season" | "number" | "title" | "durationSeconds"> | null;
  progressSeconds: number;
  /** 0 to 100. */
  watchPercentage: number;
};

export type HistoryItem = {
  id: string;
  card: MovieCard;
  episode: Episode | null;
  progressSeconds: number;
  watchPercentage: number;
  isCompleted: boolean;
  watchedAt: string;
};

export type HistoryPage = { items: HistoryItem[]; nextCursor: string | null };

/** How far a viewer is in a film (episodeId null) or an episode. */
export type Progress = { episodeId: string | null; progressSeconds: number; watchPercentage: number };

/** What a title page shows to one viewer besides the title itself. */
export type TitleState = {
  isFavorite: boolean;
  isOnWatchlist: boolean;
  progress: (Progress & { isCompleted: boolean })[];
  /** Where "play" goes on; null when nothing was begun or everything is watched: from the beginning. */
  resume: Progress | null;
};
