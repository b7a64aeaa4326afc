const DEEDS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"] as const;

let hasActed = false;
const waiting = new Set<() => void>();

/**
 * Calls back once somebody has done anything on this page, at once if they have: until then what only deeds need is not
 * worth fetching or drawing. Gives the way to forget it.
 */
export function onFirstDeed(listener: () => void): () => void {
  if (hasActed) {
    listener();
    return () => undefined;
  }
  if (waiting.size === 0) for (const deed of DEEDS) window.addEventListener(deed, act, { passive: true });
  waiting.add(listener);
  return () => waiting.delete(listener);
}

function act(): void {
  hasActed = true;
  for (const deed of DEEDS) window.removeEventListener(deed, act);
  for (const listener of waiting) listener();
  waiting.clear();
}
