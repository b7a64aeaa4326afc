"use client";

import { useEffect, useState } from "react";

/** Milliseconds from asking for a stream to its first frame on screen; null until then. */
export function useStartupTime(video: HTMLVideoElement | null, sessionKey: string | null): number | null {
  const [milliseconds, setMilliseconds] = useState<number | null>(null);
  const [askedAt] = useState(() => performance.now());
  useEffect(() => {
    if (!video || !sessionKey) return;
    const shown = (now: number) => setMilliseconds((known) => known ?? Math.round(now - askedAt));
    if ("requestVideoFrameCallback" in video) {
      const handle = video.requestVideoFrameCallback((now) => shown(now));
      return () => video.cancelVideoFrameCallback(handle);
    }
  }, [video, sessionKey, askedAt]);
  return milliseconds;
}
