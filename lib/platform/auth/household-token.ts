import type { Viewer } from "@/lib/platform/auth/types";

/**
 * Whether a viewer may hold the household's access token in their hands. It speaks for everybody of the household at Auth
 * and in the database, so only somebody whom nothing is kept from gets it.
 */
export function mayHoldToken({
  profileId,
  isKids,
  maturityLimit,
}: Pick<Viewer, "profileId" | "isKids" | "maturityLimit">): boolean {
  return profileId !== null && !isKids && maturityLimit >= 18;
}
