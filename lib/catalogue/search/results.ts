import type { Episode, Genre, ListedTitle, MovieCard } from "@/lib/catalogue/schema";

export type SearchResults = {
  titles: ListedTitle[];
  people: { slug: string; name: string; photoPath: string | null; photoPlaceholder: string | null }[];
  episodes: FoundEpisode[];
  genres: Genre[];
  /** The name that was probably meant, where nothing is called what was typed. */
  meant: string | null;
  /** What many watch, for a page that has found nothing. */
  popular: ListedTitle[];
};

/** An episode among the results, with the series that it belongs to. */
export type FoundEpisode = Episode & { series: Pick<MovieCard, "slug" | "title"> };
