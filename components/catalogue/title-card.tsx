"use client";

import { useFormatter, useTranslations } from "next-intl";
import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { TitleMenuButton } from "@/components/library/title-menu-button";
import { PosterCard } from "@/components/ui/poster-card";
import type { ListedTitle } from "@/lib/catalogue/schema";

type Props = {
  movie: ListedTitle;
  isInGrid?: boolean;
  isFirst?: boolean;
  subtitle?: string;
  hasMenu?: boolean;
};

/**
 * A title in a list: its poster, or one set in type where there is none. It is drawn in the browser too, so that a page
 * of a hundred carries what they say twice, not their markup.
 */
export function TitleCard({ movie, subtitle, hasMenu = true, ...place }: Props) {
  const t = useTranslations("catalogue");
  const facts = [movie.year, movie.type === "series" ? t("series") : null].filter(Boolean).join(" · ");
  return (
    <div className="group/card relative" data-title-id={movie.id}>
      <PosterCard
        {...place}
        href={`/title/${movie.slug}`}
        title={movie.title}
        subtitle={subtitle ?? facts}
        posterPath={movie.posterPath}
        placeholder={movie.posterPlaceholder}
        {...(!movie.posterPath && { poster: <TypographicPoster movie={movie} /> })}
        {...((movie.neededPlan || movie.leavesAt) && { note: <CardNotes movie={movie} /> })}
      />
      {hasMenu && <TitleMenuButton movieId={movie.id} title={movie.title} type={movie.type} isOnCard />}
    </div>
  );
}

/** What somebody should know before they choose it: the plan that it needs, and the day on which it leaves. */
function CardNotes({ movie }: { movie: ListedTitle }) {
  const t = useTranslations("catalogue");
  const format = useFormatter();
  return (
    <>
      {movie.neededPlan && <span className="plan-note">{t(`access.${movie.neededPlan}`)}</span>}
      {movie.leavesAt && (
        <span className="shrink-0 font-medium text-accent-ink">
          {t("coming.leavesOn", {
            date: format.dateTime(new Date(movie.leavesAt), { day: "numeric", month: "short" }),
          })}
        </span>
      )}
    </>
  );
}
