"use client";

import { AllLink } from "@/components/catalogue/all-link";
import { railPlaces } from "@/components/catalogue/rail-places";
import { TitleCard } from "@/components/catalogue/title-card";
import { Rail, RailItem } from "@/components/ui/rail";
import type { ListedTitle } from "@/lib/catalogue/schema";

type Props = {
  title: string;
  /** None yet: their places are shown. */
  movies: ListedTitle[] | undefined;
  href?: string;
  /** The order is what the rail is about: the first ten, each beside its number. */
  isRanked?: boolean;
};

const RANKS = 10;

export function TitleRail({ title, movies, href, isRanked = false }: Props) {
  if (movies?.length === 0) return null;
  return (
    <Rail title={title} action={href && <AllLink href={href} title={title} />}>
      {!movies && railPlaces()}
      {isRanked
        ? movies?.slice(0, RANKS).map((movie, index) => (
            <RailItem key={movie.id} width="w-[calc(var(--poster-width)*1.52)] min-h-(--poster-card-height)">
              <Ranked rank={index + 1} movie={movie} />
            </RailItem>
          ))
        : movies?.map((movie) => (
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
