import { TAU } from "./math";
import { at, type Context, disc, poly, rect, ring, shape, stroke } from "./paint";

/** A steam train heading right; wheels turn with `roll` (turns). */
export function train(
  c: Context,
  x: number,
  y: number,
  scale: number,
  o: { engine: string; cars: string[]; trim: string; window: string; roll: number; bounce?: number },
) {
  at(c, x, y, { scale }, () => {
    for (const [i, color] of o.cars.entries()) {
      const cx = -260 - i * 290;
      at(c, cx, Math.sin((o.bounce ?? 0) * 9 + i) * 1.5, {}, () =>
        carriage(c, color, o.trim, o.window, o.roll),
      );
      rect(c, cx + 250, -52, 44, 8, "#20222b");
    }
    shape(c, "M0 -44 L250 -44 L250 -118 L110 -118 L110 -190 L0 -190 Z", o.engine);
    rect(c, -10, -204, 132, 16, o.trim, 6);
    rect(c, 24, -168, 60, 48, o.window, 4);
    shape(c, "M198 -118 L194 -172 L186 -186 L232 -186 L224 -172 L220 -118 Z", o.engine);
    disc(c, 150, -118, 20, o.trim, 16);
    rect(c, 244, -110, 14, 60, o.trim, 4);
    disc(c, 258, -84, 12, "#ffe9a8");
    poly(
      c,
      [
        [250, -44],
        [292, -8],
        [236, -8],
      ],
      o.trim,
    );
    for (const [wx, wr] of [
      [44, 34],
      [124, 34],
      [200, 22],
      [232, 22],
    ] as const)
      wheel(c, wx, -wr, wr, o.roll * (34 / wr), o.trim);
    const rod = o.roll * TAU;
    stroke(
      c,
      [
        [44 + Math.cos(rod) * 18, -34 + Math.sin(rod) * 18],
        [124 + Math.cos(rod) * 18, -34 + Math.sin(rod) * 18],
      ],
      "#d8d8d8",
      7,
    );
  });
}

function carriage(c: Context, color: string, trim: string, window: string, roll: number) {
  rect(c, 0, -176, 250, 134, color, 10);
  rect(c, -6, -188, 262, 18, trim, 9);
  rect(c, 0, -84, 250, 8, trim);
  for (let i = 0; i < 4; i++) rect(c, 20 + i * 56, -154, 40, 52, window, 6);
  for (const wx of [44, 94, 164, 214]) wheel(c, wx, -19, 19, roll * 1.8, trim);
}

export function wheel(
  c: Context,
  x: number,
  y: number,
  r: number,
  turns: number,
  rim: string,
  hub = "#1c1d26",
) {
  disc(c, x, y, r, hub);
  ring(c, x, y, r * 0.86, rim, r * 0.16);
  for (let i = 0; i < 4; i++) {
    const a = (turns + i / 8) * TAU;
    stroke(
      c,
      [
        [x - Math.cos(a) * r * 0.8, y - Math.sin(a) * r * 0.8],
        [x + Math.cos(a) * r * 0.8, y + Math.sin(a) * r * 0.8],
      ],
      rim,
      r * 0.08,
    );
  }
}

/** A boat folded from a sheet of paper, `size` long. */
export function paperBoat(
  c: Context,
  x: number,
  y: number,
  size: number,
  light: string,
  dark: string,
  tilt = 0,
) {
  at(c, x, y, { scale: size / 100, turn: tilt }, () => {
    poly(
      c,
      [
        [-20, -10],
        [4, -52],
        [26, -10],
      ],
      light,
    );
    poly(
      c,
      [
        [4, -52],
        [26, -10],
        [6, -14],
      ],
      dark,
    );
    poly(
      c,
      [
        [-54, -24],
        [0, -6],
        [54, -24],
        [30, 10],
        [-30, 10],
      ],
      light,
    );
    poly(
      c,
      [
        [0, -6],
        [54, -24],
        [30, 10],
        [2, 10],
      ],
      dark,
    );
  });
}

/** A scooter with wheels at y. */
export function scooter(
  c: Context,
  x: number,
  y: number,
  scale: number,
  color: string,
  roll: number,
  face = 1,
) {
  at(c, x, y, { scale, stretch: [face, 1] }, () => {
    wheel(c, -62, -20, 20, roll, "#cfd2d8");
    wheel(c, 66, -20, 20, roll, "#cfd2d8");
    shape(
      c,
      "M-92 -34 C-92 -66 -60 -76 -16 -70 L-8 -34 L36 -34 L52 -96 L66 -100 L62 -84 L84 -34 L72 -32 L58 -50 L48 -20 L-30 -20 C-40 -40 -80 -44 -92 -34 Z",
      color,
    );
    rect(c, -74, -84, 66, 14, "#2b2226", 7);
    stroke(
      c,
      [
        [54, -96],
        [42, -112],
      ],
      "#2b2226",
      6,
    );
    disc(c, 72, -92, 8, "#fff3c0");
  });
}
