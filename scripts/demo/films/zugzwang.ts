import type { Film } from "../film";
import * as k from "../kit";
import { zugzwangScore } from "../scores/zugzwang";

const BLACK = "#141414";
const BONE = "#ece4d4";
const RED = "#c8102e";

const pieces: Record<string, string> = {
  pawn: "M-34 0 L34 0 L28 -18 C12 -30 12 -60 14 -70 L22 -78 L-22 -78 L-14 -70 C-12 -60 -12 -30 -28 -18 Z M-22 -98 A22 22 0 1 1 22 -98 A22 22 0 1 1 -22 -98 Z",
  king: "M-44 0 L44 0 L36 -24 C16 -50 16 -110 22 -140 L34 -190 L10 -190 L10 -206 L22 -206 L22 -222 L10 -222 L10 -238 L-10 -238 L-10 -222 L-22 -222 L-22 -206 L-10 -206 L-10 -190 L-34 -190 L-22 -140 C-16 -110 -16 -50 -36 -24 Z",
  queen:
    "M-42 0 L42 0 L34 -22 C16 -50 14 -100 20 -130 L42 -190 L22 -160 L12 -200 L0 -164 L-12 -200 L-22 -160 L-42 -190 L-20 -130 C-14 -100 -16 -50 -34 -22 Z",
  knight:
    "M-40 0 L42 0 L36 -20 C44 -70 46 -130 8 -168 L0 -188 L-8 -168 C-34 -150 -50 -120 -60 -96 L-46 -82 L-18 -96 C-14 -70 -34 -50 -34 -20 Z",
  rook: "M-42 0 L42 0 L34 -22 L26 -110 L36 -120 L36 -156 L18 -156 L18 -140 L8 -140 L8 -156 L-8 -156 L-8 -140 L-18 -140 L-18 -156 L-36 -156 L-36 -120 L-26 -110 L-34 -22 Z",
};

function piece(
  c: k.Context,
  name: keyof typeof pieces | string,
  x: number,
  y: number,
  s: number,
  color: string,
  turn = 0,
) {
  k.at(c, x, y, { scale: s, turn }, () => k.shape(c, pieces[name] ?? "", color));
}

/** The board in steep light: shadows longer than the pieces. */
function board(c: k.Context, _t: number, p: number) {
  k.fill(c, BLACK);
  k.poly(
    c,
    [
      [380, -10],
      [1700, -10],
      [1700, 500],
    ],
    "#202020",
  );
  const at = (u: number, v: number): k.Point => [800 + (u - 4) * (110 + v * 26), 330 + v * 62 + v * v * 2];
  for (let v = 0; v < 8; v++)
    for (let u = 0; u < 8; u++)
      k.poly(c, [at(u, v), at(u + 1, v), at(u + 1, v + 1), at(u, v + 1)], (u + v) % 2 ? "#2a2a2a" : BONE);
  const set: [string, number, number, string][] = [
    ["rook", 1, 0, RED],
    ["king", 4, 1, RED],
    ["pawn", 2, 2, RED],
    ["pawn", 5, 2, RED],
    ["knight", 6, 3, BONE],
    ["pawn", 3, 4, BONE],
    ["queen", 3, 5, BONE],
    ["king", 6, 6, BONE],
  ];
  for (const [name, u, v0, color] of set) {
    const v = name === "queen" ? k.lerp(5, 2, k.smooth(0.45, 0.6, p)) : v0;
    const [x, y] = at(u + 0.5, v + 0.6);
    const s = 0.7 + v * 0.11;
    const long = 260 + p * 160;
    k.poly(
      c,
      [
        [x - 26 * s, y],
        [x + 26 * s, y],
        [x + (long + 30) * s, y + 70 * s],
        [x + long * s, y + 84 * s],
      ],
      "#00000088",
    );
    piece(c, name, x, y, s, color === BONE ? "#f8f3e8" : color);
  }
}

/** Two faces, one half in the dark; a hand of the clock between. */
function faces(c: k.Context, t: number) {
  k.rect(c, -10, -10, 820, 1000, RED);
  k.rect(c, 800, -10, 900, 1000, BONE);
  k.portrait(
    c,
    400,
    560,
    1.45,
    { skin: "#141414", hair: "#141414", dress: "#0c0c0c", style: "bob", eyes: "down", mouth: "tight" },
    { look: 0.7, blink: t % 2.6 < 0.12 },
  );
  k.portrait(
    c,
    1200,
    560,
    1.45,
    {
      skin: "#f8f3e8",
      hair: "#c9c2b4",
      dress: "#141414",
      style: "short",
      eyes: "open",
      mouth: "tight",
      glasses: true,
      moustache: "#c9c2b4",
    },
    { look: -0.7, blink: t % 3.1 < 0.12 },
  );
  k.rect(c, 792, -10, 16, 1000, BLACK);
  k.disc(c, 800, 450, 120, BLACK);
  k.disc(c, 800, 450, 104, "#f8f3e8");
  k.stroke(
    c,
    [
      [800, 450],
      [
        800 + Math.sin(Math.floor(t * 2) * 0.26 - 1.9) * 84,
        450 - Math.cos(Math.floor(t * 2) * 0.26 - 1.9) * 84,
      ],
    ],
    RED,
    9,
  );
  k.disc(c, 800, 450, 12, BLACK);
}

/** Straight down: squares flip as if the board were thinking. */
function above(c: k.Context, t: number) {
  k.fill(c, BLACK);
  c.save();
  c.translate(800, 450);
  c.rotate(0.2 + t * 0.05);
  for (let u = -8; u < 8; u++) {
    for (let v = -6; v < 6; v++) {
      const wave = Math.sin(t * 2.4 - Math.hypot(u + 0.5, v + 0.5) * 0.9);
      const w = 118 * Math.max(0.06, Math.abs(wave));
      const color = (u + v) % 2 ? (wave > 0 ? BONE : RED) : wave > 0 ? "#262626" : "#3a0a12";
      k.rect(c, u * 122 + 61 - w / 2, v * 122 + 2, w, 118, color);
    }
  }
  c.restore();
  k.disc(c, 800, 450, 150, BLACK);
  piece(c, "king", 800, 560, 0.95, RED);
}

function fall(c: k.Context, t: number, p: number) {
  k.fill(c, RED);
  k.poly(
    c,
    [
      [-10, 640],
      [1700, 560],
      [1700, 1000],
      [-10, 1000],
    ],
    BLACK,
  );
  const tip =
    1.5 * k.easeIn(k.smooth(0.08, 0.5, p)) +
    (p > 0.5 ? Math.exp(-(p - 0.5) * 16) * Math.sin(t * 16) * 0.06 : 0);
  piece(c, "king", 480, 720, 2.3, BONE, tip);
  if (p > 0.42)
    k.letter(c, "ZUGZWANG", 1540, 330, {
      font: "Bebas Neue",
      size: 300,
      color: BONE,
      align: "right",
      tracking: -4,
      maxWidth: 1500,
    });
}

export const zugzwang: Film = {
  slug: "zugzwang",
  height: 480,
  shots: [
    { seconds: 7, draw: board, fadeFrom: "#000000" },
    { seconds: 6, draw: faces },
    { seconds: 6, draw: above },
    { seconds: 5, draw: fall, fadeTo: "#141414" },
  ],
  score: zugzwangScore,
};
