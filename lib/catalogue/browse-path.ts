import type { BrowseFilters } from "@/lib/catalogue/schema";

/** Also as a form has them: every value a string, empty where nothing was chosen. */
type Values = { [Name in keyof BrowseFilters]?: string | number | undefined };

/** The address of browse with these filters; what is left at its default does not appear in it. */
export function browsePath({ sort, ...filters }: Values, cursor?: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  if (sort && sort !== "newest") query.set("sort", String(sort));
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/browse?${query}` : "/browse";
}
