import { sway, TAU } from "./math";
import { at, type Context, disc, poly } from "./paint";

/** A gull or swallow with beating wings, `size` units across. */
export function bird(c: Context, x: number, y: number, size: number, color: string, t: number, rate = 2) {
  const flap = Math.sin(t * rate * TAU) * 0.5 + 0.15;
  at(c, x, y, { scale: size / 100 }, () => {
    for (const side of [-1, 1]) {
      c.fillStyle = color;
      c.beginPath();
      c.moveTo(0, 4);
      c.quadraticCurveTo(side * 22, -38 * flap - 6, side * 50, -26 * flap + 10);
      c.quadraticCurveTo(side * 24, -18 * flap + 4, 0, 12);
      c.fill();
    }
    disc(c, 0, 6, 6, color, 8);
  });
}

export function flock(
  c: Context,
  x: number,
  y: number,
  n: number,
  spread: number,
  color: string,
  t: number,
  size = 34,
) {
  for (let i = 0; i < n; i++) {
    const row = Math.ceil(i / 2) * (i % 2 ? 1 : -1);
    bird(
      c,
      x - Math.abs(row) * spread,
      y + row * spread * 0.5 + sway(t, 3, i * 0.3) * 8,
      size,
      color,
      t + i * 0.21,
      1.6,
    );
  }
}

/** An origami crane: four folded planes whose wings beat by `flap` -1..1. */
export function crane(
  c: Context,
  x: number,
  y: number,
  size: number,
  light: string,
  dark: string,
  flap: number,
  face = 1,
  tilt = 0,
) {
  at(c, x, y, { scale: size / 100, stretch: [face, 1], turn: tilt * face }, () => {
    poly(
      c,
      [
        [-8, 0],
        [-70, -34],
        [-20, 16],
      ],
      dark,
    );
    poly(
      c,
      [
        [6, 6],
        [-40, -20 - flap * 66],
        [-14, 12],
      ],
      dark,
    );
    poly(
      c,
      [
        [-24, 14],
        [10, -8],
        [24, 12],
        [0, 26],
      ],
      light,
    );
    poly(
      c,
      [
        [10, 6],
        [62, -40],
        [24, 14],
      ],
      light,
    );
    poly(
      c,
      [
        [62, -40],
        [82, -26],
        [58, -28],
      ],
      dark,
    );
    poly(
      c,
      [
        [-20, 10],
        [14, -30 - flap * 62],
        [20, 12],
      ],
      light,
    );
    poly(
      c,
      [
        [14, -30 - flap * 62],
        [20, 12],
        [4, 8],
      ],
      dark,
    );
  });
}
