// What other domains may use of library. Reads are in queries.ts, which is for the server only.
export type {
  ContinueItem,
  HistoryItem,
  HistoryPage,
  Progress,
  SavedList,
  SavedPage,
  TitleState,
} from "@/lib/library/schema";
