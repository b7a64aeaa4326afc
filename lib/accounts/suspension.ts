import type { AudienceContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";

/** Why the account is suspended, in the words of the moderator; null where none were written. Throws AppError. */
export async function getSuspensionReason({
  db,
  user,
}: Pick<AudienceContext, "db" | "user">): Promise<string | null> {
  if (!user) return null;
  const { data, error } = await db
    .from("user_accounts")
    .select("suspension_reason")
    .eq("user_id", user.id)
    .maybeSingle();
  if (error) throw fromPostgrest(error);
  return data?.suspension_reason || null;
}
