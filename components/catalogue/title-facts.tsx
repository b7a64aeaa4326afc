import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { MovieCard } from "@/lib/catalogue/schema";

type Facts = Pick<MovieCard, "year" | "durationSeconds" | "maturityRating" | "averageRating" | "genres">;
type Props = { movie: Facts; seasonCount?: number; className?: string };

/**
 * Year, length, age and genres in one line that wraps. On a phone the genres have a line of their own: where they fitted
 * beside the rest by a hair, they would move everything below them when the page's font comes.
 */
export function TitleFacts({ movie, seasonCount, className }: Props) {
  const t = useTranslations("catalogue");
  const length = useLength();
  return (
    <ul className={`flex flex-wrap items-center gap-x-3 gap-y-2 text-base ${className ?? ""}`}>
      {movie.year && <li className="tabular-nums">{movie.year}</li>}
      {seasonCount ? <li>{t("seasonCount", { count: seasonCount })}</li> : null}
      {!seasonCount && movie.durationSeconds ? <li>{length(movie.durationSeconds)}</li> : null}
      <li>
        <Badge tone="outline" className="border-current/60 text-inherit">
          <span className="sr-only">{t("maturity")} </span>
          {movie.maturityRating === 0 ? t("everyone") : `${movie.maturityRating}+`}
        </Badge>
      </li>
      {movie.averageRating !== null && <AverageRating value={movie.averageRating} />}
      {movie.genres.length > 0 && (
        <li className="max-sm:basis-full">{movie.genres.slice(0, 3).join(", ")}</li>
      )}
    </ul>
  );
}

function AverageRating({ value }: { value: number }) {
  const t = useTranslations("catalogue");
  const format = useFormatter();
  return <li>{t("average", { rating: format.number(value, { maximumFractionDigits: 1 }) })}</li>;
}

/** Seconds as hours and minutes; a short film keeps its seconds. */
export function useLength(): (seconds: number) => string {
  const t = useTranslations("catalogue.length");
  return (seconds) => {
    const minutes = Math.round(seconds / 60);
    if (seconds < 60) return t("seconds", { seconds: Math.round(seconds) });
    if (minutes < 60) return t("minutes", { minutes });
    return t("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
}
