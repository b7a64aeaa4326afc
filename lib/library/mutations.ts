import "server-only";
import { z } from "zod";
import type { LibraryWrite, WriteAnswer } from "@/lib/library/writes";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { type CacheTag, cacheTags, forget } from "@/lib/platform/cache";
import { ringDoorbell } from "@/lib/platform/doorbell";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

const answersSchema = z
  .array(z.object({ id: z.uuid(), outcome: z.enum(["done", "superseded", "refused"]) }))
  .nullable();

/**
 * Hands in what a viewer did, in any order and as often as one likes: the database keeps the newest of each kind and
 * title. Throws CONFLICT when somebody else of the household is watching by now.
 */
export async function applyWrites(
  ctx: ViewerContext,
  { viewerId, writes }: { viewerId: string; writes: LibraryWrite[] },
): Promise<WriteAnswer[]> {
  const { profileId, maturityLimit, country, isKids } = ctx.viewer;
  if (viewerId !== profileId) throw new AppError("CONFLICT", "library.errors.otherViewer");
  const allowed = writes.filter((write) => !(isKids && write.kind === "paused"));
  const refused = writes.filter((write) => !allowed.includes(write));
  const answers = allowed.length > 0 ? await apply(ctx, allowed, maturityLimit, country) : [];
  await Promise.all([
    forget(cacheTags.viewer(profileId), ...(await ratedTitles(ctx, allowed))),
    writes.some(({ kind }) => kind === "hidden") && forgetHousehold(ctx.user.id),
    ringDoorbell(ctx.viewer),
  ]);
  return [...answers, ...refused.map(({ id }) => ({ id, outcome: "refused" as const }))];
}

async function apply(
  { db, viewer }: ViewerContext,
  writes: LibraryWrite[],
  maturityLimit: number,
  country: string | null,
) {
  const { data, error } = await db.rpc("apply_library_writes", {
    p_viewer: viewer.profileId,
    p_writes: writes,
    p_maturity_limit: maturityLimit,
    p_country: nullable(country),
  });
  if (error) throw fromPostgrest(error);
  const answers = answersSchema.parse(data);
  if (!answers) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return answers;
}

/** What all think of a title stands on its page, which everybody shares. A failure here makes no write undone. */
async function ratedTitles({ db }: ViewerContext, writes: LibraryWrite[]): Promise<CacheTag[]> {
  const ids = writes.flatMap((write) => (write.kind === "rating" ? [write.movieId] : []));
  if (ids.length === 0) return [];
  const { data, error } = await db.from("movies").select("slug").in("id", ids);
  if (error) log.warn({ err: error }, "a rated title's page is old until its end");
  return (data ?? []).map(({ slug }) => cacheTags.movie(slug));
}

/** The generated types know no nullable parameters; the function takes null for "no country known". */
function nullable(value: string | null): string {
  return value as string;
}
