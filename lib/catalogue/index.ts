export {
  type Cursor,
  cursorSchema,
  encodeCursor,
  type Episode,
  type MovieCard,
  type Title,
} from "@/lib/catalogue/schema";
