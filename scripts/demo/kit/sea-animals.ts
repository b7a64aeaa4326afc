import { sway } from "./math";
import { at, type Context, disc, type Paint, type Point, shape, stroke } from "./paint";

export function fish(
  c: Context,
  x: number,
  y: number,
  size: number,
  body: Paint,
  fin: Paint,
  t: number,
  face = 1,
) {
  const wag = Math.sin(t * 7) * 0.35;
  at(c, x, y, { scale: size / 100, stretch: [face, 1] }, () => {
    at(c, -36, 0, { turn: wag }, () => shape(c, "M4 0 L-30 -22 C-24 -6 -24 6 -30 22 Z", fin));
    shape(c, "M50 0 C30 -30 -20 -28 -40 0 C-20 28 30 30 50 0 Z", body);
    shape(c, "M0 -22 C-8 -40 -24 -36 -28 -16 Z M-2 6 C-12 20 -20 22 -26 20 L-12 4 Z", fin);
    disc(c, 32, -5, 4.5, "#ffffff");
    disc(c, 33, -5, 2.4, "#10131c");
  });
}

/** A whale about `size` long, its tail beating slowly. */
export function whale(
  c: Context,
  x: number,
  y: number,
  size: number,
  body: Paint,
  belly: Paint,
  t: number,
  face = 1,
) {
  at(c, x, y, { scale: size / 400, stretch: [face, 1] }, () => {
    at(c, -150, -6, { turn: sway(t, 5) * 0.18 }, () =>
      shape(
        c,
        "M20 -18 C-30 -12 -60 -10 -80 -44 C-100 -60 -130 -60 -140 -48 C-118 -40 -104 -20 -98 0 C-104 18 -118 34 -138 40 C-120 52 -96 44 -80 28 C-50 12 -20 16 20 20 Z",
        body,
      ),
    );
    shape(
      c,
      "M200 0 C190 -66 60 -84 -20 -64 C-90 -48 -140 -26 -170 -4 C-130 22 -80 44 0 56 C100 68 194 56 200 0 Z",
      body,
    );
    shape(c, "M198 10 C150 24 80 26 20 22 C0 40 -20 46 -20 52 C60 66 190 64 198 10 Z", belly);
    at(c, 60, 30, { turn: 0.5 + sway(t, 5, 0.2) * 0.3 }, () =>
      shape(c, "M-18 0 C-10 40 -30 84 -62 110 C-56 70 -50 30 18 6 Z", body),
    );
    disc(c, 132, 2, 5, "#ffffff");
    disc(c, 133, 2, 3, "#0b1020");
  });
}

export function jellyfish(
  c: Context,
  x: number,
  y: number,
  size: number,
  bell: string,
  frill: string,
  t: number,
  o: { arms?: number; length?: number; glowing?: string } = {},
) {
  const pulse = sway(t, 2.2);
  const w = 50 * (1 + pulse * 0.12);
  const h = 46 * (1 - pulse * 0.14);
  const arms = o.arms ?? 7;
  at(c, x, y - pulse * size * 0.06, { scale: size / 100 }, () => {
    for (let i = 0; i < arms; i++) {
      const points: Point[] = [];
      const x0 = (i / (arms - 1) - 0.5) * w * 1.5;
      for (let k = 0; k <= 10; k++)
        points.push([x0 + sway(t, 2.6, k * 0.09 + i * 0.13) * k * 1.7, k * (o.length ?? 13)]);
      stroke(c, points, frill, i % 2 ? 2.2 : 4.5);
    }
    c.fillStyle = bell;
    c.beginPath();
    c.moveTo(-w, 4);
    c.bezierCurveTo(-w * 1.05, -h * 1.5, w * 1.05, -h * 1.5, w, 4);
    const lobes = 6;
    for (let i = 0; i < lobes; i++)
      c.quadraticCurveTo(w - ((i + 0.5) * 2 * w) / lobes, 14, w - ((i + 1) * 2 * w) / lobes, 4);
    c.fill();
    disc(c, 0, -h * 0.42, w * 0.55, o.glowing ?? frill, h * 0.3);
    shape(c, "M-34 -20 C-30 -38 -14 -46 -4 -46 C-18 -38 -26 -28 -28 -16 Z", "#ffffff66");
  });
}
