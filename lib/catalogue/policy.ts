import type { AccessLevel, PaidLevel } from "@/lib/catalogue/schema";
import { type Household, TIERS, type Tier } from "@/lib/platform/auth/household";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { supabaseNow } from "@/lib/platform/supabase/clock";

/** What an account's plan is worth now: one that has run out is worth the free one. Null for a visitor. */
export function tierNow(household: Pick<Household, "tier" | "tierExpiresAt"> | null): Tier | null {
  if (!household) return null;
  const { tier, tierExpiresAt } = household;
  return tierExpiresAt && Date.parse(tierExpiresAt) <= supabaseNow() ? "free" : tier;
}

/** The plan that somebody lacks for a title of this level; null where theirs covers it. */
export function neededPlan(level: AccessLevel, tier: Tier | null): PaidLevel | null {
  if (level === "free") return null;
  return tier && TIERS.indexOf(tier) >= TIERS.indexOf(level) ? null : level;
}

/** Whether previews may play by themselves: as the viewer chose, and never where they or their browser save data. */
export function mayPreviewsMove(
  { household, viewer }: Pick<AudienceContext, "household" | "viewer">,
  saveData: string | null,
): boolean {
  if (saveData === "on") return false;
  const chosen = household?.viewers.find(({ id }) => id === viewer.profileId);
  return !chosen || (chosen.autoplayPreviews && !chosen.dataSaver);
}
