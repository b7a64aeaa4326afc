"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Artwork } from "@/components/ui/artwork";
import { ProgressBar } from "@/components/ui/progress-bar";

/** How wide --still-width comes out; media queries know no variables. */
const SIZES =
  "(min-width: 170rem) 38rem, (min-width: 113rem) 30rem, (min-width: 70rem) 25vw, (min-width: 48rem) 19rem, 70vw";
const WIDEST = 828;

type Props = {
  href: string;
  title: string;
  /** Which episode, what is left to watch: one short line. */
  subtitle: string;
  path: string | null;
  placeholder: string | null;
  /** Takes the place of a picture that there is none of. */
  picture: ReactNode;
  /** 0 to 1, for what has been begun. */
  progress?: number;
};

/** A scene of what somebody goes on with; pressed, it plays. */
export function StillCard({ href, title, subtitle, path, placeholder, picture, progress }: Props) {
  return (
    <Link href={href} prefetch={false} className="group block outline-none">
      <span className="still-frame">
        {path ? (
          <Artwork path={path} placeholder={placeholder} alt="" sizes={SIZES} widest={WIDEST} />
        ) : (
          picture
        )}
        <span aria-hidden className="still-play">
          <Play fill="currentColor" />
        </span>
        {progress !== undefined && <ProgressBar value={progress} />}
      </span>
      <span className="mt-2.5 block truncate text-base leading-snug font-medium text-ink">{title}</span>
      <span className="mt-0.5 block truncate text-sm text-ink-faint">{subtitle}</span>
    </Link>
  );
}
