"use client";

import { useEffect } from "react";

/** Keys that were pressed while the controls were on their way, and whoever answers them once they are there. */
let waiting: string[] = [];
let isAnswered = false;

/** Whoever pauses in the first second has paused: keys wait for the controls, whose scripts come after the picture. */
export function useEarlyKeys(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const keep = (event: KeyboardEvent) => {
      const isOwn = event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab";
      const isElsewhere =
        event.target instanceof Element && event.target.closest("a, button, input") !== null;
      if (isAnswered || isOwn || isElsewhere) return;
      waiting.push(event.key);
      if (event.key === " ") event.preventDefault();
    };
    document.addEventListener("keydown", keep);
    return () => {
      document.removeEventListener("keydown", keep);
      waiting = [];
    };
  }, [isActive]);
}

/** The controls are there: what waited is done, in its order. Answers how to say that they are gone again. */
export function answerEarlyKeys(run: (key: string) => void): () => void {
  isAnswered = true;
  for (const key of waiting.splice(0)) run(key);
  return () => {
    isAnswered = false;
  };
}
