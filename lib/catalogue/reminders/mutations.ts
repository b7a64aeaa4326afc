import "server-only";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest } from "@/lib/platform/errors";

/**
 * Again changes nothing. Throws NOT_FOUND where a title is wanted that is not coming, or not to this viewer; of any title it
 * may be said that it is not wanted, because it may have come in between.
 */
export async function setReminder(
  { db, viewer }: ViewerContext,
  movieId: string,
  isWanted: boolean,
): Promise<void> {
  const { data, error } = await db.rpc("set_reminder", {
    p_viewer: viewer.profileId,
    p_movie: movieId,
    p_country: nullable(viewer.country),
    p_is_wanted: isWanted,
  });
  if (error) throw fromPostgrest(error);
  if (!data) throw new AppError("NOT_FOUND", "platform.errors.notFound");
}

/** The generated types know no nullable parameters; the function takes null for "no country known". */
function nullable(value: string | null): string {
  return value as string;
}
