import { sway } from "./math";
import { at, type Context, disc, poly, rect, stroke } from "./paint";
import { wheel } from "./vehicles";

/** A six-wheeled rover heading right. */
export function rover(
  c: Context,
  x: number,
  y: number,
  s: number,
  t: number,
  o: { head?: number; dust?: string } = {},
) {
  at(c, x, y, { scale: s }, () => {
    const bob = (i: number) => sway(t, 1.1, i * 0.3) * 4;
    stroke(
      c,
      [
        [-90, -74],
        [-60, -50 + bob(0)],
        [-110, -28 + bob(0)],
      ],
      "#5b4a48",
      9,
    );
    stroke(
      c,
      [
        [-60, -50 + bob(0)],
        [0, -30 + bob(1)],
      ],
      "#5b4a48",
      9,
    );
    stroke(
      c,
      [
        [60, -70],
        [95, -30 + bob(2)],
      ],
      "#5b4a48",
      9,
    );
    for (const [i, wx] of [-112, -2, 98].entries())
      wheel(c, wx, -30 + bob(i), 31, t * 0.5, "#d8cfc6", "#3a2c2e");
    rect(c, -122, -118, 220, 46, "#eee6dc", 8);
    rect(c, -122, -84, 220, 12, "#c7b8aa");
    poly(
      c,
      [
        [-150, -128],
        [20, -128],
        [40, -120],
        [-130, -120],
      ],
      "#22385c",
    );
    for (let i = 0; i < 4; i++) rect(c, -140 + i * 40, -127, 3, 7, "#6f93c9");
    stroke(
      c,
      [
        [66, -116],
        [66, -220],
      ],
      "#c7b8aa",
      9,
    );
    at(c, 66, -224, { turn: o.head ?? 0 }, () => {
      rect(c, -26, -32, 66, 36, "#eee6dc", 8);
      disc(c, 30, -18, 11, "#22385c");
      disc(c, 33, -21, 4, "#9fd0ff");
      disc(c, 8, -18, 8, "#22385c");
    });
    stroke(
      c,
      [
        [-96, -118],
        [-104, -176],
      ],
      "#c7b8aa",
      4,
    );
    disc(c, -106, -190, 20, "#eee6dc", 9, -0.6);
  });
}
