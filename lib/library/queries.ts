import "server-only";
import type { z } from "zod";
import { askerOf } from "@/lib/catalogue";
import { sortOf } from "@/lib/library/filters";
import {
  changesRow,
  historyPageRow,
  listPageRow,
  railsRow,
  titleStateRow,
  toFacets,
  toHistoryItem,
  toListItem,
  toRails,
  toTitleState,
} from "@/lib/library/rows";
import {
  type ChangesAnswer,
  type HistoryPage,
  LIBRARY_PAGE_SIZE,
  type LibraryRails,
  type ListFilters,
  type ListName,
  type ListPage,
  RAIL_SIZE,
  type TitleState,
} from "@/lib/library/schema";
import type { AudienceContext, ViewerContext } from "@/lib/platform/auth/types";
import { type Cursor, encodeCursor } from "@/lib/platform/cursor";
import { doorbellOf } from "@/lib/platform/doorbell";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
import { supabaseNow } from "@/lib/platform/supabase/clock";

const NO_RAILS: LibraryRails = { resume: [], nextUp: [], hiddenIds: [] };

/** Resume, next up and what is hidden, in one round trip; nothing for whoever has no viewer profile. */
export async function getLibraryRails(ctx: AudienceContext): Promise<LibraryRails> {
  const { profileId } = ctx.viewer;
  if (!profileId) return NO_RAILS;
  const parameters = { p_viewer: profileId, ...limits(ctx), p_limit: RAIL_SIZE };
  return toRails(await call(ctx, "library_rails", parameters, railsRow), askerOf(ctx));
}

/** Ids of what the viewer is not interested in, for lists that are the same for everybody otherwise; mostly none. */
export async function listHiddenIds(ctx: AudienceContext): Promise<string[]> {
  const viewer = ctx.household?.viewers.find(({ id }) => id === ctx.viewer.profileId);
  return viewer?.hidesTitles ? (await getLibraryRails(ctx)).hiddenIds : [];
}

/** Null for whoever has no viewer profile: visitors, and a household that has not said who is watching. */
export async function findTitleState(ctx: AudienceContext, movieId: string): Promise<TitleState | null> {
  const { profileId } = ctx.viewer;
  if (!profileId) return null;
  const parameters = { p_viewer: profileId, p_movie: movieId, ...limits(ctx) };
  const row = await call(ctx, "title_state", parameters, titleStateRow);
  return row && toTitleState(row);
}

/** Throws NOT_FOUND for a title that this viewer may not see. */
export async function getTitleState(ctx: ViewerContext, movieId: string): Promise<TitleState> {
  const state = await findTitleState(ctx, movieId);
  if (!state) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return state;
}

/** One page of one of the viewer's lists; at most LIBRARY_PAGE_SIZE. */
export async function getListPage(
  ctx: ViewerContext,
  list: ListName,
  filters: ListFilters = {},
  cursor?: Cursor,
): Promise<ListPage> {
  const { sort: _sort, ...narrowed } = filters;
  const parameters = {
    p_list: list,
    p_sort: sortOf(list, filters),
    p_filters: narrowed,
    ...pageOf(ctx, cursor),
  };
  const { items, count, facets } = await call(ctx, "list_page", parameters, listPageRow);
  const { shown, nextCursor } = cut(items);
  return {
    items: shown.map((row) => toListItem(row, askerOf(ctx))),
    count,
    facets: facets && toFacets(facets, ctx.viewer.locale),
    nextCursor,
  };
}

/** One page of what the viewer watched, newest first; with `query` only where a title has it in it. */
export async function getHistoryPage(
  ctx: ViewerContext,
  query?: string,
  cursor?: Cursor,
): Promise<HistoryPage> {
  const parameters = { p_query: query || null, ...pageOf(ctx, cursor) };
  const { items, is_paused } = await call(ctx, "history_page", parameters, historyPageRow);
  const { shown, nextCursor } = cut(items);
  return {
    items: shown.map((row) => toHistoryItem(row, ctx.viewer.locale)),
    isPaused: is_paused,
    nextCursor,
  };
}

/** What other devices of this viewer changed since then; without a time only where to listen from now on. */
export async function getChanges(ctx: ViewerContext, since?: string): Promise<ChangesAnswer> {
  const parameters = { p_viewer: ctx.viewer.profileId, p_since: since ?? null };
  const { is_complete, ...row } = await call(ctx, "library_changes", parameters, changesRow);
  return { ...row, isComplete: is_complete, serverTime: supabaseNow(), doorbell: doorbellOf(ctx.viewer) };
}

function pageOf(ctx: ViewerContext, cursor?: Cursor) {
  return {
    p_viewer: ctx.viewer.profileId,
    ...limits(ctx),
    p_after_value: cursor?.[0],
    p_after_id: cursor?.[1],
    p_limit: LIBRARY_PAGE_SIZE + 1,
  };
}

/** One row more than a page was read: it says whether there is another page. */
function cut<Row extends { after: string; id: string }>(rows: Row[]) {
  const shown = rows.slice(0, LIBRARY_PAGE_SIZE);
  const last = shown.at(-1);
  return {
    shown,
    nextCursor: last && rows.length > shown.length ? encodeCursor([last.after, last.id]) : null,
  };
}

function limits({ viewer }: AudienceContext) {
  return { p_maturity_limit: viewer.maturityLimit, p_country: viewer.country };
}

type Read = "library_rails" | "title_state" | "list_page" | "history_page" | "library_changes";

async function call<Schema extends z.ZodType>(
  { db }: AudienceContext,
  name: Read,
  parameters: Record<string, unknown>,
  schema: Schema,
): Promise<z.output<Schema>> {
  // Generated types know no nullable parameters; these functions take null for "no country known".
  const { data, error } = await db.rpc(name, parameters as never);
  if (error) throw fromPostgrest(error);
  return schema.parse(data);
}
