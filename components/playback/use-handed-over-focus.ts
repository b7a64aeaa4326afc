"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/** Marks the player's whole window, which takes the focus of what goes away. */
export const STAGE = { "data-stage": "", tabIndex: -1 } as const;

/** For what comes and goes by itself: whoever has the focus in it when it goes does not lose their place. */
export function useHandedOverFocus<Kind extends HTMLElement>(): RefObject<Kind | null> {
  const ref = useRef<Kind>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    const stage = element?.closest<HTMLElement>("[data-stage]");
    return () => {
      if (element?.contains(document.activeElement)) stage?.focus({ preventScroll: true });
    };
  }, []);
  return ref;
}
