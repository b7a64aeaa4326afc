import type { ListFilters, ListName, ListSort } from "@/lib/library/schema";

export type { ListFacets, ListFilters, ListName, ListSort } from "@/lib/library/schema";

/** Ratings begin with the best of one's own, everything else with what was added last. */
export function sortOf(list: ListName, { sort }: ListFilters): ListSort {
  return sort ?? (list === "ratings" ? "mine" : "newest");
}

/** The address of a list with these filters. */
export function listPath(list: ListName, filters: ListFilters): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `/${list}?${new URLSearchParams(given)}` : `/${list}`;
}
