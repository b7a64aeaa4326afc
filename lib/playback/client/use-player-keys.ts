"use client";

import { useEffect, useEffectEvent } from "react";
import { answerEarlyKeys } from "@/lib/playback/client/early-keys";
import { moveFocus } from "@/lib/playback/client/move-focus";
import type { PlayerPlace } from "@/lib/playback/client/now-playing";
import type { PlayerActions } from "@/lib/playback/client/player-actions";
import { runKey } from "@/lib/playback/client/player-keys";

const FIELD = "input, textarea, select, [contenteditable], media-time-range, media-volume-range";
const PRESSABLE = "button, a, [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]";

/** The keys of a player that fills its page; of one in a corner only while the focus is in it. */
export function usePlayerKeys(
  actions: PlayerActions,
  stage: HTMLElement,
  place: PlayerPlace,
  isActive: boolean,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[role=dialog], [role=menu]")) return;
    const isInside = target !== null && stage.contains(target);
    if (!isInside && (place !== "window" || !isNowhere(target))) {
      // On a page that shows more than the film, keys that scroll and press stay the page's.
      if (place !== "page" || target?.closest(`${FIELD}, ${PRESSABLE}`) || isScrolling(event.key)) return;
    }
    if (target?.closest(FIELD) && /^(Arrow|Home|End|Page|\d)/.test(event.key)) return;
    if (target?.closest(PRESSABLE) && (event.key === " " || event.key === "Enter")) return;
    if (!moveFocus(event, stage) && !runKey(event.key, actions)) return;
    event.preventDefault();
  });
  const run = useEffectEvent((key: string) => runKey(key, actions));
  useEffect(() => {
    if (!isActive) return;
    const leave = answerEarlyKeys((key) => run(key));
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => {
      leave();
      document.removeEventListener("keydown", listen);
    };
  }, [isActive]);
}

const isNowhere = (target: Element | null) => target === null || target === document.body;
const isScrolling = (key: string) => key === " " || /^(Arrow|Home|End|Page|Enter)/.test(key);
