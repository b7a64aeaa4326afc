"use client";

import { useSyncExternalStore } from "react";

type PhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

function subscribe(listen: () => void): () => void {
  document.addEventListener("fullscreenchange", listen);
  return () => document.removeEventListener("fullscreenchange", listen);
}

export function useIsFullscreen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  );
}

/** Fullscreen of the whole player with its menus; where only videos may (iPhone), of the video. */
export function toggleFullscreen(stage: HTMLElement, video: HTMLVideoElement): void {
  if (document.fullscreenElement) return void document.exitFullscreen();
  if (document.fullscreenEnabled) return void stage.requestFullscreen().catch(() => undefined);
  (video as PhoneVideo).webkitEnterFullscreen?.();
}
