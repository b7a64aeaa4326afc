import type { Film, Shot } from "../../film";
import * as k from "../../kit";
import type { Score } from "../../sound/score";

/** One planet small enough to walk round: its colours, what grows on it, and what happens there. */
export interface Planet {
  slug: string;
  name: string;
  space: string[];
  ground: string;
  edge: string;
  core: string;
  suit: string;
  ink: string;
  grows(c: k.Context, h: number, t: number, i: number): void;
  over?(c: k.Context, t: number): void;
  event(c: k.Context, t: number, p: number): void;
  score: Pick<Score, "tempo" | "root" | "scale" | "chords" | "parts"> & Partial<Score>;
}

export const astronaut = (suit: string): k.Look => ({
  top: suit,
  legs: suit,
  shoes: "#2b2440",
  hat: "helmet",
  hatColor: "#ffffff",
  skin: "#9a6644",
  trim: suit,
});

/** A globe whose surface carries things that stand outwards. */
export function globe(
  c: k.Context,
  pl: Planet,
  x: number,
  y: number,
  r: number,
  turn: number,
  t: number,
  n: number,
  h: number,
) {
  for (let i = 0; i < n; i++) {
    k.at(c, x, y, { turn: turn + (i / n) * k.TAU }, () =>
      k.at(c, 0, -r + 4, {}, () => pl.grows(c, h * (0.7 + 0.5 * k.hash(4, i)), t, i)),
    );
  }
  k.disc(c, x, y, r, pl.edge);
  k.disc(c, x, y, r * 0.95, pl.ground);
  for (let i = 0; i < 7; i++) {
    const a = turn + i * 0.9;
    const d = r * (0.3 + 0.5 * k.hash(6, i));
    k.disc(
      c,
      x + Math.cos(a) * d,
      y + Math.sin(a) * d,
      r * (0.06 + 0.1 * k.hash(7, i)),
      pl.core,
      r * (0.05 + 0.07 * k.hash(8, i)),
      a,
    );
  }
}

export function orbit(pl: Planet): Shot["draw"] {
  return (c, t) => {
    k.bands(c, 0, 900, pl.space, 20);
    k.stars(c, pl.slug.length, 60, t, { bottom: 900, color: "#fffbe8" });
    pl.over?.(c, t);
    globe(c, pl, 800, 560, 270, -t * 0.4, t, 11, 110);
    k.person(c, 800, 296, 130, astronaut(pl.suit), k.poses.walk(t * 0.9));
    k.disc(c, 260 + t * 12, 190, 36, pl.core);
    k.disc(c, 1330 - t * 8, 260, 22, pl.edge);
  };
}

export function surface(pl: Planet): Shot["draw"] {
  return (c, t, p) => {
    k.bands(c, 0, 900, [...pl.space].reverse(), 20);
    pl.over?.(c, t + 5);
    globe(c, pl, 800, 1560, 900, -t * 0.11 - 0.3, t, 26, 300);
    k.person(c, 800, 664, 300, astronaut(pl.suit), p > 0.85 ? k.poses.cheer(t) : k.poses.walk(t * 0.75));
  };
}

export function event(pl: Planet): Shot["draw"] {
  return (c, t, p) => {
    pl.event(c, t, p);
    if (p > 0.5)
      k.letter(c, pl.name, 800, 830, {
        font: "Bricolage",
        weight: 800,
        size: 96 * k.spring((p - 0.5) * 4),
        color: pl.ink,
      });
  };
}

export const film = (pl: Planet): Film => ({
  slug: `pocket-planets/${pl.slug}`,
  height: 480,
  crf: 3,
  shots: [
    { seconds: 6, draw: orbit(pl), fadeFrom: "#000000" },
    { seconds: 7, draw: surface(pl) },
    { seconds: 8, draw: event(pl), fadeTo: pl.space[0] },
  ],
  score: { reverb: 0.45, ...pl.score },
});
