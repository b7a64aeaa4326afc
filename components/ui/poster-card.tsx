"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Artwork } from "@/components/ui/artwork";
import { carryPoster } from "@/components/ui/carry-poster";

type Props = {
  href: string;
  title: string;
  /** Year, length or what is left to watch: one short line. */
  subtitle?: string;
  posterPath: string | null;
  placeholder?: string | null;
  /** Beside the subtitle: posters have words of their own, which nothing should cover. */
  note?: ReactNode;
  /** Takes the place of a picture that there is none of. */
  poster?: ReactNode;
  /** In a grid a poster is wider than in a rail. */
  isInGrid?: boolean;
  isFirst?: boolean;
};

/** How wide --poster-width and --grid-poster-width come out; media queries know no variables. */
const RAIL_SIZES =
  "(min-width: 170rem) 20rem, (min-width: 113rem) 16rem, (min-width: 70rem) 13.2vw, (min-width: 48rem) 10rem, 36vw";
const GRID_SIZES =
  "(min-width: 170rem) 22rem, (min-width: 113rem) 17rem, (min-width: 80rem) 15vw, (min-width: 48rem) 22vw, (min-width: 30rem) 31vw, 46vw";
const WIDEST = 640;

export function PosterCard({
  href,
  title,
  subtitle,
  posterPath,
  placeholder,
  poster,
  note,
  isInGrid = false,
  isFirst = false,
}: Props) {
  return (
    <Link
      href={href}
      prefetch={false}
      onClick={(event) => carryPoster(event.currentTarget)}
      className="group block outline-none"
    >
      <span className="poster-frame">
        {poster ?? (
          <Artwork
            path={posterPath}
            placeholder={placeholder ?? null}
            alt=""
            sizes={isInGrid ? GRID_SIZES : RAIL_SIZES}
            widest={WIDEST}
            isFirst={isFirst}
          />
        )}
      </span>
      <span className="mt-2.5 text-base leading-snug font-medium text-ink line-clamp-2">{title}</span>
      {(subtitle || note) && (
        <span className="mt-0.5 flex flex-wrap gap-x-2.5 text-sm text-ink-faint">
          {subtitle && <span className="max-w-full truncate">{subtitle}</span>}
          {note}
        </span>
      )}
    </Link>
  );
}
