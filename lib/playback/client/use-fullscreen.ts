"use client";

import { useCallback, useEffect, useState } from "react";

type PhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** Fullscreen of the whole player with its menus; where only videos may (iPhone), of the video. */
export function useFullscreen(stage: HTMLElement | null, video: HTMLVideoElement | null) {
  const [isFullscreen, setIsFullscreen] = useState(false);
  useEffect(() => {
    const read = () => setIsFullscreen(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", read);
    return () => document.removeEventListener("fullscreenchange", read);
  }, []);
  const toggle = useCallback(() => {
    if (document.fullscreenElement) return void document.exitFullscreen();
    if (stage?.requestFullscreen) return void stage.requestFullscreen().catch(() => undefined);
    (video as PhoneVideo | null)?.webkitEnterFullscreen?.();
  }, [stage, video]);
  return { isFullscreen, toggle };
}
