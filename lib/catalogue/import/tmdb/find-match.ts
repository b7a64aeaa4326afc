import type { SearchResult } from "@/lib/catalogue/import/tmdb/schema";

export type Wanted = { title: string; originalTitle: string | null; year: number | null };
export type Match = { id: number } | { reason: string };

/** The one result with the same name and year. Two of them are none: a wrong film is worse than an empty page. */
export function findMatch(wanted: Wanted, results: SearchResult[]): Match {
  const names = [wanted.title, wanted.originalTitle].filter((name) => name !== null).map(comparable);
  const exact = results.filter(
    ({ titles, year }) =>
      titles.some((title) => names.includes(comparable(title))) &&
      (wanted.year === null || year === wanted.year),
  );
  const [only, second] = exact;
  if (!only) return { reason: "TMDB knows no title of this name and year" };
  if (second) return { reason: "TMDB knows several titles of this name and year" };
  return { id: only.id };
}

/** Letters and digits alone, without accents and case: "Amélie!" is "amelie". */
function comparable(title: string): string {
  return title
    .replace(/[đĐ]/g, "d")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
