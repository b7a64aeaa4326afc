import type { BrowseFilters } from "@/lib/catalogue/schema";

/** The address of browse with these filters; what is left at its default does not appear in it. */
export function browsePath({ sort, ...filters }: BrowseFilters, cursor?: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  if (sort !== "newest") query.set("sort", sort);
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/browse?${query}` : "/browse";
}
