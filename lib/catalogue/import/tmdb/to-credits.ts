import { cleanLine, toSlug } from "@/lib/catalogue/import/clean-text";
import type { Details } from "@/lib/catalogue/import/tmdb/schema";
import type { CreditRole } from "@/lib/catalogue/schema";

const MOST_CAST = 30;
const JOBS: Record<string, CreditRole> = {
  Director: "director",
  Screenplay: "writer",
  Writer: "writer",
  Producer: "producer",
  "Original Music Composer": "composer",
  "Director of Photography": "cinematographer",
  Editor: "editor",
};

export type FoundCredit = {
  person: string;
  name: string;
  role: CreditRole;
  character: string | null;
  position: number;
};

/** The cast in billing order, then whoever made it; the rest of the crew is left to TMDB. */
export function toCredits({ created_by, credits }: Details): FoundCredit[] {
  const makers = [
    ...created_by.map(({ name }) => ({ name, role: "creator" as const, character: null })),
    ...credits.crew.flatMap(({ name, job }) => {
      const role = JOBS[job];
      return role ? [{ name, role, character: null }] : [];
    }),
  ];
  const cast = credits.cast
    .toSorted((a, b) => a.order - b.order)
    .slice(0, MOST_CAST)
    .map(({ name, character }) => ({
      name,
      role: "actor" as const,
      character: character && cleanLine(character, 200),
    }));
  return [...cast, ...makers]
    .map((credit) => ({ ...credit, name: cleanLine(credit.name, 200) }))
    .filter(({ name }) => name !== "")
    .map((credit, position) => ({ ...credit, person: toSlug(credit.name), position }));
}
