"use client";

import { useFormatter, useTranslations } from "next-intl";
import { AllLink } from "@/components/catalogue/all-link";
import { railPlaces } from "@/components/catalogue/rail-places";
import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { PosterCard } from "@/components/ui/poster-card";
import { Rail, RailItem } from "@/components/ui/rail";
import type { ComingTitle } from "@/lib/catalogue/schema";

/** What is announced: each leads to its place among what comes, where one can ask to be told. */
export function ComingRail({ titles }: { titles: ComingTitle[] | undefined }) {
  const t = useTranslations("catalogue");
  const format = useFormatter();
  if (titles?.length === 0) return null;
  const title = t("coming.title");
  return (
    <Rail title={title} action={<AllLink href="/coming-soon" title={title} />}>
      {!titles && railPlaces()}
      {titles?.map((movie) => (
        <RailItem key={movie.id}>
          <PosterCard
            href={`/coming-soon#${movie.slug}`}
            title={movie.title}
            subtitle={t("coming.from", {
              date: format.dateTime(new Date(movie.publishedAt), { day: "numeric", month: "short" }),
            })}
            posterPath={movie.posterPath}
            placeholder={movie.posterPlaceholder}
            {...(!movie.posterPath && { poster: <TypographicPoster movie={movie} /> })}
          />
        </RailItem>
      ))}
    </Rail>
  );
}
