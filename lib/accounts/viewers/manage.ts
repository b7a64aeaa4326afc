import { requireManager } from "@/lib/accounts/guard";
import { canRemoveViewer } from "@/lib/accounts/policy";
import type { ViewerChange } from "@/lib/accounts/schema";
import { forgetHousehold, type HouseholdViewer } from "@/lib/platform/auth/household";
import type { UserContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest } from "@/lib/platform/errors";

const CHECK_VIOLATION = "23514";

export function requireHouseholdViewer({ household }: UserContext, id: string): HouseholdViewer {
  const found = household.viewers.find((viewer) => viewer.id === id);
  if (!found) throw new AppError("NOT_FOUND", "accounts.errors.noSuchViewer");
  return found;
}

const toRow = ({ name, isKids, maturityLimit, language }: ViewerChange) => ({
  name,
  is_kids: isKids,
  maturity_limit: maturityLimit,
  language,
});

/** The generated type asks for the slot; a trigger fills it before the row is checked. */
function withSlotToCome<Row extends object>(row: Row): Row & { slot: number } {
  return row as Row & { slot: number };
}

/** The database gives the place and refuses the sixth. */
export async function addViewer(ctx: UserContext, viewer: ViewerChange): Promise<{ id: string }> {
  requireManager(ctx);
  const { data, error } = await ctx.db
    .from("viewer_profiles")
    .insert(withSlotToCome({ user_id: ctx.user.id, ...toRow(viewer) }))
    .select("id")
    .single();
  if (error?.code === CHECK_VIOLATION) throw new AppError("LIMIT_REACHED", "accounts.errors.viewersFull");
  if (error) throw fromPostgrest(error);
  await forgetHousehold(ctx.user.id);
  return data;
}

export async function updateViewer(ctx: UserContext, id: string, change: ViewerChange): Promise<void> {
  requireManager(ctx);
  requireHouseholdViewer(ctx, id);
  const { error } = await ctx.db
    .from("viewer_profiles")
    .update(toRow(change))
    .eq("id", id)
    .eq("user_id", ctx.user.id);
  if (error) throw fromPostgrest(error);
  await forgetHousehold(ctx.user.id);
}

/** What the viewer saved, rated and watched goes with them. */
export async function removeViewer(ctx: UserContext, id: string): Promise<void> {
  requireManager(ctx);
  const viewer = requireHouseholdViewer(ctx, id);
  if (!canRemoveViewer(viewer, ctx.viewer.profileId)) {
    throw new AppError(
      "CONFLICT",
      viewer.isFirst ? "accounts.errors.firstViewerStays" : "accounts.errors.activeViewerStays",
    );
  }
  const { error } = await ctx.db.from("viewer_profiles").delete().eq("id", id).eq("user_id", ctx.user.id);
  if (error) throw fromPostgrest(error);
  await forgetHousehold(ctx.user.id);
}
