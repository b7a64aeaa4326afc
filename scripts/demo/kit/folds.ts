import { hash } from "./math";
import { type Context, poly } from "./paint";

/** Mountains folded from paper: three faces each. */
export function folds(c: Context, colors: string[], seed: number, y: number, h: number, shift: number) {
  for (let i = -1; i < 9; i++) {
    const n = i + Math.floor(shift / 230);
    const x = n * 230 - shift;
    const peak = h * (0.5 + hash(seed, n) * 0.5);
    poly(
      c,
      [
        [x - 170, y],
        [x, y - peak],
        [x + 30, y],
      ],
      colors[0] ?? "#000000",
    );
    poly(
      c,
      [
        [x, y - peak],
        [x + 190, y],
        [x + 30, y],
      ],
      colors[1] ?? "#000000",
    );
    poly(
      c,
      [
        [x, y - peak],
        [x + 30, y],
        [x - 40, y],
      ],
      colors[2] ?? "#000000",
    );
  }
}
