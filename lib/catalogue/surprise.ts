import "server-only";
import { z } from "zod";
import { limitsOf } from "@/lib/catalogue/call";
import { ACCESS_LEVELS } from "@/lib/catalogue/choices";
import { toSqlFilters } from "@/lib/catalogue/map-facets";
import { neededPlan, tierNow } from "@/lib/catalogue/policy";
import { type BrowseFilters, browseFilters } from "@/lib/catalogue/schema";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";

/** The filters of browse, and the title that was not wanted. */
export const surpriseQuery = browseFilters.extend({ but: z.uuid().optional().catch(undefined) });

/** The slug of a title that this viewer may watch, has not watched and did not hide; null where there is none. */
export async function pickTitle(
  ctx: AudienceContext,
  filters: BrowseFilters,
  but: string | undefined,
): Promise<string | null> {
  const tier = tierNow(ctx.household) ?? "free";
  const { data, error } = await ctx.db.rpc("catalogue_random", {
    ...limitsOf(ctx.viewer),
    p_filters: toSqlFilters(filters),
    p_levels: ACCESS_LEVELS.filter((level) => neededPlan(level, tier) === null),
    p_viewer: ctx.viewer.profileId,
    p_but: but,
    // Generated types know no nullable parameters; the function takes null for what is not known.
  } as never);
  if (error) throw fromPostgrest(error);
  return data;
}
