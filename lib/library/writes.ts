import { z } from "zod";
import { watchedMark } from "@/lib/library/schema";

export const WRITES_AT_ONCE = 50;
const EPISODES_AT_ONCE = 1000;

/** One thing that a viewer did, and when: milliseconds since 1970 in the server's time. Sent twice it counts once. */
const common = { id: z.uuid(), madeAt: z.int().min(0) };
const ofTitle = { ...common, movieId: z.uuid() };
const listing = { ...ofTitle, isListed: z.boolean() };

const writeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("favorites"), ...listing }),
  z.object({ kind: z.literal("watchlist"), ...listing }),
  z.object({ kind: z.literal("hidden"), ...listing }),
  /** 0 to 10 in halves; null takes the rating back. */
  z.object({
    kind: z.literal("rating"),
    ...ofTitle,
    rating: z.number().min(0).max(10).multipleOf(0.5).nullable(),
  }),
  /** A film (null), or episodes of a series. isWatched null takes back what was said by hand. */
  z.object({
    kind: z.literal("watched"),
    ...ofTitle,
    episodeIds: z.array(z.uuid()).min(1).max(EPISODES_AT_ONCE).nullable(),
    isWatched: watchedMark,
  }),
  /** Out of continue watching, or back. */
  z.object({ kind: z.literal("dismissed"), ...ofTitle, isDismissed: z.boolean() }),
  /** One entry out of the history. */
  z.object({ kind: z.literal("removed"), ...ofTitle, episodeId: z.uuid().nullable() }),
  z.object({ kind: z.literal("cleared"), ...common }),
  z.object({ kind: z.literal("paused"), ...common, isPaused: z.boolean() }),
]);

/** viewerId is who made them: a tab that was left open while somebody else began to watch writes nothing into their lists. */
export const writesBody = z.object({
  viewerId: z.uuid(),
  writes: z.array(writeSchema).min(1).max(WRITES_AT_ONCE),
});

export type LibraryWrite = z.output<typeof writeSchema>;

/** superseded: a newer decision was there, or this very one. refused: no such title for this viewer. */
export type WriteOutcome = "done" | "superseded" | "refused";
export type WriteAnswer = { id: string; outcome: WriteOutcome };
export type WritesAnswer = { answers: WriteAnswer[]; serverTime: number };
