export { toCard, toEpisode } from "@/lib/catalogue/map-rows";
export { cardRow, episodeRow } from "@/lib/catalogue/rows";
export type {
  Episode,
  MovieCard,
  Title,
} from "@/lib/catalogue/schema";
