import type { Pool } from "pg";
import { seededRandom, shuffled, zipfPicker } from "./random";

export const PAGE_KINDS = ["home", "title", "browse", "search"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];
export type Visit = { kind: PageKind; path: string };

const TITLES = 1_400;
const BROWSES = 299;
const SEARCHES = 300;
const MATURITY_OF_A_VISITOR = 16;

/** 2,000 addresses, the most asked for first: home, and then the others in an order that is always the same. */
export async function chooseVisits(pool: Pool): Promise<Visit[]> {
  const random = seededRandom(2_000);
  const titles = await pool.query<{ slug: string; title: string }>(
    `select slug, title from public.movies where status = 'published' and maturity_rating <= $1
     order by md5(slug) limit $2`,
    [MATURITY_OF_A_VISITOR, TITLES],
  );
  const facets = await pool.query<{ genre: string }>(
    `select genre from public.movies, unnest(genres) genre group by genre order by count(*) desc, genre limit 20`,
  );
  const queries = drawQueries(
    titles.rows.map(({ title }) => title),
    random,
  ).slice(0, SEARCHES);
  const others: Visit[] = [
    ...titles.rows.map(({ slug }): Visit => ({ kind: "title", path: `/title/${slug}` })),
    ...drawBrowses(facets.rows.map(({ genre }) => genre)).map((path): Visit => ({ kind: "browse", path })),
    ...queries.map((query): Visit => ({ kind: "search", path: `/search?q=${encodeURIComponent(query)}` })),
  ];
  return [{ kind: "home", path: "/" }, ...shuffled(others, random)];
}

/** What people type: a word or two of a title, some unfinished, some misspelt. */
export function drawQueries(titles: string[], random: () => number): string[] {
  const drawn = titles.map((title) => {
    const words = title
      .toLowerCase()
      .split(/\s+/)
      .slice(0, random() < 0.5 ? 1 : 3)
      .join(" ");
    const way = random();
    if (way < 0.25) return words.slice(0, Math.max(3, Math.ceil(words.length * 0.6)));
    if (way < 0.5 && words.length > 4) {
      const at = 1 + Math.floor(random() * (words.length - 2));
      return words.slice(0, at) + words.slice(at + 1);
    }
    return words;
  });
  return [...new Set(drawn.map((query) => query.trim()))].filter((query) => query.length >= 2);
}

function drawBrowses(genres: string[]): string[] {
  const parts = genres.map((genre) => `genre=${encodeURIComponent(genre)}`);
  const sorts = ["sort=title", "sort=popular", "sort=rating", "sort=year"];
  const years = ["yearFrom=1930&yearTo=1949", "yearFrom=1950&yearTo=1979", "yearFrom=1980", ""];
  const paths = ["", ...parts].flatMap((genre) =>
    sorts.flatMap((sort) => years.map((year) => [genre, sort, year].filter(Boolean).join("&"))),
  );
  return ["/browse", ...paths.map((query) => `/browse?${query}`)].slice(0, BROWSES);
}

/** The same draw each time, so that two runs ask for the same things in the same order. */
export function drawSequence<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const pick = zipfPicker(items, seededRandom(seed));
  return Array.from({ length: count }, pick);
}
