import { type Cursor, encodeCursor } from "@/lib/platform/cursor";
import "server-only";
import type { z } from "zod";
import { callCatalogue, limitsOf, type Own, ownOf } from "@/lib/catalogue/call";
import { toFacets, toSqlFilters } from "@/lib/catalogue/map-facets";
import {
  askerOf,
  toCalendar,
  toCollection,
  toHome,
  toListed,
  toPerson,
  toTitle,
} from "@/lib/catalogue/map-rows";
import {
  browseRow,
  calendarRow,
  collectionsRow,
  facetsRow,
  homeRow,
  personRow,
  titleRow,
} from "@/lib/catalogue/rows";
import {
  BROWSE_PAGE_SIZE,
  type BrowseFilters,
  type BrowsePage,
  type Calendar,
  type Collection,
  type Facets,
  type Genre,
  type Home,
  type Person,
  type Title,
} from "@/lib/catalogue/schema";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { CACHE_SECONDS, cached, cacheKeys, cacheTags } from "@/lib/platform/cache";
import { AppError } from "@/lib/platform/errors";

type Audience = Pick<AudienceContext, "viewer" | "household">;
/** Whose lists leave out what they are not interested in. */
type Asking = Audience & Pick<AudienceContext, "db">;

/** The rows of home that everybody with this limit and country shares. */
export async function getHome(ctx: Audience): Promise<Home> {
  const { viewer } = ctx;
  const row = await cached({
    key: cacheKeys.trendingMovies(viewer),
    seconds: CACHE_SECONDS.movieList,
    schema: homeRow,
    tags: [cacheTags.catalogue],
    load: () => callCatalogue("catalogue_front", limitsOf(viewer), homeRow),
  });
  return toHome(row, askerOf(ctx));
}

/** Titles after `cursor`: `pages` times BROWSE_PAGE_SIZE at most. */
export async function browseTitles(
  ctx: Asking,
  filters: BrowseFilters,
  { cursor, pages = 1 }: { cursor?: Cursor | undefined; pages?: number } = {},
): Promise<BrowsePage> {
  const { viewer } = ctx;
  const own = ownOf(ctx);
  const most = BROWSE_PAGE_SIZE * pages;
  const load = () =>
    callCatalogue(
      "catalogue_browse",
      {
        ...limitsOf(viewer),
        p_sort: filters.sort,
        p_filters: toSqlFilters(filters),
        p_after_value: cursor?.[0],
        p_after_id: cursor?.[1],
        p_limit: most + 1,
      },
      browseRow,
      own,
    );
  // Everybody sees first pages, hardly anybody the same later one.
  const rows =
    own || cursor || pages > 1 ? await load() : await kept("page", filters, viewer, browseRow, load);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    cards: shown.map(({ card }) => toListed(card, askerOf(ctx))),
    nextCursor: last && rows.length > shown.length ? encodeCursor([last.after, last.card.id]) : null,
  };
}

/** What the filters of browse offer this viewer, each counted under the others. */
export async function getFacets(ctx: Asking, chosen: Partial<BrowseFilters> = {}): Promise<Facets> {
  const filters: BrowseFilters = { ...chosen, sort: "newest" };
  const own = ownOf(ctx);
  const row = own ? await loadFacets(ctx, filters, own) : await sharedFacets(ctx, filters);
  return toFacets(row, ctx.viewer.locale, filters.years);
}

/** The genres that there are for everybody with these limits. */
export async function listGenres(ctx: Audience): Promise<Genre[]> {
  const { genres } = toFacets(await sharedFacets(ctx, { sort: "newest" }), ctx.viewer.locale);
  return genres.map(({ value, label }) => ({ name: value, label }));
}

function sharedFacets(ctx: Audience, filters: BrowseFilters): Promise<z.output<typeof facetsRow>> {
  const load = () => loadFacets(ctx, filters, null);
  if (Object.keys(toSqlFilters(filters)).length > 0)
    return kept("facets", filters, ctx.viewer, facetsRow, load);
  return cached({
    key: cacheKeys.popularCategories(ctx.viewer),
    seconds: CACHE_SECONDS.trending,
    schema: facetsRow,
    tags: [cacheTags.catalogue],
    load,
  });
}

function loadFacets({ viewer }: Audience, filters: BrowseFilters, own: Own | null) {
  const parameters = { ...limitsOf(viewer), p_filters: toSqlFilters(filters) };
  return callCatalogue("catalogue_facets", parameters, facetsRow, own);
}

function kept<Schema extends z.ZodType>(
  what: "page" | "facets",
  { sort, ...filters }: BrowseFilters,
  viewer: Audience["viewer"],
  schema: Schema,
  load: () => Promise<z.output<Schema>>,
) {
  // As JSON, because a comma in a genre must not pass for the next filter.
  const name = JSON.stringify([what, sort, filters]);
  return cached({
    key: cacheKeys.movies(filters.type ?? "all", name, viewer),
    seconds: CACHE_SECONDS.movieList,
    schema,
    tags: [cacheTags.catalogue],
    load,
  });
}

/** Throws NOT_FOUND for a title that is unknown, not published, above the viewer's limit or without rights here. */
export async function getTitle(ctx: Audience, slug: string): Promise<Title> {
  const { viewer } = ctx;
  const row = await cached({
    key: cacheKeys.movieSimilar(slug, viewer),
    seconds: CACHE_SECONDS.movie,
    schema: titleRow.nullable(),
    tags: [cacheTags.catalogue, cacheTags.movie(slug)],
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

/** What comes, soonest first, and what leaves here within thirty days. */
export async function getCalendar(ctx: Audience): Promise<Calendar> {
  const row = await cached({
    key: cacheKeys.calendar(ctx.viewer),
    seconds: CACHE_SECONDS.movieList,
    schema: calendarRow,
    tags: [cacheTags.catalogue],
    load: () => callCatalogue("catalogue_calendar", limitsOf(ctx.viewer), calendarRow),
  });
  return toCalendar(row, askerOf(ctx));
}

/** The collections that hold something for this viewer. */
export async function listCollections(ctx: Audience): Promise<Collection[]> {
  const rows = await cached({
    key: cacheKeys.collections(ctx.viewer),
    seconds: CACHE_SECONDS.movieList,
    schema: collectionsRow,
    tags: [cacheTags.catalogue],
    load: () => callCatalogue("catalogue_collections", limitsOf(ctx.viewer), collectionsRow),
  });
  return rows.map((row) => toCollection(row, askerOf(ctx)));
}

/** Throws NOT_FOUND for one that is unknown, not published or empty for this viewer. */
export async function getCollection(ctx: Audience, slug: string): Promise<Collection> {
  const found = (await listCollections(ctx)).find((collection) => collection.slug === slug);
  if (!found) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return found;
}
