import Link from "next/link";
import type { ReactNode } from "react";
import { Artwork } from "@/components/ui/artwork";

type Props = {
  href: string;
  title: string;
  /** Year, length or what is left to watch: one short line. */
  subtitle?: string;
  posterPath: string | null;
  placeholder?: string | null;
  badge?: ReactNode;
  /** Takes the place of a picture that there is none of. */
  poster?: ReactNode;
  /** 0 to 1, for what has been begun. */
  progress?: number;
  sizes?: string;
  isFirst?: boolean;
};

const SIZES = "(min-width: 120rem) 15rem, (min-width: 48rem) 12rem, 38vw";

export function PosterCard({
  href,
  title,
  subtitle,
  posterPath,
  placeholder,
  poster,
  badge,
  progress,
  sizes = SIZES,
  isFirst,
}: Props) {
  return (
    <Link href={href} prefetch={false} className="group block outline-offset-4">
      <span className="relative block aspect-2/3 overflow-hidden rounded-card ring-1 ring-line transition-[transform,box-shadow] duration-300 ease-out group-hover:-translate-y-1 group-hover:shadow-raised group-hover:ring-line-strong">
        {poster ?? (
          <Artwork
            path={posterPath}
            placeholder={placeholder ?? null}
            alt=""
            sizes={sizes}
            {...(isFirst && { isFirst })}
            className="transition-transform duration-500 ease-out group-hover:scale-[1.035]"
          />
        )}
        {badge && <span className="absolute inset-s-2 top-2">{badge}</span>}
        {progress !== undefined && <ProgressBar value={progress} />}
      </span>
      <span className="mt-2.5 block text-[0.9375rem] leading-snug font-medium text-ink line-clamp-2">
        {title}
      </span>
      {subtitle && <span className="mt-0.5 block truncate text-sm text-ink-faint">{subtitle}</span>}
    </Link>
  );
}

/** How far somebody has watched; the words beside it say the same. */
export function ProgressBar({ value }: { value: number }) {
  return (
    <span aria-hidden className="absolute inset-x-2 bottom-2 h-1 overflow-hidden rounded-full bg-black/55">
      <span
        className="block h-full rounded-full bg-accent"
        style={{ inlineSize: `${Math.round(value * 100)}%` }}
      />
    </span>
  );
}
