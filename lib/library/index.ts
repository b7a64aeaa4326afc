// What other domains may use of library. Reads are in queries.ts, which is for the server only.
export type {
  HistoryItem,
  HistoryPage,
  LibraryRails,
  ListPage,
  NextUpItem,
  Progress,
  ResumeItem,
  SavedList,
  TitleState,
} from "@/lib/library/schema";
