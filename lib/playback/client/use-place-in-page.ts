"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import type { PlayerPlace } from "@/lib/playback/client/now-playing";

/** Moves the focus with the player: into it when it takes the page, back to the page when it leaves it. */
export function usePlaceInPage(place: PlayerPlace, stage: HTMLElement): void {
  const before = useRef<PlayerPlace | null>(null);
  useEffect(() => {
    const { current } = before;
    before.current = place;
    if (current === null || (current === "corner") === (place === "corner")) return;
    if (place !== "corner") return stage.focus({ preventScroll: true });
    if (document.fullscreenElement) void document.exitFullscreen();
    if (stage.contains(document.activeElement)) focusMain();
  }, [place, stage]);
  // Closed by its own button, it leaves nobody without a place.
  useLayoutEffect(
    () => () => {
      if (stage.contains(document.activeElement)) focusMain();
    },
    [stage],
  );
}

function focusMain(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
}
