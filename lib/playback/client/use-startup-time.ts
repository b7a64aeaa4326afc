"use client";

import { useEffect, useState } from "react";

/** Milliseconds from asking for a stream to its first frame on screen; null until then. */
export function useStartupTime(video: HTMLVideoElement | null, sessionKey: string | null): number | null {
  const [milliseconds, setMilliseconds] = useState<number | null>(null);
  const [askedAt] = useState(() => performance.now());
  useEffect(() => {
    if (!video || !sessionKey) return;
    const shown = () => setMilliseconds((known) => known ?? Math.round(performance.now() - askedAt));
    // The frame callback is the exact one; a tab in the background gets only the event.
    const frame = video.requestVideoFrameCallback?.(shown);
    video.addEventListener("playing", shown, { once: true });
    return () => {
      if (frame !== undefined) video.cancelVideoFrameCallback(frame);
      video.removeEventListener("playing", shown);
    };
  }, [video, sessionKey, askedAt]);
  return milliseconds;
}
