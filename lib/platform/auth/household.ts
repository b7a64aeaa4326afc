import { z } from "zod";
import { CACHE_SECONDS, cached, cacheKeys, cacheTags, forget } from "@/lib/platform/cache";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
import type { Db } from "@/lib/platform/supabase/server";

export const ROLES = ["user", "creator", "operator", "moderator", "admin", "super_admin"] as const;
export const TIERS = ["free", "basic", "premium", "vip"] as const;
export type Role = (typeof ROLES)[number];
export type Tier = (typeof TIERS)[number];

const viewerSchema = z.object({
  id: z.string(),
  name: z.string(),
  avatarPath: z.string().nullable(),
  isKids: z.boolean(),
  maturityLimit: z.number(),
  language: z.string(),
  hasPin: z.boolean(),
  pinVersion: z.number(),
  autoplayNext: z.boolean(),
  autoplayPreviews: z.boolean(),
  dataSaver: z.boolean(),
  isFirst: z.boolean(),
  /** Has said of titles that they do not interest them. */
  hidesTitles: z.boolean(),
});

const householdSchema = z.object({
  userId: z.string(),
  username: z.string(),
  displayName: z.string().nullable(),
  avatarPath: z.string().nullable(),
  role: z.enum(ROLES),
  tier: z.enum(TIERS),
  tierExpiresAt: z.string().nullable(),
  country: z.string().nullable(),
  theme: z.enum(["dark", "light", "system"]),
  suspendedUntil: z.string().nullable(),
  /** When its owner asked for the account to be deleted; null where nobody did. */
  deletionRequestedAt: z.string().nullable(),
  hasSecondStep: z.boolean(),
  /** Of each notification that is unread (100 at most) whom it is for; null is the account. */
  unread: z.array(z.string().nullable()),
  viewers: z.array(viewerSchema),
});

export type HouseholdViewer = z.output<typeof viewerSchema>;
export type Household = z.output<typeof householdSchema>;

/** The same, or null for an account that is gone while its token still lives: its owner is a visitor now. */
export function findHousehold(db: Db, userId: string): Promise<Household | null> {
  return getHousehold(db, userId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "UNAUTHENTICATED") return null;
    throw error;
  });
}

/** The account, its tier and its viewers, oldest first; kept in Redis for ten minutes. */
export function getHousehold(db: Db, userId: string): Promise<Household> {
  return cached({
    key: cacheKeys.userProfile(userId),
    seconds: CACHE_SECONDS.user,
    schema: householdSchema,
    tags: [cacheTags.user(userId)],
    isOfRights: true,
    load: () => loadHousehold(db, userId),
  });
}

/** After any write to the account, its role or tier, its settings or its viewers. */
export function forgetHousehold(userId: string): Promise<void> {
  return forget(cacheTags.user(userId));
}

const COLUMNS =
  "id, username, display_name, avatar_path, " +
  "user_accounts!user_accounts_user_id_fkey(role, subscription_tier, subscription_expires_at, suspended_until, deletion_requested_at, has_second_step), " +
  "user_settings(country, theme), " +
  "viewer_profiles(id, slot, name, avatar_path, is_kids, maturity_limit, language, has_pin, pin_version, autoplay_next, autoplay_previews, data_saver, hides_titles), " +
  "notifications(viewer_profile_id)";
const MOST_UNREAD = 100;

const rowSchema = z.object({
  id: z.string(),
  username: z.string(),
  display_name: z.string().nullable(),
  avatar_path: z.string().nullable(),
  user_accounts: z.object({
    role: z.enum(ROLES),
    subscription_tier: z.enum(TIERS),
    subscription_expires_at: z.string().nullable(),
    suspended_until: z.string().nullable(),
    deletion_requested_at: z.string().nullable(),
    has_second_step: z.boolean(),
  }),
  user_settings: z.object({ country: z.string().nullable(), theme: z.enum(["dark", "light", "system"]) }),
  notifications: z.array(z.object({ viewer_profile_id: z.string().nullable() })),
  viewer_profiles: z.array(
    z.object({
      id: z.string(),
      slot: z.number(),
      name: z.string(),
      avatar_path: z.string().nullable(),
      is_kids: z.boolean(),
      maturity_limit: z.number(),
      language: z.string(),
      has_pin: z.boolean(),
      pin_version: z.number(),
      autoplay_next: z.boolean(),
      autoplay_previews: z.boolean(),
      data_saver: z.boolean(),
      hides_titles: z.boolean(),
    }),
  ),
});

/** One round trip; everything embedded hangs on the profile. */
async function loadHousehold(db: Db, userId: string): Promise<Household> {
  const { data, error } = await db
    .from("user_profiles")
    .select(COLUMNS)
    .eq("id", userId)
    .eq("notifications.is_read", false)
    .or(`expires_at.is.null,expires_at.gt.${new Date().toISOString()}`, { referencedTable: "notifications" })
    .limit(MOST_UNREAD, { referencedTable: "notifications" })
    .maybeSingle();
  if (error) throw fromPostgrest(error);
  if (!data) throw new AppError("UNAUTHENTICATED", "platform.errors.unauthenticated");
  const row = rowSchema.parse(data);
  return {
    userId: row.id,
    username: row.username,
    displayName: row.display_name,
    avatarPath: row.avatar_path,
    role: row.user_accounts.role,
    tier: row.user_accounts.subscription_tier,
    tierExpiresAt: row.user_accounts.subscription_expires_at,
    country: row.user_settings.country,
    theme: row.user_settings.theme,
    suspendedUntil: row.user_accounts.suspended_until,
    deletionRequestedAt: row.user_accounts.deletion_requested_at,
    hasSecondStep: row.user_accounts.has_second_step,
    unread: row.notifications.map(({ viewer_profile_id: viewerId }) => viewerId),
    viewers: row.viewer_profiles.sort((a, b) => a.slot - b.slot).map(toHouseholdViewer),
  };
}

function toHouseholdViewer(row: z.output<typeof rowSchema>["viewer_profiles"][number]): HouseholdViewer {
  return {
    id: row.id,
    name: row.name,
    avatarPath: row.avatar_path,
    isKids: row.is_kids,
    maturityLimit: row.maturity_limit,
    language: row.language,
    hasPin: row.has_pin,
    pinVersion: row.pin_version,
    autoplayNext: row.autoplay_next,
    autoplayPreviews: row.autoplay_previews,
    dataSaver: row.data_saver,
    isFirst: row.slot === 1,
    hidesTitles: row.hides_titles,
  };
}
