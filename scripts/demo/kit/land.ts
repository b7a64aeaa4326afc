import { fractal, hash, noise, scatter, TAU, wrap } from "./math";
import { type Context, HEIGHT, type Paint, type Point, poly, rect, ring, stroke, WIDTH } from "./paint";

export interface Ridge {
  seed: number;
  y: number;
  height: number;
  /** Units from one hill to the next. */
  length: number;
  color: Paint;
  /** How far the land has moved to the left. */
  shift?: number;
  detail?: number;
  base?: number;
  step?: number;
}

export const ridgeHeight = (r: Ridge, x: number) =>
  r.y - r.height * fractal(r.seed, (x + (r.shift ?? 0)) / r.length, r.detail ?? 3);

/** Rolling land from the left edge to the right, filled downwards. */
export function hills(c: Context, r: Ridge) {
  const points: Point[] = [[-60, r.base ?? 2400]];
  // Sample points are anchored in the land, not on the sheet, so that slopes do not shimmer when it scrolls.
  const step = r.step ?? 16;
  const start = -60 - wrap(r.shift ?? 0, step);
  for (let x = start; x <= WIDTH + 80; x += step) points.push([x, ridgeHeight(r, x)]);
  points.push([WIDTH + 80, r.base ?? 2400]);
  poly(c, points, r.color);
}

/** Peaks with straight faces, lit from the right, with snow above `snow` (0..1 of the height). */
export function peaks(c: Context, r: Ridge & { light: string; snow?: string }) {
  const first = Math.floor(((r.shift ?? 0) - 400) / r.length);
  const last = first + Math.ceil((WIDTH + 1200) / r.length);
  for (let i = first; i <= last; i++) {
    const x = i * r.length - (r.shift ?? 0) + (hash(r.seed, i) - 0.5) * r.length * 0.5;
    const h = r.height * (0.55 + 0.45 * hash(r.seed + 7, i));
    const half = r.length * (0.75 + 0.3 * hash(r.seed + 9, i));
    const top: Point = [x, r.y - h];
    poly(
      c,
      [[x - half, r.y], top, [x + half, r.y], [x + half, r.base ?? r.y], [x - half, r.base ?? r.y]],
      r.color,
    );
    poly(c, [top, [x + half, r.y], [x + half * 0.15, r.y], [x - half * 0.1, r.y - h * 0.45]], r.light);
    if (r.snow) {
      const s = 0.32;
      const left: Point = [x - half * s, r.y - h * (1 - s)];
      const right: Point = [x + half * s, r.y - h * (1 - s)];
      poly(
        c,
        [
          top,
          right,
          [x + half * 0.12, r.y - h * 0.74],
          [x, r.y - h * 0.62],
          [x - half * 0.14, r.y - h * 0.76],
          left,
        ],
        r.snow,
      );
    }
  }
}

/** Water as rows of travelling crests, each row its own colour from far to near. */
export function sea(
  c: Context,
  t: number,
  y: number,
  colors: string[],
  o: { height?: number; length?: number; speed?: number; bottom?: number } = {},
) {
  const bottom = o.bottom ?? HEIGHT;
  for (const [i, color] of colors.entries()) {
    const near = (i + 1) / colors.length;
    const rowY = y + (bottom - y) * (i / colors.length);
    const height = (o.height ?? 26) * (0.35 + near);
    const length = (o.length ?? 260) * (0.45 + near);
    const points: Point[] = [[-40, bottom + 40]];
    for (let x = -40; x <= WIDTH + 40; x += 16) {
      const travel = x / length + t * (o.speed ?? 0.25) * (i % 2 ? 1 : 0.8) + i * 0.37;
      points.push([
        x,
        rowY - height * (0.5 + 0.5 * Math.sin(travel * TAU)) * (0.6 + 0.4 * noise(i + 3, x / 300 + t * 0.2)),
      ]);
    }
    points.push([WIDTH + 40, bottom + 40]);
    poly(c, points, color);
  }
}

/** Short bright strokes on calm water below a light at x. */
export function glitter(
  c: Context,
  t: number,
  x: number,
  y0: number,
  y1: number,
  color: string,
  spread = 160,
) {
  for (let y = y0; y < y1; y += 14) {
    const p = (y - y0) / (y1 - y0);
    const w = (20 + spread * p) * (0.4 + 0.6 * noise(Math.floor(y), t * 1.4));
    const dx = (noise(Math.floor(y) + 50, t * 0.9) - 0.5) * spread * p;
    rect(c, x + dx - w / 2, y, w, 4, color, 2);
  }
}

/** Lines of height around a summit, as on a map. */
export function contours(
  c: Context,
  x: number,
  y: number,
  seed: number,
  radii: number[],
  color: string,
  width: number,
  t = 0,
) {
  for (const [i, r] of radii.entries()) {
    const points: Point[] = [];
    for (let k = 0; k < 72; k++) {
      const a = (k / 72) * TAU;
      const wobble =
        0.72 + 0.5 * fractal(seed, 10 + Math.cos(a) * 1.3 + Math.sin(a) * 2.1 + i * 0.05 + t * 0.05, 2);
      points.push([x + Math.cos(a) * r * wobble * 1.35, y + Math.sin(a) * r * wobble]);
    }
    stroke(c, points, color, i % 4 === 0 ? width * 1.8 : width, true);
  }
}

/** Rings that spread where drops meet a surface seen at an angle. */
export function ripples(
  c: Context,
  seed: number,
  n: number,
  t: number,
  y0: number,
  y1: number,
  color: string,
) {
  scatter(seed, n, (r) => {
    const period = 1 + r();
    const cycle = Math.floor(t / period + r());
    const age = wrap(t / period + r(), 1);
    const x = hash(seed + cycle, Math.floor(r() * 9999)) * WIDTH;
    const y = y0 + hash(seed + cycle + 1, Math.floor(r() * 9999)) * (y1 - y0);
    c.save();
    c.globalAlpha = 1 - age;
    c.translate(x, y);
    c.scale(1, 0.3);
    ring(c, 0, 0, 6 + age * 42, color, 3);
    c.restore();
  });
}
