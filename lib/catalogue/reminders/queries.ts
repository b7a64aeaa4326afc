import "server-only";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";

const MOST = 200;

/** Ids of the coming titles that this viewer wants to hear of. */
export async function listReminders({ db, viewer }: AudienceContext): Promise<string[]> {
  if (!viewer.profileId) return [];
  const { data, error } = await db
    .from("reminders")
    .select("movie_id")
    .eq("viewer_profile_id", viewer.profileId)
    .is("notified_at", null)
    .limit(MOST);
  if (error) throw fromPostgrest(error);
  return data.map((row) => row.movie_id);
}
