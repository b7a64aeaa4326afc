import type { CSSProperties } from "react";
import type { MovieCard } from "@/lib/catalogue/schema";

/** Paper, deeper paper and ink; every genre keeps its own, so that a wall of them still tells the genres apart. */
const PALETTES = [
  ["oklch(0.42 0.14 27)", "oklch(0.26 0.09 20)", "oklch(0.93 0.06 70)"],
  ["oklch(0.4 0.1 255)", "oklch(0.23 0.07 265)", "oklch(0.92 0.06 215)"],
  ["oklch(0.42 0.09 155)", "oklch(0.25 0.06 165)", "oklch(0.94 0.08 115)"],
  ["oklch(0.42 0.14 345)", "oklch(0.25 0.09 325)", "oklch(0.92 0.06 20)"],
  ["oklch(0.5 0.11 68)", "oklch(0.3 0.08 50)", "oklch(0.96 0.06 95)"],
  ["oklch(0.4 0.13 295)", "oklch(0.24 0.09 285)", "oklch(0.91 0.07 320)"],
  ["oklch(0.43 0.08 205)", "oklch(0.25 0.05 220)", "oklch(0.94 0.06 180)"],
  ["oklch(0.36 0.015 60)", "oklch(0.2 0.01 50)", "oklch(0.92 0.04 85)"],
  ["oklch(0.48 0.14 45)", "oklch(0.28 0.1 30)", "oklch(0.95 0.05 85)"],
  ["oklch(0.38 0.06 130)", "oklch(0.22 0.04 140)", "oklch(0.92 0.09 100)"],
] as const;

/** Shapes in the ink's colour behind the words: sun, arch, beam of a projector, rings, blinds, hills. */
const MOTIFS: ((turn: number) => CSSProperties)[] = [
  (turn) => ({
    background: `radial-gradient(circle at ${20 + (turn % 60)}% ${22 + (turn % 26)}%, currentColor 0 31%, transparent 31.4%)`,
  }),
  (turn) => ({
    background: "currentColor",
    borderRadius: "50% 50% 0 0 / 34% 34% 0 0",
    inset: `${18 + (turn % 20)}% ${turn % 2 ? "-18%" : "34%"} 0 ${turn % 2 ? "34%" : "-18%"}`,
  }),
  (turn) => ({
    background: `conic-gradient(from ${turn % 2 ? 198 : 138}deg at ${turn % 2 ? 84 : 16}% -6%, currentColor 0 ${22 + (turn % 12)}deg, transparent 0)`,
  }),
  (turn) => ({
    background: `repeating-radial-gradient(circle at ${turn % 2 ? 104 : -4}% ${26 + (turn % 30)}%, currentColor 0 4.5cqi, transparent 4.6cqi 13cqi)`,
  }),
  (turn) => ({
    background: `repeating-linear-gradient(${turn % 2 ? 118 : 62}deg, currentColor 0 5cqi, transparent 5.1cqi 16cqi)`,
    maskImage: "linear-gradient(#000 20%, transparent 72%)",
  }),
  (turn) => ({
    background: `radial-gradient(120% 62% at ${8 + (turn % 30)}% 104%, currentColor 0 60%, transparent 60.4%), radial-gradient(circle at ${62 + (turn % 20)}% 26%, currentColor 0 13%, transparent 13.5%)`,
  }),
];

/** A poster set in type for a title without art. Pure CSS: a wall of 36 costs no request. */
export function TypographicPoster({
  movie,
}: {
  movie: Pick<MovieCard, "title" | "year" | "genres" | "slug">;
}) {
  const genre = movie.genres[0] ?? "";
  const { paper, deep, ink, motif } = lookOf(movie);
  return (
    <span
      aria-hidden
      className="@container absolute inset-0 block overflow-hidden"
      style={{ background: `linear-gradient(160deg, ${paper}, ${deep})`, color: ink }}
    >
      <span className="absolute inset-0 opacity-[0.16]" style={motif} />
      <span
        className="absolute inset-x-0 bottom-0 h-3/5"
        style={{ background: `linear-gradient(transparent, ${deep})` }}
      />
      <span className="absolute inset-[8cqi] flex flex-col">
        <span className="flex justify-between gap-2 text-[6cqi] leading-tight font-semibold tracking-wide">
          <span className="truncate">{genre}</span>
          <span className="tabular-nums">{movie.year}</span>
        </span>
        <span
          className="mt-auto line-clamp-6 pb-[0.08em] font-display leading-[0.98] font-bold tracking-[-0.025em] text-balance [overflow-wrap:anywhere]"
          style={{ fontSize: `${titleSize(movie.title)}cqi` }}
        >
          {movie.title}
        </span>
      </span>
    </span>
  );
}

/** The same colours and shape, wide, behind the words of a title page without a backdrop. */
export function TypographicBackdrop({ movie }: { movie: Pick<MovieCard, "genres" | "slug"> }) {
  const { paper, deep, ink, motif } = lookOf(movie);
  return (
    <span
      aria-hidden
      className="@container absolute inset-0 block overflow-hidden"
      style={{ background: `linear-gradient(120deg, ${deep}, ${paper})`, color: ink }}
    >
      <span className="absolute inset-y-0 inset-e-0 w-[min(100%,60rem)] opacity-20" style={motif} />
    </span>
  );
}

function lookOf({ genres: [genre], slug }: Pick<MovieCard, "genres" | "slug">) {
  const turn = hash(slug);
  const [paper, deep, ink] = PALETTES[hash(genre ?? slug) % PALETTES.length] ?? PALETTES[0];
  return { paper, deep, ink, motif: MOTIFS[turn % MOTIFS.length]?.(turn >>> 5) };
}

/** In hundredths of the poster's width: as large as the longest word and five lines allow. */
function titleSize(title: string): number {
  const longestWord = Math.max(...title.split(/[\s-]+/).map((word) => word.length));
  return Math.round(Math.max(8.5, Math.min(23, 118 / longestWord, 560 / title.length)) * 10) / 10;
}

function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619);
  return (value ^ (value >>> 15)) >>> 0;
}
