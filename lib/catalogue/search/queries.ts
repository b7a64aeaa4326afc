import "server-only";
import type { z } from "zod";
import { callCatalogue, limitsOf } from "@/lib/catalogue/call";
import { askerOf, toSearchResults } from "@/lib/catalogue/map-rows";
import { getFacets } from "@/lib/catalogue/queries";
import { searchRow } from "@/lib/catalogue/rows";
import type { SearchResults } from "@/lib/catalogue/schema";
import { matchGenres, plain } from "@/lib/catalogue/search/match-genres";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { CACHE_SECONDS, cached, cacheKeys } from "@/lib/platform/cache";

type Audience = Pick<AudienceContext, "viewer" | "household">;
type Most = { titles: number; others: number };

const SUGGESTIONS: Most = { titles: 5, others: 3 };
export const RESULTS: Most = { titles: 48, others: 12 };
const ALL: Most = { titles: 100, others: 24 };
/** Everybody's first letters are the same few thousand; whole questions are as many as there are people. */
const KEPT_LETTERS = 4;

const NOTHING: SearchResults = { titles: [], people: [], episodes: [], genres: [], meant: null };

/** Titles, people, episodes and genres, best first. */
export function searchCatalogue(ctx: Audience, query: string): Promise<SearchResults> {
  return search(ctx, query, RESULTS);
}

/** The same, as far as there are any. */
export function searchWholeCatalogue(ctx: Audience, query: string): Promise<SearchResults> {
  return search(ctx, query, ALL);
}

/** The same, a few, while somebody types. */
export function suggest(ctx: Audience, query: string): Promise<SearchResults> {
  return search(ctx, query, SUGGESTIONS);
}

async function search(ctx: Audience, query: string, most: Most): Promise<SearchResults> {
  const asked = plain(query).replaceAll(/\s+/g, " ");
  if (asked === "") return NOTHING;
  const [row, { genres }] = await Promise.all([findNames(ctx, asked, most), getFacets(ctx)]);
  const known = genres.map(({ value: name, label }) => ({ name, label }));
  return toSearchResults(row, askerOf(ctx), matchGenres(asked, known));
}

function findNames({ viewer }: Audience, asked: string, most: Most): Promise<z.output<typeof searchRow>> {
  const load = () =>
    callCatalogue(
      "catalogue_search",
      { p_query: asked, ...limitsOf(viewer), p_titles: most.titles, p_others: most.others },
      searchRow,
    );
  if (asked.length > KEPT_LETTERS) return load();
  return cached({
    key: cacheKeys.search(most.titles, asked, viewer),
    seconds: CACHE_SECONDS.movieList,
    schema: searchRow,
    load,
  });
}
