export {
  type Cursor,
  cursorSchema,
  type Episode,
  encodeCursor,
  type MovieCard,
  type Title,
} from "@/lib/catalogue/schema";
