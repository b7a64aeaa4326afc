import { z } from "zod";
import type { Episode, ListedTitle, MovieCard } from "@/lib/catalogue";
import { cursorSchema } from "@/lib/platform/cursor";

export const LIBRARY_PAGE_SIZE = 36;
export const RAIL_SIZE = 20;
export const LISTS = ["watchlist", "favorites", "ratings", "hidden"] as const;
export const LIST_SORTS = ["newest", "title", "year", "rating", "shortest", "mine", "mine-lowest"] as const;

export const watchedMark = z.boolean().nullable();
export const listParams = z.object({ list: z.enum(LISTS) });
export const titleParams = z.object({ movieId: z.uuid() });
export const changesQuery = z.object({ since: z.iso.datetime({ offset: true }).optional() });

const filterShape = {
  sort: z.enum(LIST_SORTS).optional(),
  type: z.enum(["movie", "series"]).optional(),
  genre: z.string().max(60).optional(),
  unwatched: z.literal("1").optional(),
};
const filtersSchema = z.object(filterShape);
export const listQuery = z.object({ ...filterShape, cursor: cursorSchema.optional() });
export const historyQuery = z.object({
  q: z.string().trim().max(100).optional(),
  cursor: cursorSchema.optional(),
});

export type ListName = (typeof LISTS)[number];
/** The two lists that a title is put on by its buttons. */
export type SavedList = "watchlist" | "favorites";
export type ListSort = (typeof LIST_SORTS)[number];
export type ListFilters = z.output<typeof filtersSchema>;

/** What an address asks for; whatever makes no sense is left out. */
export function parseFilters(query: Record<string, string | string[] | undefined>): ListFilters {
  const entries = Object.entries(filterShape).map(([name, schema]) => [
    name,
    schema.safeParse(query[name]).data,
  ]);
  return filtersSchema.parse(Object.fromEntries(entries.filter(([, value]) => value)));
}

/** rating is the viewer's own, where the list is that of their ratings. */
export type ListItem = { card: ListedTitle; rating: number | null; isWatched: boolean };
export type ListFacets = {
  total: number;
  movies: number;
  unwatched: number;
  genres: { name: string; label: string; count: number }[];
};
/** count is how many the filters leave; facets come with the first page and count the whole list. */
export type ListPage = {
  items: ListItem[];
  count: number;
  facets: ListFacets | null;
  nextCursor: string | null;
};

type RailEpisode = Pick<Episode, "id" | "season" | "number" | "title" | "durationSeconds">;
type RailCard = Pick<ListedTitle, "id" | "slug" | "title" | "genres"> & Pick<MovieCard, "durationSeconds">;
/** A scene of the episode, else of the title. */
type Scene = { stillPath: string | null; stillPlaceholder: string | null };

/** Begun and not finished. watchPercentage is 0 to 100. */
export type ResumeItem = Scene & {
  card: RailCard;
  episode: RailEpisode | null;
  progressSeconds: number;
  watchPercentage: number;
};
/** The next episode of a series whose last watched one was finished; new when it came after that. */
export type NextUpItem = Scene & { card: RailCard; episode: RailEpisode; isNew: boolean };
export type LibraryRails = { resume: ResumeItem[]; nextUp: NextUpItem[]; hiddenIds: string[] };

export type HistoryItem = {
  id: string;
  card: MovieCard;
  episode: Episode | null;
  progressSeconds: number;
  watchPercentage: number;
  isCompleted: boolean;
  watchedAt: string;
};

export type HistoryPage = { items: HistoryItem[]; isPaused: boolean; nextCursor: string | null };

/** How far a viewer is in a film (episodeId null) or an episode. */
export type Progress = { episodeId: string | null; progressSeconds: number; watchPercentage: number };
export type ItemProgress = Progress & { isCompleted: boolean; isMarkedByHand: boolean };

/** What a title page shows to one viewer besides the title itself. */
export type TitleState = {
  isFavorite: boolean;
  isOnWatchlist: boolean;
  isHidden: boolean;
  /** The viewer's own, 0 to 10 in halves. */
  rating: number | null;
  /** Of everybody: a damped mean, see the migration that weighs ratings. */
  averageRating: number | null;
  ratingCount: number;
  progress: ItemProgress[];
  /** Where "play" goes on; null when nothing was begun or everything is watched: from the beginning. */
  resume: Progress | null;
};

/** A row that another device changed, as Realtime and the catching up both tell it. */
export type LibraryChange = {
  table: string;
  record: { movie_id?: string; deleted_at?: string | null; rating?: number };
};
/** doorbell: the public topic on which somebody who gets no token hears that something changed, and nothing else. */
export type ChangesAnswer = {
  changes: LibraryChange[];
  isComplete: boolean;
  now: string;
  serverTime: number;
  doorbell: string | null;
};
