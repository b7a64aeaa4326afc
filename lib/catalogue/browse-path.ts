import type { BrowseFilters } from "@/lib/catalogue/schema";

/** Also as a form has them: every value a string, empty where nothing was chosen. */
type Values = { [Name in keyof BrowseFilters]?: string | number | undefined };

/** The address of browse with these filters; what is left at its default does not appear in it. */
export function browsePath(values: Values, place: { cursor?: string | null; pages?: number } = {}): string {
  const { sort, ...filters } = values;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  if (sort && sort !== "newest") query.set("sort", String(sort));
  if (place.cursor) query.set("cursor", place.cursor);
  if (place.pages && place.pages > 1) query.set("pages", String(place.pages));
  return query.size > 0 ? `/browse?${query}` : "/browse";
}

/**
 * The one address under which search engines know a list: by what it is about, whatever its order, depth and finer filters.
 * A category alone has a page of its own.
 */
export function canonicalBrowsePath({ type, genre, years, category }: Values): string {
  const isCategory = category !== undefined && category !== "" && !type && !genre && !years;
  return isCategory ? `/category/${encodeURIComponent(category)}` : browsePath({ type, genre, years });
}

/** A title by chance under these filters (a query without its mark), but not the one that was just offered. */
export function surprisePath(filters: string, but?: string): string {
  const query = new URLSearchParams(filters);
  for (const name of ["sort", "pages", "cursor"]) query.delete(name);
  if (but) query.set("but", but);
  return query.size > 0 ? `/api/catalogue/surprise?${query}` : "/api/catalogue/surprise";
}

/** All results for a question. */
export const searchPath = (query: string) => `/search?q=${encodeURIComponent(query)}`;
