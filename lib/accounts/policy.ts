import type { Viewer } from "@/lib/platform/auth/types";

/** A child, or somebody who has not said who they are, changes nothing about the household. */
export function canManageHousehold(viewer: Pick<Viewer, "profileId" | "isKids">): boolean {
  return viewer.profileId !== null && !viewer.isKids;
}

/** The first viewer is the account's own and stays; nobody removes the viewer they are watching as. */
export function canRemoveViewer(
  viewer: { id: string; isFirst: boolean },
  activeProfileId: string | null,
): boolean {
  return !viewer.isFirst && viewer.id !== activeProfileId;
}

/** The account's own viewer sets any limit; everybody else at most their own. */
export function canSetLimit(active: { isFirst: boolean; maturityLimit: number }, limit: number): boolean {
  return active.isFirst || limit <= active.maturityLimit;
}
