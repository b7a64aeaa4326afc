import { type Cursor, encodeCursor } from "@/lib/platform/cursor";
import "server-only";
import type { z } from "zod";
import {
  askerOf,
  toFacets,
  toHome,
  toListed,
  toPerson,
  toSearchResults,
  toTitle,
} from "@/lib/catalogue/map-rows";
import { browseRow, facetsRow, homeRow, personRow, searchRow, titleRow } from "@/lib/catalogue/rows";
import {
  BROWSE_PAGE_SIZE,
  type BrowseFilters,
  type BrowsePage,
  type Facets,
  type Home,
  type Person,
  type SearchResults,
  type Title,
} from "@/lib/catalogue/schema";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { CACHE_SECONDS, cached, cacheKeys } from "@/lib/platform/cache";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
import { publicClient } from "@/lib/platform/supabase/public";

type Audience = Pick<AudienceContext, "viewer" | "household">;

/** The rows of home that everybody with this limit and country shares. */
export async function getHome(ctx: Audience): Promise<Home> {
  const { viewer } = ctx;
  const row = await cached({
    key: cacheKeys.trendingMovies(viewer),
    seconds: CACHE_SECONDS.movieList,
    schema: homeRow,
    load: () => call("catalogue_home", limits(viewer), homeRow),
  });
  return toHome(row, askerOf(ctx));
}

/** One page of titles after `cursor`; at most BROWSE_PAGE_SIZE. */
export async function browseTitles(
  ctx: Audience,
  { sort, ...filters }: BrowseFilters,
  cursor?: Cursor,
): Promise<BrowsePage> {
  const { viewer } = ctx;
  const page = {
    p_sort: sort,
    p_filters: filters,
    p_after_value: cursor?.[0],
    p_after_id: cursor?.[1],
    p_limit: BROWSE_PAGE_SIZE + 1,
  };
  const load = () => call("catalogue_browse", { ...limits(viewer), ...page }, browseRow);
  const rows = cursor ? await load() : await cachedFirstPage(viewer, page, load);
  const shown = rows.slice(0, BROWSE_PAGE_SIZE);
  const last = shown.at(-1);
  return {
    cards: shown.map(({ card }) => toListed(card, askerOf(ctx))),
    nextCursor: last && rows.length > shown.length ? encodeCursor([last.after, last.card.id]) : null,
  };
}

/** Everybody sees first pages, hardly anybody the same later one. */
function cachedFirstPage(
  viewer: Audience["viewer"],
  page: { p_sort: string; p_filters: Omit<BrowseFilters, "sort"> },
  load: () => Promise<z.output<typeof browseRow>>,
) {
  // As JSON, because a comma in a genre must not pass for the next filter.
  const name = JSON.stringify([page.p_sort, page.p_filters]);
  return cached({
    key: cacheKeys.movies(page.p_filters.type ?? "all", name, viewer),
    seconds: CACHE_SECONDS.movieList,
    schema: browseRow,
    load,
  });
}

/** What the filters of browse offer this viewer. */
export async function getFacets({ viewer }: Audience): Promise<Facets> {
  const row = await cached({
    key: cacheKeys.popularCategories(viewer),
    seconds: CACHE_SECONDS.trending,
    schema: facetsRow,
    load: () => call("catalogue_facets", limits(viewer), facetsRow),
  });
  return toFacets(row, viewer.locale);
}

/** Throws NOT_FOUND for a title that is unknown, not published, above the viewer's limit or without rights here. */
export async function getTitle(ctx: Audience, slug: string): Promise<Title> {
  const { viewer } = ctx;
  const row = await cached({
    key: cacheKeys.movieSimilar(slug, viewer),
    seconds: CACHE_SECONDS.movie,
    schema: titleRow.nullable(),
    load: () => call("catalogue_title", { p_slug: slug, ...limits(viewer) }, titleRow.nullable()),
  });
  if (!row) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return toTitle(row, askerOf(ctx));
}

/** Throws NOT_FOUND for an unknown person. Their titles are those that this viewer may see, 200 at most. */
export async function getPerson(ctx: Audience, slug: string): Promise<Person> {
  const row = await call("catalogue_person", { p_slug: slug, ...limits(ctx.viewer) }, personRow.nullable());
  if (!row) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return toPerson(row, askerOf(ctx));
}

const SUGGESTIONS = 6;
const RESULTS = 48;

/** Titles, people and genres, best first. */
export function searchCatalogue(ctx: Audience, query: string): Promise<SearchResults> {
  return search(ctx, query, RESULTS);
}

/** The same, a few, while somebody types. */
export function suggestTitles(ctx: Audience, query: string): Promise<SearchResults> {
  return search(ctx, query, SUGGESTIONS);
}

async function search(ctx: Audience, query: string, limit: number): Promise<SearchResults> {
  if (query.trim() === "") return { titles: [], people: [], genres: [] };
  const { genres } = await getFacets(ctx);
  const row = await call(
    "catalogue_search",
    { p_query: query, ...limits(ctx.viewer), p_limit: limit, p_genres: genres.map(({ name }) => name) },
    searchRow,
  );
  return toSearchResults(row, askerOf(ctx));
}

function limits({ maturityLimit, country }: Audience["viewer"]) {
  return { p_maturity_limit: maturityLimit, p_country: country };
}

type CatalogueFunction =
  | "catalogue_home"
  | "catalogue_browse"
  | "catalogue_facets"
  | "catalogue_title"
  | "catalogue_person"
  | "catalogue_search";

/** The same for everybody with these limits, so it asks as a visitor, and the answer may be kept. */
async function call<Schema extends z.ZodType>(
  name: CatalogueFunction,
  parameters: Record<string, unknown>,
  schema: Schema,
): Promise<z.output<Schema>> {
  // Generated types know no nullable parameters; these functions take null for "no limit known".
  const { data, error } = await publicClient().rpc(name, parameters as never);
  if (error) throw fromPostgrest(error);
  return schema.parse(data);
}
