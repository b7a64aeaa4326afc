import type { ReactNode } from "react";
import { Artwork } from "@/components/ui/artwork";
import { classes } from "@/components/ui/classes";
import { ProgressBar } from "@/components/ui/progress-bar";

type Props = {
  path: string | null;
  placeholder: string | null;
  /** Takes the place of a picture that there is none of; without it only the colours are shown. */
  fallback?: ReactNode;
  sizes: string;
  /** 0 to 1, for what has been begun. */
  progress?: number | undefined;
  isFirst?: boolean;
  /** How wide it is. */
  className: string;
};

/** A scene beside words. */
export function Still({ path, placeholder, fallback, sizes, progress, isFirst = false, className }: Props) {
  return (
    <span
      className={classes(
        "relative block aspect-video shrink-0 overflow-hidden rounded-card ring-1 ring-line",
        className,
      )}
    >
      {path || !fallback ? (
        <Artwork path={path} placeholder={placeholder} alt="" sizes={sizes} widest={640} isFirst={isFirst} />
      ) : (
        fallback
      )}
      {progress !== undefined && <ProgressBar value={progress} />}
    </span>
  );
}
