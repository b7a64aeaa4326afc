import { PERSONAS, type Persona, type Who } from "../world";
import type { Furnished } from "./furnish";

export const REFUSED = { refused: "42501" };

/** Who may call a function, with what, and what each of them is answered. */
export type FunctionAccess = {
  open: Who;
  /** Arguments as texts, in order; what is left out has its default. They name what is the owner's. */
  call: (place: Furnished) => (string | null)[];
  /** Rows of the answer, or REFUSED. A suspended owner is answered as the owner where nothing is said of them. */
  answers: (place: Furnished) => { others?: unknown } & Partial<Record<Persona, unknown>>;
};

export const SERVER_ONLY: Who = ["service"];
export const SIGNED_IN: Who = PERSONAS.filter((persona) => persona !== "visitor");

export function expectedOf({ open, answers }: FunctionAccess, persona: Persona, place: Furnished): unknown {
  if (!open.includes(persona)) return REFUSED;
  const known = answers(place);
  if (persona in known) return known[persona];
  return persona === "suspended" && "owner" in known ? known.owner : known.others;
}

/** Matches what holds these words, and none of those. */
export function telling(words: string[], unsaid: string[] = []) {
  return {
    asymmetricMatch(answer: unknown) {
      const text = JSON.stringify(answer);
      return words.every((word) => text.includes(word)) && !unsaid.some((word) => text.includes(word));
    },
    toString: () => `telling ${words.join(", ")}${unsaid.length > 0 ? ` and not ${unsaid.join(", ")}` : ""}`,
  };
}
