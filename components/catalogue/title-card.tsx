import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { Badge } from "@/components/ui/badge";
import { PosterCard } from "@/components/ui/poster-card";
import type { MovieCard } from "@/lib/catalogue/schema";

type Props = { movie: MovieCard; sizes?: string; isFirst?: boolean; subtitle?: string };

/** A title in a list: its poster, or one set in type where there is none. */
export function TitleCard({ movie, sizes, isFirst, subtitle }: Props) {
  const t = useTranslations("catalogue");
  const facts = [movie.year, movie.type === "series" ? t("series") : null].filter(Boolean).join(" · ");
  return (
    <PosterCard
      href={`/title/${movie.slug}`}
      title={movie.title}
      subtitle={subtitle ?? facts}
      posterPath={movie.posterPath}
      placeholder={movie.posterPlaceholder}
      {...(!movie.posterPath && { poster: <TypographicPoster movie={movie} /> })}
      {...(movie.accessLevel !== "free" && { badge: <AccessBadge level={movie.accessLevel} /> })}
      {...(sizes && { sizes })}
      {...(isFirst && { isFirst })}
    />
  );
}

export function AccessBadge({ level }: { level: "basic" | "premium" }) {
  const t = useTranslations("catalogue");
  return (
    <Badge tone="overlay">
      <Lock aria-hidden className="size-3" />
      {t(`access.${level}`)}
    </Badge>
  );
}
