"use client";

import { useEffect, useEffectEvent } from "react";

export type PlayerActions = {
  togglePlay: () => void;
  seekBy: (seconds: number) => void;
  seekToFraction: (fraction: number) => void;
  changeVolume: (difference: number) => void;
  toggleMute: () => void;
  toggleFullscreen: () => void;
  toggleSubtitles: () => void;
  changeSpeed: (steps: number) => void;
  playNext: () => void;
  showKeys: () => void;
  leaveControls: () => void;
};

const FIELD = "input, textarea, select, [contenteditable], media-time-range, media-volume-range";
const PRESSABLE = "button, a, [role=menuitem], [role=menuitemradio]";

/** Keys of the watch page. A field or a control that uses a key itself keeps it. */
export function usePlayerKeys(actions: PlayerActions, isActive: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[role=dialog], [role=menu]")) return;
    if (target?.closest(FIELD) && /^(Arrow|Home|End|Page|\d)/.test(event.key)) return;
    if (target?.closest(PRESSABLE) && (event.key === " " || event.key === "Enter")) return;
    if (!act(event, actions)) return;
    event.preventDefault();
  });
  useEffect(() => {
    if (!isActive) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isActive]);
}

function act({ key, shiftKey }: KeyboardEvent, actions: PlayerActions): boolean {
  if (/^\d$/.test(key)) {
    actions.seekToFraction(Number(key) / 10);
    return true;
  }
  const byKey = new Map<string, () => void>([
    [" ", actions.togglePlay],
    ["k", actions.togglePlay],
    ["j", () => actions.seekBy(-10)],
    ["l", () => actions.seekBy(10)],
    ["ArrowLeft", () => actions.seekBy(-5)],
    ["ArrowRight", () => actions.seekBy(5)],
    ["ArrowUp", () => actions.changeVolume(0.05)],
    ["ArrowDown", () => actions.changeVolume(-0.05)],
    ["m", actions.toggleMute],
    ["f", actions.toggleFullscreen],
    ["c", actions.toggleSubtitles],
    ["<", () => actions.changeSpeed(-1)],
    [">", () => actions.changeSpeed(1)],
    ["?", actions.showKeys],
    ["Escape", actions.leaveControls],
  ]);
  const name = key.length === 1 ? key.toLowerCase() : key;
  const run = name === "n" && shiftKey ? actions.playNext : byKey.get(name);
  run?.();
  return run !== undefined;
}
