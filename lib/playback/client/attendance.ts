const STORED = "cineverse:unattended";

/** After so many episodes that began by themselves, somebody is asked whether they are still there. */
export const UNATTENDED_EPISODES = 3;

type Count = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** How many episodes began by themselves since somebody last touched anything; a reload of the page forgets none. */
export function unattended(storage: Count): number {
  const count = Number.parseInt(storage.getItem(STORED) ?? "0", 10);
  return Number.isFinite(count) && count > 0 ? count : 0;
}

/** Another episode began and nobody asked for it. */
export function countUnattended(storage: Count): void {
  storage.setItem(STORED, String(unattended(storage) + 1));
}

/** Somebody is there. */
export function attend(storage: Count): void {
  storage.removeItem(STORED);
}

export const isPresenceDoubted = (storage: Count) => unattended(storage) >= UNATTENDED_EPISODES;

export type NextStep = "wait" | "count" | "ask";

/**
 * What happens at the end of an episode that has another after it: the countdown runs only where the viewer lets it, where
 * the end was reached by playing, and where the page was awake all the time.
 */
export function nextStep(state: {
  isAutomatic: boolean;
  isEnded: boolean;
  /** Credits that the viewer skips end the episode as well. */
  isInSkippedCredits: boolean;
  isPaused: boolean;
  hasSlept: boolean;
  isDoubted: boolean;
}): NextStep {
  const isOver = state.isEnded || (state.isInSkippedCredits && !state.isPaused);
  if (!isOver || !state.isAutomatic || state.hasSlept) return "wait";
  return state.isDoubted ? "ask" : "count";
}

/** Ticks of a second that come this late were held back: the laptop was shut, or the page frozen. */
export const SLEPT_AFTER_MS = 5000;

export const hasSlept = (sinceLastTickMs: number) => sinceLastTickMs > SLEPT_AFTER_MS;
