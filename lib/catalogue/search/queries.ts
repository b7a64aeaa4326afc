import "server-only";
import type { z } from "zod";
import { callCatalogue, limitsOf, ownOf } from "@/lib/catalogue/call";
import { askerOf, toSearchResults } from "@/lib/catalogue/map-rows";
import { listGenres } from "@/lib/catalogue/queries";
import { searchRow } from "@/lib/catalogue/rows";
import { matchGenres, plain } from "@/lib/catalogue/search/match-genres";
import type { SearchResults } from "@/lib/catalogue/search/results";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { CACHE_SECONDS, cached, cacheKeys, cacheTags } from "@/lib/platform/cache";

type Asking = Pick<AudienceContext, "db" | "viewer" | "household">;
/** `popular`: how many titles that many watch come along where nothing is found. */
type Most = { titles: number; others: number; popular: number };

const SUGGESTIONS: Most = { titles: 5, others: 3, popular: 0 };
export const RESULTS: Most = { titles: 48, others: 12, popular: 18 };
const ALL: Most = { titles: 100, others: 24, popular: 0 };
/** Everybody's first letters are the same few thousand; whole questions are as many as there are people. */
const KEPT_LETTERS = 4;

const NOTHING: SearchResults = { titles: [], people: [], episodes: [], genres: [], meant: null, popular: [] };

/** Titles, people, episodes and genres, best first; where there are none, or nothing was asked, what many watch. */
export function searchCatalogue(ctx: Asking, query: string): Promise<SearchResults> {
  return search(ctx, query, RESULTS);
}

/** The same, as far as there are any. */
export function searchWholeCatalogue(ctx: Asking, query: string): Promise<SearchResults> {
  return search(ctx, query, ALL);
}

/** The same, a few, while somebody types. */
export function suggest(ctx: Asking, query: string): Promise<SearchResults> {
  return search(ctx, query, SUGGESTIONS);
}

async function search(ctx: Asking, query: string, most: Most): Promise<SearchResults> {
  const asked = plain(query).replaceAll(/\s+/g, " ");
  if (asked === "" && most.popular === 0) return NOTHING;
  const [row, genres] = await Promise.all([findNames(ctx, asked, most), listGenres(ctx)]);
  return toSearchResults(row, askerOf(ctx), matchGenres(asked, genres));
}

function findNames(ctx: Asking, asked: string, most: Most): Promise<z.output<typeof searchRow>> {
  const { viewer } = ctx;
  const own = ownOf(ctx);
  const parameters = {
    p_query: asked,
    ...limitsOf(viewer),
    p_titles: most.titles,
    p_others: most.others,
    p_popular: most.popular,
  };
  const load = () => callCatalogue("catalogue_search", parameters, searchRow, own);
  if (own || asked.length > KEPT_LETTERS) return load();
  return cached({
    key: cacheKeys.search(most.titles, asked, viewer),
    seconds: CACHE_SECONDS.movieList,
    schema: searchRow,
    tags: [cacheTags.catalogue],
    load,
  });
}
