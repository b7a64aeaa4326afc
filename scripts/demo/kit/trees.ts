import { random, sway, TAU } from "./math";
import { at, type Context, disc, type Paint, type Point, poly, shape, stroke } from "./paint";

/** A round-crowned tree; colours from shade to light. */
export function tree(
  c: Context,
  x: number,
  y: number,
  h: number,
  trunk: string,
  crown: string[],
  seed = 1,
  t = 0,
) {
  stroke(
    c,
    [
      [x, y],
      [x + sway(t, 5, seed) * 2, y - h * 0.55],
    ],
    trunk,
    h * 0.07,
  );
  stroke(
    c,
    [
      [x, y - h * 0.35],
      [x + h * 0.13, y - h * 0.55],
    ],
    trunk,
    h * 0.04,
  );
  for (const [k, color] of crown.entries()) {
    for (let i = 0; i < 5; i++) {
      const r = h * (0.2 - k * 0.045);
      const a = (i / 5) * TAU + seed;
      disc(
        c,
        x + Math.cos(a) * h * 0.15 + k * h * 0.035 + sway(t, 5, seed) * 4,
        y - h * 0.7 + Math.sin(a) * h * 0.13 - k * h * 0.05,
        r,
        color,
      );
    }
  }
}

export function bareTree(c: Context, x: number, y: number, h: number, color: string, seed = 1) {
  const r = random(seed);
  const grow = (from: Point, angle: number, length: number, width: number) => {
    const to: Point = [from[0] + Math.sin(angle) * length, from[1] - Math.cos(angle) * length];
    stroke(c, [from, to], color, width);
    if (length < h * 0.08) return;
    grow(to, angle - 0.3 - r() * 0.35, length * 0.68, width * 0.62);
    grow(to, angle + 0.25 + r() * 0.35, length * 0.7, width * 0.62);
  };
  grow([x, y], (r() - 0.5) * 0.15, h * 0.34, h * 0.055);
}

export function pine(c: Context, x: number, y: number, h: number, color: Paint, snow?: string) {
  stroke(
    c,
    [
      [x, y],
      [x, y - h * 0.3],
    ],
    "#2a1c18",
    h * 0.06,
  );
  for (let i = 0; i < 4; i++) {
    const top = y - h * (0.48 + i * 0.175);
    const w = h * (0.27 - i * 0.052);
    poly(
      c,
      [
        [x - w, top + h * 0.32],
        [x, top],
        [x + w, top + h * 0.32],
      ],
      color,
    );
    if (snow)
      poly(
        c,
        [
          [x - w * 0.5, top + h * 0.16],
          [x, top],
          [x + w * 0.5, top + h * 0.16],
          [x + w * 0.15, top + h * 0.13],
          [x - w * 0.1, top + h * 0.17],
        ],
        snow,
      );
  }
}

export function palm(
  c: Context,
  x: number,
  y: number,
  h: number,
  trunk: string,
  leaf: string,
  t: number,
  lean = 0.15,
) {
  const top: Point = [x + h * lean, y - h];
  c.strokeStyle = trunk;
  c.lineWidth = h * 0.05;
  c.beginPath();
  c.moveTo(x, y);
  c.quadraticCurveTo(x, y - h * 0.6, top[0], top[1]);
  c.stroke();
  for (let i = 0; i < 7; i++) {
    const a = -Math.PI * (0.02 + 0.96 * (i / 6)) + sway(t, 3, i * 0.2) * 0.05;
    at(c, top[0], top[1], { turn: a, scale: h / 100 }, () =>
      shape(c, "M0 0 C14 -10 34 -6 46 14 C30 4 16 2 0 4 Z", leaf),
    );
  }
}
