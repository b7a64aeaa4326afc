import { z } from "zod";
import { CREDIT_ROLES } from "@/lib/catalogue/choices";
import type { CreditRole, Part } from "@/lib/catalogue/schema";

export const FILMOGRAPHY_SORTS = ["newest", "oldest", "popular", "title"] as const;
const KNOWN_FOR = 6;

/** As the address of a person's page has it; what makes no sense is left out. */
export const filmographyQuery = z.object({
  role: z.enum(CREDIT_ROLES).optional().catch(undefined),
  sort: z.enum(FILMOGRAPHY_SORTS).default("newest").catch("newest"),
});

type Choice = z.output<typeof filmographyQuery>;

/** What somebody is known for: what can be watched and is watched, where their name stands high. */
export function knownFor(parts: Part[]): Part[] {
  const weigh = (part: Part) => (part.isPlayable ? 4 : 0) + Math.log2(part.views + 1) - part.billing / 4;
  return parts.toSorted((a, b) => weigh(b) - weigh(a) || (b.year ?? 0) - (a.year ?? 0)).slice(0, KNOWN_FOR);
}

/** How many titles somebody has in each role, most first. */
export function rolesOf(parts: Part[]): { role: CreditRole; count: number }[] {
  return CREDIT_ROLES.map((role) => ({
    role,
    count: parts.filter(({ roles }) => roles.includes(role)).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Gathered by year where the order is one of years; otherwise in one piece. */
export function filmography(parts: Part[], { role, sort }: Choice): { year: number | null; parts: Part[] }[] {
  const shown = parts.filter(({ roles }) => !role || roles.includes(role));
  if (sort === "title") {
    return [{ year: null, parts: shown.toSorted((a, b) => a.title.localeCompare(b.title)) }];
  }
  if (sort === "popular") return [{ year: null, parts: shown.toSorted((a, b) => b.views - a.views) }];
  const direction = sort === "newest" ? -1 : 1;
  const years = [...Map.groupBy(shown, ({ year }) => year)];
  return (
    years
      // A title without a year comes last, whichever way the years run.
      .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : (a - b) * direction))
      .map(([year, inYear]) => ({ year, parts: inYear }))
  );
}
