import type { Household } from "@/lib/platform/auth/household";
import type { Viewer } from "@/lib/platform/auth/types";

/** How much of what this viewer was told is unread; of what the account was told, only for who is no child. */
export function unreadOf(
  { unread }: Pick<Household, "unread">,
  { profileId, isKids }: Pick<Viewer, "profileId" | "isKids">,
): number {
  return unread.filter((viewerId) => viewerId === profileId || (viewerId === null && !isKids)).length;
}
