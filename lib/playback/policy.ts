import type { Rendition } from "@/lib/media";
import { TIERS, type Tier } from "@/lib/platform/auth/household";
import {
  RESUME_FROM_PERCENT,
  RESUME_FROM_SECONDS,
  START_MAXIMUM_HEIGHT,
  WATCHED_PERCENT,
} from "@/lib/playback/limits";
import type { AssetRow, PlanRow, SourceRow } from "@/lib/playback/rows";
import type { Plan, Quality } from "@/lib/playback/schema";

export type Verdict =
  | { isAllowed: true; asset: AssetRow; renditions: Rendition[]; maximumStreams: number }
  | { isAllowed: false; reason: "plan"; neededPlan: Plan | null }
  | { isAllowed: false; reason: "not-ready" };

type Source = Pick<SourceRow, "card" | "asset" | "entitlement" | "plans">;

const rank = (tier: Tier) => TIERS.indexOf(tier);

/** Whether an account may play a title that its viewer may see, and in which renditions. Without a plan: nothing. */
export function canPlay({ card, asset, entitlement, plans }: Source): Verdict {
  if (!entitlement || rank(entitlement.tier) < rank(card.access_level)) {
    return { isAllowed: false, reason: "plan", neededPlan: cheapest(plans, card.access_level) };
  }
  if (!asset || asset.renditions.length === 0) return { isAllowed: false, reason: "not-ready" };
  const renditions = asset.renditions.filter(({ height }) => height <= entitlement.max_video_height);
  if (renditions.length === 0) {
    const lowest = Math.min(...asset.renditions.map(({ height }) => height));
    return { isAllowed: false, reason: "plan", neededPlan: cheapest(plans, card.access_level, lowest) };
  }
  return { isAllowed: true, asset, renditions, maximumStreams: entitlement.max_streams };
}

/** The first plan, from the bottom, that opens a level of access and a height of picture. */
function cheapest(plans: PlanRow[], tier: Tier, height = 0): Plan | null {
  const found = plans
    .filter((plan) => rank(plan.tier) >= rank(tier) && plan.max_video_height >= height)
    .sort((one, other) => rank(one.tier) - rank(other.tier))[0];
  return found ? { tier: found.tier, name: found.name } : null;
}

/** Every height that the film has, highest first, with the plan that opens those above the account's own. */
export function listQualities({ card, asset, entitlement, plans }: Source): Quality[] {
  const heights = [...new Set(asset?.renditions.map(({ height }) => height))].sort((a, b) => b - a);
  return heights.map((height) => {
    const isAllowed = height <= (entitlement?.max_video_height ?? 0);
    return {
      height,
      isAllowed,
      neededPlan: isAllowed ? null : cheapest(plans, card.access_level, height),
    };
  });
}

/** Seconds at which to begin: a glance and a finished film begin at the beginning. */
export function resumeSeconds(resume: SourceRow["resume"]): number {
  if (!resume || resume.watch_percentage >= WATCHED_PERCENT) return 0;
  const isBegun =
    resume.watch_percentage >= RESUME_FROM_PERCENT || resume.progress_seconds >= RESUME_FROM_SECONDS;
  return isBegun ? resume.progress_seconds : 0;
}

/** The rendition to begin with: the best up to START_MAXIMUM_HEIGHT, or the least of all. */
export function startRendition(renditions: Rendition[]): Rendition | undefined {
  const sorted = [...renditions].sort((one, other) => one.height - other.height);
  return sorted.findLast(({ height }) => height <= START_MAXIMUM_HEIGHT) ?? sorted[0];
}
