export type Timed = { startTime: number; endTime: number };

/** The cues that are spoken at these seconds, of cues in the order of their start. From WebVTT: the end is no part. */
export function cuesAt<Cue extends Timed>(cues: ArrayLike<Cue>, seconds: number): Cue[] {
  const found: Cue[] = [];
  for (let index = countBegun(cues, seconds) - 1; index >= 0; index -= 1) {
    const cue = cues[index];
    if (!cue) break;
    if (seconds < cue.endTime) found.unshift(cue);
    // Lines overlap with a few before them, never with the whole film.
    else if (found.length === 0 && seconds - cue.endTime > LONGEST_OVERLAP_SECONDS) break;
  }
  return found;
}

/** When another line begins after these seconds, or one that is spoken ends; null after the last. */
export function nextChange(cues: ArrayLike<Timed>, seconds: number): number | null {
  const next = cues[countBegun(cues, seconds)]?.startTime ?? Number.POSITIVE_INFINITY;
  const change = Math.min(next, ...cuesAt(cues, seconds).map(({ endTime }) => endTime));
  return Number.isFinite(change) ? change : null;
}

const LONGEST_OVERLAP_SECONDS = 120;

/** How many have begun, by halving: a film has thousands and a frame few milliseconds. */
function countBegun(cues: ArrayLike<Timed>, seconds: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.startTime ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}
