import "server-only";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { ringDoorbell } from "@/lib/platform/doorbell";
import { fromPostgrest } from "@/lib/platform/errors";

/** Marks what this viewer was told as read: those named, or all. Again changes nothing, nor do ids of somebody else. */
export async function markRead({ db, user, viewer }: ViewerContext, ids?: string[]): Promise<void> {
  let unread = db.from("notifications").update({ is_read: true }).eq("user_id", user.id).eq("is_read", false);
  unread = viewer.isKids
    ? unread.eq("viewer_profile_id", viewer.profileId)
    : unread.or(`viewer_profile_id.eq.${viewer.profileId},viewer_profile_id.is.null`);
  const { error } = await (ids ? unread.in("id", ids) : unread);
  if (error) throw fromPostgrest(error);
  await Promise.all([forgetHousehold(user.id), ringDoorbell(viewer)]);
}
