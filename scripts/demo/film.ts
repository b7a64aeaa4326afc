import type { Context } from "./kit/paint";
import type { Score } from "./sound/score";

/** One unbroken look at a scene: t in seconds from its start, p from 0 to 1. */
export interface Shot {
  seconds: number;
  draw(c: Context, t: number, p: number): void;
  /** Colour that the shot comes out of and goes into. */
  fadeFrom?: string;
  fadeTo?: string;
}

export type Segment = { kind: "intro" | "recap" | "credits"; start: number; end: number };

export interface Film {
  /** Also its folder under the seed's media: the slug of the film, or series/episode. */
  slug: string;
  /** Of the source; renditions go from 240 up to it. */
  height: 480 | 1080;
  shots: Shot[];
  score: Score;
  segments?: Segment[];
  /** Seconds between thumbnails. */
  thumbnailEvery?: number;
  /** Added to the encoder's quality number: positive is smaller. */
  crf?: number;
}

/** A work of art of fixed size, in its own units. */
export type Artwork = (c: Context) => void;

export const FPS = 24;
export const filmSeconds = (film: Film) => film.shots.reduce((sum, shot) => sum + shot.seconds, 0);

/** Draws the film as it is at `time`. */
export function drawFilm(c: Context, film: Film, time: number) {
  let start = 0;
  const last = film.shots.length - 1;
  for (const [i, shot] of film.shots.entries()) {
    if (time < start + shot.seconds || i === last) return drawShot(c, shot, time - start);
    start += shot.seconds;
  }
}

const FADE_SECONDS = 0.9;

function drawShot(c: Context, shot: Shot, t: number) {
  c.save();
  shot.draw(c, t, t / shot.seconds);
  c.restore();
  const left = shot.seconds - t;
  if (shot.fadeFrom && t < FADE_SECONDS) cover(c, shot.fadeFrom, 1 - t / FADE_SECONDS);
  if (shot.fadeTo && left < FADE_SECONDS) cover(c, shot.fadeTo, 1 - left / FADE_SECONDS);
}

function cover(c: Context, color: string, opacity: number) {
  c.save();
  c.globalAlpha = Math.min(1, opacity);
  c.fillStyle = color;
  c.fillRect(-100, -100, 1800, 1100);
  c.restore();
}
