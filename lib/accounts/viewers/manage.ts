import { FACES } from "@/lib/accounts/avatars/faces";
import { avatarPrefix } from "@/lib/accounts/avatars/name";
import { requireManager } from "@/lib/accounts/guard";
import { canRemoveViewer, canSetLimit } from "@/lib/accounts/policy";
import type { ViewerChange } from "@/lib/accounts/schema";
import { removeAvatars } from "@/lib/accounts/vault";
import { forgetHousehold, type HouseholdViewer } from "@/lib/platform/auth/household";
import type { UserContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
// biome-ignore lint/style/noRestrictedImports: everybody of a household holds the same token; only the server knows who is watching
import { adminClient } from "@/lib/platform/supabase/admin";

const CHECK_VIOLATION = "23514";

export function requireHouseholdViewer({ household }: UserContext, id: string): HouseholdViewer {
  const found = household.viewers.find((viewer) => viewer.id === id);
  if (!found) throw new AppError("NOT_FOUND", "accounts.errors.noSuchViewer");
  return found;
}

const toRow = ({ name, isKids, maturityLimit, language, autoplayNext, autoplayPreviews }: ViewerChange) => ({
  name,
  is_kids: isKids,
  maturity_limit: maturityLimit,
  language,
  autoplay_next: autoplayNext,
  autoplay_previews: autoplayPreviews,
});

/** Nobody begins without a picture, nor with somebody else's. */
function freeFace({ household }: UserContext): string | null {
  const taken = household.viewers.map(({ avatarPath }) => avatarPath);
  return FACES.map((face) => `face:${face}`).find((path) => !taken.includes(path)) ?? null;
}

/** The generated type asks for the slot; a trigger fills it before the row is checked. */
function withSlotToCome<Row extends object>(row: Row): Row & { slot: number } {
  return row as Row & { slot: number };
}

/** Who has a limit gives nobody a higher one, and leaves those who have a higher one alone. */
function requireWithinOwnLimit({ viewer, household }: UserContext, ...limits: number[]): void {
  const active = household.viewers.find(({ id }) => id === viewer.profileId);
  if (!active || !limits.every((limit) => canSetLimit(active, limit)))
    throw new AppError("FORBIDDEN", "accounts.errors.aboveOwnLimit");
}

/** A viewer that the active one may change. */
export function requireEditableViewer(ctx: UserContext, id: string): HouseholdViewer {
  requireManager(ctx);
  const viewer = requireHouseholdViewer(ctx, id);
  requireWithinOwnLimit(ctx, viewer.maturityLimit);
  return viewer;
}

/** The database gives the place and refuses the sixth. */
export async function addViewer(ctx: UserContext, viewer: ViewerChange): Promise<{ id: string }> {
  requireManager(ctx);
  requireWithinOwnLimit(ctx, viewer.maturityLimit);
  const { data, error } = await adminClient()
    .from("viewer_profiles")
    .insert(withSlotToCome({ user_id: ctx.user.id, avatar_path: freeFace(ctx), ...toRow(viewer) }))
    .select("id")
    .single();
  if (error?.code === CHECK_VIOLATION) throw new AppError("LIMIT_REACHED", "accounts.errors.viewersFull");
  if (error) throw fromPostgrest(error);
  await forgetHousehold(ctx.user.id);
  return data;
}

export async function updateViewer(ctx: UserContext, id: string, change: ViewerChange): Promise<void> {
  const { isFirst } = requireEditableViewer(ctx, id);
  requireWithinOwnLimit(ctx, change.maturityLimit);
  // Otherwise nobody could ever change the household again, nor leave with it.
  if (isFirst && change.isKids) throw new AppError("CONFLICT", "accounts.errors.firstViewerGrown");
  const { error } = await adminClient()
    .from("viewer_profiles")
    .update(toRow(change))
    .eq("id", id)
    .eq("user_id", ctx.user.id);
  if (error) throw fromPostgrest(error);
  await forgetHousehold(ctx.user.id);
}

/** What the viewer saved, rated and watched goes with them. */
export async function removeViewer(ctx: UserContext, id: string): Promise<void> {
  const viewer = requireEditableViewer(ctx, id);
  if (!canRemoveViewer(viewer, ctx.viewer.profileId)) {
    throw new AppError(
      "CONFLICT",
      viewer.isFirst ? "accounts.errors.firstViewerStays" : "accounts.errors.activeViewerStays",
    );
  }
  const { error } = await adminClient()
    .from("viewer_profiles")
    .delete()
    .eq("id", id)
    .eq("user_id", ctx.user.id);
  if (error) throw fromPostgrest(error);
  await removeAvatars(ctx.user.id, avatarPrefix(id), null);
  await forgetHousehold(ctx.user.id);
}
