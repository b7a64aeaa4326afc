import type { Genre } from "@/lib/catalogue/schema";

const MOST = 4;
/** Shared pairs of letters, of all (Dice), from which a misspelling is taken for the word. */
const ALIKE = 0.6;

/** Genres that begin like the question, in any language that names them, or are spelt nearly so; best first. */
export function matchGenres(question: string, genres: Genre[]): Genre[] {
  const asked = plain(question);
  if (asked === "") return [];
  return genres
    .map((genre) => ({ genre, score: Math.max(scoreOf(asked, genre.label), scoreOf(asked, genre.name)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.genre.label.localeCompare(b.genre.label))
    .slice(0, MOST)
    .map(({ genre }) => genre);
}

/** Without accents and capitals, as search compares everything. */
export function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll(/đ/gi, "d").toLowerCase().trim();
}

function scoreOf(asked: string, name: string): number {
  const known = plain(name);
  if (known === asked) return 3;
  if (known.startsWith(asked)) return 2;
  if (known.split(/[\s-]+/).some((word) => word.startsWith(asked))) return 1.5;
  const likeness = alike(asked, known);
  return likeness >= ALIKE ? likeness : 0;
}

function alike(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.size + others.size === 0) return 0;
  return (2 * [...pairs].filter((pair) => others.has(pair)).length) / (pairs.size + others.size);
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)));
}
