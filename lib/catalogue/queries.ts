import { type Cursor, encodeCursor } from "@/lib/platform/cursor";
import "server-only";
import type { z } from "zod";
import { callCatalogue, limitsOf } from "@/lib/catalogue/call";
import { askerOf, toFacets, toHome, toListed, toPerson, toTitle } from "@/lib/catalogue/map-rows";
import { browseRow, facetsRow, homeRow, personRow, titleRow } from "@/lib/catalogue/rows";
import {
  BROWSE_PAGE_SIZE,
  type BrowseFilters,
  type BrowsePage,
  type Facets,
  type Home,
  type Person,
  type Title,
} from "@/lib/catalogue/schema";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { CACHE_SECONDS, cached, cacheKeys } from "@/lib/platform/cache";
import { AppError } from "@/lib/platform/errors";

type Audience = Pick<AudienceContext, "viewer" | "household">;

/** The rows of home that everybody with this limit and country shares. */
export async function getHome(ctx: Audience): Promise<Home> {
  const { viewer } = ctx;
  const row = await cached({
    key: cacheKeys.trendingMovies(viewer),
    seconds: CACHE_SECONDS.movieList,
    schema: homeRow,
    load: () => callCatalogue("catalogue_home", limitsOf(viewer), homeRow),
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
  const load = () => callCatalogue("catalogue_browse", { ...limitsOf(viewer), ...page }, browseRow);
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
    load: () => callCatalogue("catalogue_facets", limitsOf(viewer), facetsRow),
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
    load: () => callCatalogue("catalogue_title", { p_slug: slug, ...limitsOf(viewer) }, titleRow.nullable()),
  });
  if (!row) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return toTitle(row, askerOf(ctx));
}

/** Throws NOT_FOUND for an unknown person. Their titles are those that this viewer may see, 200 at most. */
export async function getPerson(ctx: Audience, slug: string): Promise<Person> {
  const row = await callCatalogue(
    "catalogue_person",
    { p_slug: slug, ...limitsOf(ctx.viewer) },
    personRow.nullable(),
  );
  if (!row) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return toPerson(row, askerOf(ctx));
}
