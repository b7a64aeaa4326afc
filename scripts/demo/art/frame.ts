import { type Context, letter } from "../kit";

/** Posters are drawn on a sheet of 800 by 1200 units. */
export const POSTER = { width: 800, height: 1200 };

/** The small print at the foot of a poster. */
export function smallPrint(
  c: Context,
  words: string,
  y: number,
  color: string,
  x = 400,
  align: "left" | "center" | "right" = "center",
) {
  letter(c, words.toUpperCase(), x, y, { font: "Inter", weight: 500, size: 19, color, tracking: 4, align });
}
