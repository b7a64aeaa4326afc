export { genreLabel } from "@/lib/catalogue/genre-label";
export { askerOf, toCard, toEpisode, toListed } from "@/lib/catalogue/map-rows";
export { cardRow, episodeRow } from "@/lib/catalogue/rows";
export type {
  Episode,
  ListedTitle,
  MovieCard,
  Title,
} from "@/lib/catalogue/schema";
