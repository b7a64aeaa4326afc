"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TitleCard } from "@/components/catalogue/title-card";
import { Rail, RailItem } from "@/components/ui/rail";
import type { ListedTitle } from "@/lib/catalogue/schema";

type Props = {
  title: string;
  movies: ListedTitle[];
  href?: string;
  /** The order is what the rail is about: the first ten, each beside its number. */
  isRanked?: boolean;
};

const RANKS = 10;

export function TitleRail({ title, movies, href, isRanked = false }: Props) {
  const t = useTranslations("catalogue");
  if (movies.length === 0) return null;
  const all = href && (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-(--target-small) shrink-0 items-center gap-0.5 rounded text-sm font-medium text-ink-faint hover:text-ink"
    >
      {t("all")}
      <span className="sr-only">: {title}</span>
      <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
    </Link>
  );
  return (
    <Rail title={title} action={all}>
      {isRanked
        ? movies.slice(0, RANKS).map((movie, index) => (
            <RailItem key={movie.id} width="w-[calc(var(--poster-width)*1.52)]">
              <Ranked rank={index + 1} movie={movie} />
            </RailItem>
          ))
        : movies.map((movie) => (
            <RailItem key={movie.id}>
              <TitleCard movie={movie} />
            </RailItem>
          ))}
    </Rail>
  );
}

/** The number stands behind the poster's edge; a screen reader hears it from the list. */
function Ranked({ rank, movie }: { rank: number; movie: ListedTitle }) {
  return (
    <div className="relative flex justify-end">
      <span
        aria-hidden
        className={`rank-number ${rank < 10 ? "inset-s-0" : "-inset-s-1 [letter-spacing:-0.12em]"}`}
      >
        {rank}
      </span>
      <div className="relative w-(--poster-width)">
        <TitleCard movie={movie} />
      </div>
    </div>
  );
}
