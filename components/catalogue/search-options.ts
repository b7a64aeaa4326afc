import type { ListedTitle, SearchResults } from "@/lib/catalogue/schema";

export type SearchOption = {
  kind: "title" | "person" | "genre" | "all";
  key: string;
  href: string;
  label: string;
  movie?: ListedTitle;
};

const MOST_PEOPLE = 3;
const MOST_GENRES = 2;

/** What is offered for a question, in the order in which the arrow keys go through it; the last one is all results. */
export function toSearchOptions(query: string, { titles, people, genres }: SearchResults): SearchOption[] {
  return [
    ...titles.map((movie) => ({
      kind: "title" as const,
      key: movie.id,
      href: `/title/${movie.slug}`,
      label: movie.title,
      movie,
    })),
    ...people.slice(0, MOST_PEOPLE).map(({ slug, name }) => ({
      kind: "person" as const,
      key: `person-${slug}`,
      href: `/person/${slug}`,
      label: name,
    })),
    ...genres.slice(0, MOST_GENRES).map(({ name, label }) => ({
      kind: "genre" as const,
      key: `genre-${name}`,
      href: `/browse?genre=${encodeURIComponent(name)}`,
      label,
    })),
    { kind: "all", key: "all", href: `/search?q=${encodeURIComponent(query)}`, label: query },
  ];
}
