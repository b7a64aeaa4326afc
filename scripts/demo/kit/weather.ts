import { lerp, scatter, sway, TAU, wrap } from "./math";
import { at, type Context, disc, HEIGHT, type Point, poly, ring, stroke, WIDTH } from "./paint";

/** Slanted streaks; few and bold, because fine rain costs more bits than everything else in the picture. */
export function rain(
  c: Context,
  t: number,
  o: {
    n?: number;
    color: string;
    slant?: number;
    length?: number;
    speed?: number;
    width?: number;
    seed?: number;
  },
) {
  const slant = o.slant ?? -0.25;
  c.strokeStyle = o.color;
  c.lineWidth = o.width ?? 3;
  c.beginPath();
  scatter(o.seed ?? 5, o.n ?? 60, (r) => {
    const depth = 0.5 + r();
    const x0 = r() * 2200 - 300;
    const y = wrap(r() * 1400 + t * (o.speed ?? 1300) * depth, 1400) - 250;
    const x = x0 + (y / HEIGHT) * slant * 400;
    const length = (o.length ?? 70) * depth;
    c.moveTo(x, y);
    c.lineTo(x + length * slant, y + length);
  });
  c.stroke();
}

export function snow(
  c: Context,
  t: number,
  o: { n?: number; color?: string; speed?: number; size?: number; wind?: number; seed?: number },
) {
  scatter(o.seed ?? 8, o.n ?? 70, (r) => {
    const depth = 0.4 + r();
    const y = wrap(r() * 1000 + t * (o.speed ?? 70) * depth, 1000) - 50;
    const x = wrap(r() * 1800 + sway(t, 4 + r() * 3, r()) * 26 + t * (o.wind ?? -20) * depth, 1800) - 100;
    disc(c, x, y, (o.size ?? 5) * depth, o.color ?? "#ffffff");
  });
}

/** Leaves, petals or paper on the wind: small turning rhombs. */
export function drift(
  c: Context,
  t: number,
  o: {
    n?: number;
    colors: string[];
    size?: number;
    fall?: number;
    wind?: number;
    seed?: number;
    top?: number;
    bottom?: number;
  },
) {
  const top = o.top ?? -60;
  const span = (o.bottom ?? HEIGHT + 60) - top;
  scatter(o.seed ?? 12, o.n ?? 30, (r, i) => {
    const depth = 0.5 + r() * 0.8;
    const x = wrap(r() * 1900 + t * (o.wind ?? 120) * depth, 1900) - 150;
    const y = top + wrap(r() * span + t * (o.fall ?? 80) * depth + sway(t, 3, r()) * 30, span);
    const s = (o.size ?? 12) * depth;
    const flip = sway(t, 1.2 + r() * 1.5, r());
    at(c, x, y, { turn: r() * TAU + t * (r() - 0.5) * 3 }, () => {
      poly(
        c,
        [
          [-s, 0],
          [0, -s * 0.55 * flip],
          [s, 0],
          [0, s * 0.55 * flip],
        ],
        o.colors[i % o.colors.length] ?? "#ffffff",
      );
    });
  });
}

/** Bubbles, sparks, lanterns: discs that rise, sway and wink out. */
export function rise(
  c: Context,
  t: number,
  o: {
    n?: number;
    color: string;
    size?: number;
    speed?: number;
    x0?: number;
    x1?: number;
    y0?: number;
    y1?: number;
    hollow?: boolean;
    seed?: number;
  },
) {
  const y0 = o.y0 ?? HEIGHT;
  const y1 = o.y1 ?? 0;
  scatter(o.seed ?? 20, o.n ?? 24, (r) => {
    const age = wrap(r() + (t * (o.speed ?? 100) * (0.6 + r() * 0.8)) / Math.abs(y0 - y1), 1);
    const x = lerp(o.x0 ?? 0, o.x1 ?? WIDTH, r()) + sway(t, 3 + r() * 2, r()) * 18;
    const y = lerp(y0, y1, age);
    const size = (o.size ?? 7) * (0.5 + r()) * (o.hollow ? 1 : 1 - age * 0.6);
    c.globalAlpha = Math.min(1, (1 - age) * 3);
    if (o.hollow) ring(c, x, y, size, o.color, 2.5);
    else disc(c, x, y, size, o.color);
  });
  c.globalAlpha = 1;
}

/** A forked bolt between two points. */
export function bolt(
  c: Context,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  seed: number,
  color: string,
  width = 7,
) {
  const points: Point[] = [];
  scatter(seed, 9, (r, i) => {
    points.push([lerp(x0, x1, i / 8) + (i > 0 && i < 8 ? (r() - 0.5) * 90 : 0), lerp(y0, y1, i / 8)]);
  });
  stroke(c, points, color, width);
  const fork = points[4] ?? [x0, y0];
  stroke(c, [fork, [fork[0] + 70, fork[1] + 60], [fork[0] + 60, fork[1] + 130]], color, width * 0.6);
}
