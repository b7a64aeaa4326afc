import { hash, mix, scatter, sway, TAU, wrap } from "./math";
import { type Context, disc, type Paint, poly } from "./paint";

export function stars(
  c: Context,
  seed: number,
  n: number,
  t: number,
  o: { color?: string; bottom?: number; size?: number; shift?: number } = {},
) {
  scatter(seed, n, (r) => {
    const x = wrap(r() * 1800 - (o.shift ?? 0), 1800) - 100;
    const y = r() * (o.bottom ?? 560);
    const size = (o.size ?? 2.6) * (0.4 + r());
    const twinkle = 0.55 + 0.45 * sway(t, 2 + r() * 4, r());
    c.globalAlpha = 0.35 + 0.65 * twinkle;
    disc(c, x, y, size, o.color ?? "#ffffff");
  });
  c.globalAlpha = 1;
}

/** A full moon, or a crescent when `phase` says how far its shadow stands off. */
export function moon(c: Context, x: number, y: number, r: number, color: string, phase?: number) {
  if (phase === undefined) return disc(c, x, y, r, color);
  c.save();
  c.beginPath();
  c.rect(x - r * 3, y - r * 3, r * 6, r * 6);
  c.arc(x - r * phase * 2, y - r * 0.12, r * 0.98, 0, TAU);
  c.clip("evenodd");
  disc(c, x, y, r, color);
  c.restore();
}

/** A sun with rays that turn. */
export function sun(
  c: Context,
  x: number,
  y: number,
  r: number,
  color: string,
  rays?: { color: string; n: number; turn: number; length: number },
) {
  if (rays) {
    for (let i = 0; i < rays.n; i++) {
      const a = rays.turn + (i / rays.n) * TAU;
      const b = a + TAU / rays.n / 2;
      poly(
        c,
        [
          [x, y],
          [x + Math.cos(a) * rays.length, y + Math.sin(a) * rays.length],
          [x + Math.cos(b) * rays.length, y + Math.sin(b) * rays.length],
        ],
        rays.color,
      );
    }
  }
  disc(c, x, y, r, color);
}

/** A flat-bottomed cloud, `size` units wide. */
export function cloud(c: Context, x: number, y: number, size: number, color: Paint, seed = 1) {
  c.fillStyle = color;
  c.beginPath();
  const lumps = 5;
  for (let i = 0; i < lumps; i++) {
    const p = (i + 0.5) / lumps;
    const r = size * (0.1 + 0.13 * Math.sin(p * Math.PI) + 0.05 * hash(seed, i));
    const cx = x + (p - 0.5) * size;
    c.moveTo(cx - r, y);
    c.arc(cx, y, r, Math.PI, TAU);
  }
  c.roundRect(x - size * 0.55, y - size * 0.06, size * 1.1, size * 0.12, size * 0.06);
  c.fill();
}

/** A drifting bank of clouds. */
export function clouds(
  c: Context,
  seed: number,
  n: number,
  shift: number,
  color: string,
  o: { top?: number; bottom?: number; size?: number } = {},
) {
  scatter(seed, n, (r, i) => {
    const y = (o.top ?? 60) + r() * ((o.bottom ?? 320) - (o.top ?? 60));
    const size = (o.size ?? 260) * (0.6 + r() * 0.8);
    cloud(c, wrap(r() * 2200 - shift * (0.6 + 0.6 * r()), 2200) - 300, y, size, color, seed + i);
  });
}

/** The sky between two palettes: each colour moves to its partner. */
export const palette = (from: string[], to: string[], p: number) =>
  from.map((color, i) => mix(color, to[i] ?? color, p));
