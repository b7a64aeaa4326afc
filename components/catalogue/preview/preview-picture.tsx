"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { TypographicBackdrop } from "@/components/catalogue/typographic-poster";
import { Artwork } from "@/components/ui/artwork";
import { useStills } from "@/lib/catalogue/client";
import type { Preview } from "@/lib/catalogue/preview";
import { useActiveViewer } from "@/lib/library/client/viewer";

const STILL_MS = 1600;
/** A sheet of the scrubbing track is five pictures wide and high. */
const SIDE = 5;

/** The backdrop, and after a moment pictures of the film, slowly one after the other, where motion and data are welcome. */
export function PreviewPicture({ preview, mayMove }: { preview: Preview; mayMove: boolean }) {
  const { isStill, isThrifty } = useWishes();
  const isMoving = mayMove && !isStill && !isThrifty;
  return (
    <span className="relative block aspect-video overflow-hidden bg-sunken">
      {preview.backdropPath && !isThrifty ? (
        <Artwork
          path={preview.backdropPath}
          placeholder={preview.backdropPlaceholder}
          alt=""
          sizes="25rem"
          widest={828}
          isFirst
          className={isMoving ? "animate-drift" : ""}
        />
      ) : (
        <TypographicBackdrop movie={preview} />
      )}
      {isMoving && preview.type === "movie" && preview.isPlayable && <Stills movieId={preview.id} />}
    </span>
  );
}

function Stills({ movieId }: { movieId: string }) {
  const viewerId = useActiveViewer();
  const { data } = useStills(viewerId, movieId);
  const [turn, setTurn] = useState(-1);
  const count = data?.stills.length ?? 0;
  useEffect(() => {
    if (count < 2) return;
    const timer = setInterval(() => setTurn((last) => (last + 1) % count), STILL_MS);
    return () => clearInterval(timer);
  }, [count]);
  return data?.stills.map(({ x, y, width, height }, index) => (
    <span
      key={`${x},${y}`}
      data-still
      aria-hidden
      className={`absolute inset-0 transition-opacity duration-700 ${index === turn ? "opacity-100" : "opacity-0"}`}
      style={{
        backgroundImage: `url("${data.sheet}")`,
        backgroundSize: `${SIDE * 100}% ${SIDE * 100}%`,
        backgroundPosition: `${(x / width / (SIDE - 1)) * 100}% ${(y / height / (SIDE - 1)) * 100}%`,
      }}
    />
  ));
}

const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";
const REDUCED_DATA = "(prefers-reduced-data: reduce)";

/** What the device asks for: no motion, few bytes. */
function useWishes() {
  const isStill = useSyncExternalStore(
    (changed) => {
      const query = matchMedia(REDUCED_MOTION);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(REDUCED_MOTION).matches,
    () => true,
  );
  const connection = "connection" in navigator ? (navigator.connection as { saveData?: boolean }) : null;
  return { isStill, isThrifty: connection?.saveData === true || matchMedia(REDUCED_DATA).matches };
}
