import { sway } from "./math";
import { at, type Context, disc, poly, shape, stroke } from "./paint";

export function cat(c: Context, x: number, y: number, size: number, color: string, t: number, face = 1) {
  at(c, x, y, { scale: size / 100, stretch: [face, 1] }, () => {
    stroke(
      c,
      [
        [-26, -8],
        [-46, -14],
        [-50 + sway(t, 2.4) * 8, -44],
        [-42 + sway(t, 2.4) * 14, -62],
      ],
      color,
      8,
    );
    shape(c, "M-32 0 C-36 -40 -14 -58 8 -60 L22 -56 C28 -30 26 -12 28 0 Z", color);
    at(c, 16, -62, { turn: sway(t, 3.1) * 0.08 }, () => {
      disc(c, 0, -8, 20, color, 18);
      poly(
        c,
        [
          [-18, -12],
          [-16, -38],
          [-2, -22],
        ],
        color,
      );
      poly(
        c,
        [
          [18, -12],
          [16, -38],
          [2, -22],
        ],
        color,
      );
      const lid = t % 2.7 < 0.12 ? 0.8 : 5;
      disc(c, -7, -9, 4, "#f8e27a", lid);
      disc(c, 8, -9, 4, "#f8e27a", lid);
      disc(c, -7, -9, 1.5, "#101010", lid * 0.8);
      disc(c, 8, -9, 1.5, "#101010", lid * 0.8);
    });
  });
}
