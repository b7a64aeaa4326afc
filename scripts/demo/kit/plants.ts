import { hash, sway, TAU } from "./math";
import { at, type Context, disc, type Point, shape, stroke } from "./paint";

/** Arms up: the cactus of every western. */
export function saguaro(c: Context, x: number, y: number, h: number, color: string, line: string, lean = 0) {
  at(c, x, y, { scale: h / 200, turn: lean }, () => {
    stroke(
      c,
      [
        [-6, -70],
        [-52, -72],
        [-52, -118],
      ],
      color,
      26,
    );
    stroke(
      c,
      [
        [6, -92],
        [50, -94],
        [50, -150],
      ],
      color,
      24,
    );
    stroke(
      c,
      [
        [0, -10],
        [0, -182],
      ],
      color,
      44,
    );
    for (const dx of [-11, 0, 11])
      stroke(
        c,
        [
          [dx, -16],
          [dx, -182],
        ],
        line,
        2.5,
      );
    stroke(
      c,
      [
        [-52, -80],
        [-52, -116],
      ],
      line,
      2.5,
    );
    stroke(
      c,
      [
        [50, -102],
        [50, -148],
      ],
      line,
      2.5,
    );
  });
}

/** A stem that grows with `grown` 0..1, with leaves along it, curling at its tip. */
export function vine(
  c: Context,
  x: number,
  y: number,
  length: number,
  angle: number,
  curl: number,
  grown: number,
  stem: string,
  leaf: string,
  seed: number,
  width = 8,
) {
  const points: Point[] = [[x, y]];
  const steps = Math.max(2, Math.floor(36 * grown));
  let a = angle;
  let px = x;
  let py = y;
  for (let i = 0; i < steps; i++) {
    a += curl / 36 + (hash(seed, i) - 0.5) * 0.16;
    px += Math.sin(a) * (length / 36);
    py -= Math.cos(a) * (length / 36);
    points.push([px, py]);
  }
  stroke(c, points, stem, width);
  for (let i = 3; i < points.length; i += 4) {
    const p = points[i] ?? [x, y];
    const open = Math.min(1, (steps - i) / 8);
    const side = i % 8 < 4 ? 1 : -1;
    at(c, p[0], p[1], { turn: a * 0.3 + side * 1.1 + hash(seed, i), scale: (width / 8) * open }, () =>
      shape(c, "M0 0 C14 -10 20 -34 0 -52 C-20 -34 -14 -10 0 0 Z", leaf),
    );
  }
  return points[points.length - 1] ?? [x, y];
}

export function grass(
  c: Context,
  y: number,
  color: string,
  t: number,
  o: { n?: number; h?: number; seed?: number; shift?: number } = {},
) {
  c.fillStyle = color;
  c.beginPath();
  const n = o.n ?? 90;
  for (let i = 0; i < n; i++) {
    const x = (((((i / n) * 1760 + hash(o.seed ?? 4, i) * 30 - (o.shift ?? 0)) % 1760) + 1760) % 1760) - 80;
    const h = (o.h ?? 60) * (0.5 + hash((o.seed ?? 4) + 1, i));
    const bend = sway(t, 2.6, x / 500) * h * 0.22 + (hash(7, i) - 0.5) * h * 0.5;
    c.moveTo(x - 6, y);
    c.quadraticCurveTo(x, y - h * 0.6, x + bend, y - h);
    c.quadraticCurveTo(x + 6, y - h * 0.5, x + 7, y);
  }
  c.fill();
}

export function flower(
  c: Context,
  x: number,
  y: number,
  r: number,
  petal: string,
  heart: string,
  open = 1,
  petals = 7,
  turn = 0,
) {
  for (let i = 0; i < petals; i++) {
    at(c, x, y, { turn: turn + (i / petals) * TAU, scale: r / 50 }, () =>
      at(c, 0, 0, { stretch: [open, 1] }, () =>
        shape(c, "M0 0 C20 -14 18 -46 0 -52 C-18 -46 -20 -14 0 0 Z", petal),
      ),
    );
  }
  disc(c, x, y, r * 0.26, heart);
}
