"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { PosterCard } from "@/components/ui/poster-card";
import { Rail, RailItem } from "@/components/ui/rail";
import type { ComingTitle } from "@/lib/catalogue/schema";

/** What is announced: each leads to its place among what comes, where one can ask to be told. */
export function ComingRail({ titles }: { titles: ComingTitle[] }) {
  const t = useTranslations("catalogue");
  const format = useFormatter();
  if (titles.length === 0) return null;
  const all = (
    <Link
      href="/coming-soon"
      prefetch={false}
      className="inline-flex min-h-(--target-small) shrink-0 items-center gap-0.5 rounded text-sm font-medium text-ink-faint hover:text-ink"
    >
      {t("all")}
      <span className="sr-only">: {t("coming.title")}</span>
      <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
    </Link>
  );
  return (
    <Rail title={t("coming.title")} action={all}>
      {titles.map((movie) => (
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
