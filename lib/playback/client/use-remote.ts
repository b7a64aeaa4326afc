"use client";

import { useEffect, useState } from "react";

type SafariVideo = HTMLVideoElement & { webkitShowPlaybackTargetPicker?: () => void };
type Remote = { kind: "airplay" | "cast"; show: () => void };

/**
 * A screen elsewhere in the room, where the browser knows of one that can take this very source. A source that scripts
 * feed cannot be handed over, and browsers then say that there is none: the button appears only where it would work.
 */
export function useRemote(video: HTMLVideoElement): Remote | null {
  const [kind, setKind] = useState<Remote["kind"] | null>(null);
  useEffect(() => {
    const safari = video as SafariVideo;
    if (safari.webkitShowPlaybackTargetPicker) {
      const listen = (event: Event) =>
        setKind((event as Event & { availability?: string }).availability === "available" ? "airplay" : null);
      video.addEventListener("webkitplaybacktargetavailabilitychanged", listen);
      return () => video.removeEventListener("webkitplaybacktargetavailabilitychanged", listen);
    }
    if (!video.remote) return;
    const watch = () => {
      void video.remote.cancelWatchAvailability().catch(() => undefined);
      void video.remote
        .watchAvailability((isThere) => setKind(isThere ? "cast" : null))
        .catch(() => setKind(null));
    };
    watch();
    // Whether it can be handed over is a matter of the source.
    video.addEventListener("loadedmetadata", watch);
    return () => {
      video.removeEventListener("loadedmetadata", watch);
      void video.remote.cancelWatchAvailability().catch(() => undefined);
    };
  }, [video]);
  if (!kind) return null;
  const show = () => {
    if (kind === "airplay") (video as SafariVideo).webkitShowPlaybackTargetPicker?.();
    else void video.remote.prompt().catch(() => undefined);
  };
  return { kind, show };
}
