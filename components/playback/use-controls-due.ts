"use client";

import { useEffect, useState } from "react";

const LATEST_MS = 2500;

/** The controls' scripts would compete with the first picture: they come after it, or when it does not come soon. */
export function useControlsDue(video: HTMLVideoElement, isNeeded: boolean): boolean {
  const [isDue, setIsDue] = useState(video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
  useEffect(() => {
    if (isDue) return;
    const show = () => setIsDue(true);
    const timer = setTimeout(show, LATEST_MS);
    video.addEventListener("loadeddata", show, { once: true });
    // Whoever moves or presses a key wants them now.
    window.addEventListener("pointerdown", show, { once: true });
    window.addEventListener("keydown", show, { once: true });
    return () => {
      clearTimeout(timer);
      video.removeEventListener("loadeddata", show);
      window.removeEventListener("pointerdown", show);
      window.removeEventListener("keydown", show);
    };
  }, [video, isDue]);
  return isDue || isNeeded;
}
