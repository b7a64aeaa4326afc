import "server-only";
import type { SavedList, Watched } from "@/lib/library/schema";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { cacheKeys, forget } from "@/lib/platform/cache";
import { AppError, fromPostgrest } from "@/lib/platform/errors";

/** Again changes nothing. Throws NOT_FOUND for a title that this viewer may not see. */
export async function saveTitle(ctx: ViewerContext, list: SavedList, movieId: string): Promise<void> {
  const { profileId, maturityLimit, country } = ctx.viewer;
  const { data, error } = await ctx.db.rpc("save_title", {
    p_viewer: profileId,
    p_list: list,
    p_movie: movieId,
    p_maturity_limit: maturityLimit,
    p_country: nullable(country),
  });
  if (error) throw fromPostgrest(error);
  if (!data) throw notFound();
  await forgetRecommendations(ctx);
}

/** What is not on the list is off it already: no error. */
export async function unsaveTitle(ctx: ViewerContext, list: SavedList, movieId: string): Promise<void> {
  const { profileId } = ctx.viewer;
  const { error } = await ctx.db.rpc("unsave_title", {
    p_viewer: profileId,
    p_list: list,
    p_movie: movieId,
  });
  if (error) throw fromPostgrest(error);
  await forgetRecommendations(ctx);
}

/** Takes a title out of continue watching until it is played again; the history keeps it. */
export async function dismissTitle({ db, viewer }: ViewerContext, movieId: string): Promise<void> {
  const { error } = await db.rpc("dismiss_history", { p_viewer: viewer.profileId, p_movie: movieId });
  if (error) throw fromPostgrest(error);
}

/** By hand. Throws NOT_FOUND for a title that this viewer may not see. */
export async function markWatched(ctx: ViewerContext, { movieId, episodeId, isWatched }: Watched) {
  await requireVisible(ctx, movieId);
  const { data, error } = await ctx.db.rpc("mark_watched", {
    p_viewer: ctx.viewer.profileId,
    p_movie: movieId,
    ...(episodeId && { p_episode: episodeId }),
    p_watched: isWatched,
  });
  if (error) throw fromPostgrest(error);
  if (!data) throw notFound();
  await forgetRecommendations(ctx);
}

async function requireVisible({ db, viewer }: ViewerContext, movieId: string): Promise<void> {
  const { data, error } = await db
    .rpc("catalogue_visible", {
      p_maturity_limit: viewer.maturityLimit,
      p_country: nullable(viewer.country),
    })
    .eq("id", movieId)
    .select("id");
  if (error) throw fromPostgrest(error);
  if (data.length === 0) throw notFound();
}

/** Throws NOT_FOUND for an entry that is not this viewer's. */
export async function removeFromHistory(ctx: ViewerContext, id: string): Promise<void> {
  const { data, error } = await removal(ctx).eq("id", id).select("id");
  if (error) throw fromPostgrest(error);
  if (data.length === 0) throw notFound();
  await forgetRecommendations(ctx);
}

export async function clearHistory(ctx: ViewerContext): Promise<void> {
  const { error } = await removal(ctx);
  if (error) throw fromPostgrest(error);
  await forgetRecommendations(ctx);
}

/** A tombstone, so that other devices learn of it; playing the title again revives the row from the beginning. */
function removal({ db, viewer }: ViewerContext) {
  return db
    .from("viewing_history")
    .update({ deleted_at: new Date().toISOString() })
    .eq("viewer_profile_id", viewer.profileId)
    .is("deleted_at", null);
}

function forgetRecommendations({ viewer }: ViewerContext): Promise<void> {
  return forget(cacheKeys.viewerRecommendations(viewer.profileId));
}

function notFound(): AppError {
  return new AppError("NOT_FOUND", "platform.errors.notFound");
}

/** The generated types know no nullable parameters; the function takes null for "no country known". */
function nullable(value: string | null): string {
  return value as string;
}
