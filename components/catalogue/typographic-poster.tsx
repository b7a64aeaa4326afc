import type { MovieCard } from "@/lib/catalogue/schema";

/** Ink and paper pairs; every genre keeps its own, so that a wall of them still tells the genres apart. */
const PAIRS = [
  ["oklch(0.3 0.09 25)", "oklch(0.9 0.05 60)"],
  ["oklch(0.28 0.07 255)", "oklch(0.9 0.05 220)"],
  ["oklch(0.32 0.07 150)", "oklch(0.93 0.06 120)"],
  ["oklch(0.3 0.1 330)", "oklch(0.9 0.06 350)"],
  ["oklch(0.34 0.08 75)", "oklch(0.94 0.06 90)"],
  ["oklch(0.27 0.06 290)", "oklch(0.88 0.07 300)"],
  ["oklch(0.3 0.06 200)", "oklch(0.92 0.05 190)"],
  ["oklch(0.26 0.02 60)", "oklch(0.9 0.02 80)"],
] as const;

/** A poster set in type for a title without art. Pure CSS: a wall of 36 costs no request. */
export function TypographicPoster({
  movie,
}: {
  movie: Pick<MovieCard, "title" | "year" | "genres" | "slug">;
}) {
  const genre = movie.genres[0] ?? "";
  const [paper, ink] = PAIRS[hash(genre || movie.slug) % PAIRS.length] ?? PAIRS[0];
  const turn = hash(movie.slug);
  const size =
    movie.title.length > 42 ? "text-[9.5cqi]" : movie.title.length > 20 ? "text-[12.5cqi]" : "text-[16cqi]";
  return (
    <span
      aria-hidden
      className="@container absolute inset-0 flex flex-col overflow-hidden p-[9%]"
      style={{ backgroundColor: paper, color: ink }}
    >
      <span
        className="absolute size-[120%] rounded-full opacity-[0.13]"
        style={{
          background: ink,
          insetInlineStart: `${(turn % 90) - 30}%`,
          insetBlockStart: `${((turn >> 4) % 70) + 20}%`,
        }}
      />
      <span className="relative flex justify-between gap-2 text-[6.5cqi] font-semibold tracking-wide opacity-80">
        <span className="truncate">{genre}</span>
        <span className="tabular-nums">{movie.year}</span>
      </span>
      <span
        className={`relative mt-auto line-clamp-6 font-display leading-[1.02] font-bold tracking-tight text-balance [overflow-wrap:anywhere] ${size}`}
      >
        {movie.title}
      </span>
    </span>
  );
}

function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619);
  return (value ^ (value >>> 15)) >>> 0;
}
