/** How long each kind of thing may be old, in seconds. */
export const CACHE_SECONDS = {
  movie: 300,
  movieList: 120,
  user: 600,
  recommendations: 3600,
  trending: 1800,
  session: 86_400,
  /** That something is not there: short, because what is asked for in vain is often what is about to come. */
  absent: 30,
} as const;

/** The part of a lifetime after which somebody makes the value anew while everybody still gets the old one. */
const FRESH_PART = 0.8;
/** What was made together does not end together. */
const JITTER_PART = 0.1;

export type Ends = { freshUntil: number; servedUntil: number };

/** Until when, in milliseconds since 1970, a value made `now` is fresh and is served: never longer than its lifetime. */
export function endsOf(seconds: number, now: number, random = Math.random()): Ends {
  const lifeMs = seconds * 1000 * (1 - JITTER_PART * random);
  return { freshUntil: Math.round(now + lifeMs * FRESH_PART), servedUntil: Math.round(now + lifeMs) };
}
