import { requireManager } from "@/lib/accounts/guard";
import type { AccountSettingsChange, ProfileChange } from "@/lib/accounts/schema";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { AudienceContext, UserContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest, invalid } from "@/lib/platform/errors";

const UNIQUE_VIOLATION = "23505";

export type PublicProfile = {
  id: string;
  username: string;
  displayName: string | null;
  avatarPath: string | null;
  bio: string | null;
  isPrivate: boolean;
  isVerified: boolean;
  memberSince: string;
};

/** Throws NOT_FOUND for a name that nobody has. */
export async function getPublicProfile(
  { db }: Pick<AudienceContext, "db">,
  username: string,
): Promise<PublicProfile> {
  const { data, error } = await db
    .from("user_profiles")
    .select("id, username, display_name, avatar_path, bio, is_private, is_verified, created_at")
    .eq("username", username)
    .maybeSingle();
  if (error) throw fromPostgrest(error);
  if (!data) throw new AppError("NOT_FOUND", "accounts.errors.noSuchProfile");
  return {
    id: data.id,
    username: data.username,
    displayName: data.display_name,
    avatarPath: data.avatar_path,
    bio: data.bio,
    isPrivate: data.is_private,
    isVerified: data.is_verified,
    memberSince: data.created_at,
  };
}

/** A taken username is told beside its field. */
export async function updateProfile(ctx: UserContext, change: ProfileChange): Promise<void> {
  requireManager(ctx);
  const { db, user } = ctx;
  const { error } = await db
    .from("user_profiles")
    .update({ display_name: change.displayName, username: change.username, bio: change.bio })
    .eq("id", user.id);
  if (error?.code === UNIQUE_VIOLATION) throw invalid({ username: "accounts.problems.usernameTaken" });
  if (error) throw fromPostgrest(error);
  await forgetHousehold(user.id);
}

export type AccountSettings = { birthDate: string | null; country: string | null };

export async function getAccountSettings({ db, user }: UserContext): Promise<AccountSettings> {
  const { data, error } = await db
    .from("user_settings")
    .select("birth_date, country")
    .eq("user_id", user.id)
    .single();
  if (error) throw fromPostgrest(error);
  return { birthDate: data.birth_date, country: data.country };
}

export async function updateAccountSettings(ctx: UserContext, change: AccountSettingsChange): Promise<void> {
  requireManager(ctx);
  const { db, user } = ctx;
  const { error } = await db
    .from("user_settings")
    .update({ birth_date: change.birthDate, country: change.country })
    .eq("user_id", user.id);
  if (error) throw fromPostgrest(error);
  await forgetHousehold(user.id);
}
