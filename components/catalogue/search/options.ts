import { searchPath } from "@/lib/catalogue/browse-path";
import type { ListedTitle } from "@/lib/catalogue/schema";
import { plain } from "@/lib/catalogue/search/match-genres";
import type { SearchResults } from "@/lib/catalogue/search/results";
import { watchPath } from "@/lib/playback";

type Common = { key: string; href: string; label: string };
export type SearchOption = Common &
  (
    | { kind: "title"; movie: ListedTitle }
    | { kind: "person" | "genre" | "meant" | "all" | "recent" | "forget" }
    | { kind: "episode"; series: string; place: { season: number; number: number } }
  );
export type OptionGroup = { name: GroupName; options: SearchOption[] };
type GroupName = "meant" | "titles" | "people" | "episodes" | "genres" | "recent" | "popular" | "all";

export const toTitleOption = (movie: ListedTitle): SearchOption => ({
  kind: "title",
  key: movie.id,
  href: `/title/${movie.slug}`,
  label: movie.title,
  movie,
});

/** What is offered for a question, in the order in which the arrow keys go through it; the last one is all results. */
export function toGroups(query: string, results: SearchResults | undefined): OptionGroup[] {
  const found = namedFirst(query, toKinds(results ?? NOTHING)).filter(({ options }) => options.length > 0);
  if (results && found.length === 0) return [];
  return [
    ...found,
    { name: "all", options: [{ kind: "all", key: "all", href: searchPath(query), label: query }] },
  ];
}

/** Somebody or something that is called what was typed comes before titles that only mention it. */
function namedFirst(query: string, groups: OptionGroup[]): OptionGroup[] {
  const asked = plain(query);
  const isNamed = ({ name, options: [first] }: OptionGroup) =>
    name === "meant" || (first !== undefined && plain(first.label).includes(asked));
  return [...groups.filter(isNamed), ...groups.filter((group) => !isNamed(group))];
}

function toKinds({ titles, people, episodes, genres, meant }: SearchResults): OptionGroup[] {
  return [
    {
      name: "meant",
      options: meant ? [{ kind: "meant", key: "meant", href: searchPath(meant), label: meant }] : [],
    },
    { name: "titles", options: titles.map(toTitleOption) },
    {
      name: "people",
      options: people.map(({ slug, name }) => ({
        kind: "person",
        key: `person-${slug}`,
        href: `/person/${slug}`,
        label: name,
      })),
    },
    {
      name: "episodes",
      options: episodes.map(({ series, ...episode }) => ({
        kind: "episode",
        key: episode.id,
        href: episode.isPlayable ? watchPath(series.slug, episode) : `/title/${series.slug}`,
        label: episode.title,
        series: series.title,
        place: episode,
      })),
    },
    {
      name: "genres",
      options: genres.slice(0, 2).map(({ name, label }) => ({
        kind: "genre",
        key: `genre-${name}`,
        href: `/browse?genre=${encodeURIComponent(name)}`,
        label,
      })),
    },
  ];
}

const NOTHING: SearchResults = { titles: [], people: [], episodes: [], genres: [], meant: null, popular: [] };

/** Before anything is typed: what was looked for before, and what many watch. */
export function toFirstGroups(recent: string[], popular: ListedTitle[], forgetLabel: string): OptionGroup[] {
  const searches: SearchOption[] = recent.map((query) => ({
    kind: "recent",
    key: `recent-${query}`,
    href: searchPath(query),
    label: query,
  }));
  if (searches.length > 0) searches.push({ kind: "forget", key: "forget", href: "", label: forgetLabel });
  const groups: OptionGroup[] = [
    { name: "recent", options: searches },
    { name: "popular", options: popular.map(toTitleOption) },
  ];
  return groups.filter(({ options }) => options.length > 0);
}
