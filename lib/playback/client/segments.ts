import type { Segment } from "@/lib/media";
import type { PlaybackPreferences } from "@/lib/playback/preferences/choices";

/** A segment is not offered in its last second: the press would come too late. */
const OFFER_UNTIL_SECONDS = 1;
/** Credits that run to the end belong to what comes after them, not to the button that skips. */
const END_MARGIN_SECONDS = 3;
/** A film that is played enters a segment in steps; more than this was a jump by the person. */
const LONGEST_STEP_SECONDS = 2;

export type SegmentChoices = Pick<PlaybackPreferences, "intro" | "recap" | "credits">;

/** What the viewer chose for the segment at these seconds: to be offered, to be skipped, or nothing. */
export function segmentAt(
  segments: Segment[],
  { seconds, durationSeconds }: { seconds: number; durationSeconds: number },
  choices: SegmentChoices,
): { segment: Segment; choice: "ask" | "skip" } | null {
  const segment = segments.find(({ start, end }) => seconds >= start && seconds < end - OFFER_UNTIL_SECONDS);
  if (!segment || isClosing(segment, durationSeconds)) return null;
  const choice = choices[segment.kind];
  return choice === "never" ? null : { segment, choice };
}

/** Whether these are credits with nothing after them. */
export function isClosing({ kind, end }: Segment, durationSeconds: number): boolean {
  return kind === "credits" && end >= durationSeconds - END_MARGIN_SECONDS;
}

/**
 * Skips by itself only what was come upon by playing: whoever goes back into an opening, by hand or by "go back", wants to
 * see it.
 */
export function isSkippedByItself(
  { start }: Segment,
  step: { from: number; to: number; isFirst?: boolean },
  returned: ReadonlySet<number>,
): boolean {
  const hasEntered = step.from <= start + 0.5 && step.to >= start;
  // The controls come after the first picture: what was played before them was played all the same.
  const isPlayed = step.isFirst || step.to - step.from <= LONGEST_STEP_SECONDS;
  return hasEntered && isPlayed && !returned.has(start);
}

/** Seconds where the credits begin for which the next episode is offered; before the end where there are none. */
export function creditsStart(
  segments: Segment[],
  durationSeconds: number,
  otherwiseBeforeEnd: number,
): number {
  const credits = segments.find((segment) => isClosing(segment, durationSeconds));
  return credits?.start ?? Math.max(0, durationSeconds - otherwiseBeforeEnd);
}
