import { type Cursor, encodeCursor } from "@/lib/platform/cursor";
import "server-only";
import type { z } from "zod";
import { askerOf, toListed } from "@/lib/catalogue";
import {
  continueRows,
  historyRows,
  savedRows,
  titleStateRow,
  toContinueItem,
  toHistoryItem,
  toTitleState,
} from "@/lib/library/rows";
import {
  CONTINUE_WATCHING_SIZE,
  type ContinueItem,
  type HistoryPage,
  LIBRARY_PAGE_SIZE,
  type SavedList,
  type SavedPage,
  type TitleState,
} from "@/lib/library/schema";
import type { AudienceContext, ViewerContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";

/** What the viewer has begun and not finished, newest first; for a series the next unwatched episode. */
export async function listContinueWatching(ctx: AudienceContext): Promise<ContinueItem[]> {
  const { profileId } = ctx.viewer;
  if (!profileId) return [];
  const parameters = { p_viewer: profileId, ...limits(ctx), p_limit: CONTINUE_WATCHING_SIZE };
  const rows = await call(ctx, "continue_watching", parameters, continueRows);
  return rows.map((row) => toContinueItem(row, askerOf(ctx)));
}

/** Null for whoever has no viewer profile: visitors, and a household that has not said who is watching. */
export async function getTitleState(ctx: AudienceContext, movieId: string): Promise<TitleState | null> {
  const { profileId } = ctx.viewer;
  if (!profileId) return null;
  const row = await call(ctx, "title_state", { p_viewer: profileId, p_movie: movieId }, titleStateRow);
  return toTitleState(row);
}

/** One page of the viewer's favorites or watchlist, newest first; at most LIBRARY_PAGE_SIZE. */
export async function listSaved(ctx: ViewerContext, list: SavedList, cursor?: Cursor): Promise<SavedPage> {
  const rows = await call(ctx, "saved_titles", { p_list: list, ...pageOf(ctx, cursor) }, savedRows);
  const { shown, nextCursor } = cut(rows);
  return { cards: shown.map(({ card }) => toListed(card, askerOf(ctx))), nextCursor };
}

/** One page of what the viewer watched, newest first; at most LIBRARY_PAGE_SIZE. */
export async function listHistory(ctx: ViewerContext, cursor?: Cursor): Promise<HistoryPage> {
  const { shown, nextCursor } = cut(await call(ctx, "history_page", pageOf(ctx, cursor), historyRows));
  return { items: shown.map((row) => toHistoryItem(row, ctx.viewer.locale)), nextCursor };
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

async function call<Schema extends z.ZodType>(
  { db }: AudienceContext,
  name: "continue_watching" | "title_state" | "saved_titles" | "history_page",
  parameters: Record<string, unknown>,
  schema: Schema,
): Promise<z.output<Schema>> {
  // Generated types know no nullable parameters; these functions take null for "no country known".
  const { data, error } = await db.rpc(name, parameters as never);
  if (error) throw fromPostgrest(error);
  return schema.parse(data);
}
