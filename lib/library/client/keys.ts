import type { ListFilters, ListName } from "@/lib/library/schema";

/** By viewer: who watches after another in the same tab starts from nothing. */
export const libraryKeys = {
  viewer: (viewerId: string) => ["library", viewerId] as const,
  title: (viewerId: string, movieId: string) => ["library", viewerId, "title", movieId] as const,
  lists: (viewerId: string, list: ListName) => ["library", viewerId, list] as const,
  list: (viewerId: string, list: ListName, filters: ListFilters) =>
    ["library", viewerId, list, filters] as const,
  rails: (viewerId: string) => ["library", viewerId, "rails"] as const,
  histories: (viewerId: string) => ["library", viewerId, "history"] as const,
  history: (viewerId: string, query: string) => ["library", viewerId, "history", query] as const,
};
