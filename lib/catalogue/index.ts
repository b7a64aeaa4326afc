export { toCard, toEpisode } from "@/lib/catalogue/map-rows";
export { cardRow, episodeRow } from "@/lib/catalogue/rows";
export {
  type Cursor,
  cursorSchema,
  type Episode,
  encodeCursor,
  type MovieCard,
  type Title,
} from "@/lib/catalogue/schema";
