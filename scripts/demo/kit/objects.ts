import { sway, TAU } from "./math";
import { at, type Context, disc, glow, type Paint, rect, stroke } from "./paint";

/** Toothed wheel. */
export function gear(
  c: Context,
  x: number,
  y: number,
  r: number,
  teeth: number,
  turn: number,
  paint: Paint,
  hole: string,
  spokes = 5,
) {
  c.fillStyle = paint;
  c.beginPath();
  for (let i = 0; i < teeth; i++) {
    for (const [k, radius] of [
      [0, r * 0.88],
      [0.2, r],
      [0.5, r],
      [0.7, r * 0.88],
    ] as const) {
      const a = turn + ((i + k) / teeth) * TAU;
      c.lineTo(x + Math.cos(a) * radius, y + Math.sin(a) * radius);
    }
  }
  c.fill();
  for (let i = 0; i < spokes; i++) {
    const a = turn + ((i + 0.5) / spokes) * TAU;
    disc(c, x + Math.cos(a) * r * 0.52, y + Math.sin(a) * r * 0.52, r * (1.1 / spokes), hole);
  }
  disc(c, x, y, r * 0.16, hole);
}

export function lantern(
  c: Context,
  x: number,
  y: number,
  r: number,
  color: string,
  rib: string,
  t: number,
  seed = 0,
) {
  at(c, x, y, { turn: sway(t, 4, seed * 0.37) * 0.06 }, () => {
    stroke(
      c,
      [
        [0, -r * 1.8],
        [0, 0],
      ],
      rib,
      3,
    );
    glow(c, 0, r * 0.2, r * 2.1, color, 0.3, 3);
    disc(c, 0, r * 0.2, r, color, r * 0.82);
    for (const k of [-0.5, 0, 0.5])
      stroke(
        c,
        [
          [k * r, -r * 0.45],
          [k * r * 1.25, r * 0.2],
          [k * r, r * 0.85],
        ],
        rib,
        2,
      );
    rect(c, -r * 0.4, -r * 0.72, r * 0.8, r * 0.16, rib);
    rect(c, -r * 0.4, r * 0.94, r * 0.8, r * 0.16, rib);
    stroke(
      c,
      [
        [0, r],
        [0, r * 1.5],
      ],
      rib,
      4,
    );
  });
}

export function umbrella(
  c: Context,
  x: number,
  y: number,
  r: number,
  color: string,
  dark: string,
  turn: number,
  panels = 8,
) {
  for (let i = 0; i < panels; i++) {
    const a = turn + (i / panels) * TAU;
    const b = turn + ((i + 1) / panels) * TAU;
    const m = (a + b) / 2;
    c.fillStyle = i % 2 ? color : dark;
    c.beginPath();
    c.moveTo(x, y);
    c.lineTo(x + Math.cos(a) * r, y + Math.sin(a) * r);
    c.quadraticCurveTo(
      x + Math.cos(m) * r * 0.9,
      y + Math.sin(m) * r * 0.9,
      x + Math.cos(b) * r,
      y + Math.sin(b) * r,
    );
    c.fill();
  }
  disc(c, x, y, r * 0.07, "#222222");
}
