import type { Film } from "../film";
import * as k from "../kit";
import { sol4112Score } from "../scores/sol-4112";

function mars(c: k.Context, _t: number, shift: number, sky: string[]) {
  k.bands(c, 0, 520, sky, 12);
  k.peaks(c, {
    seed: 12,
    y: 560,
    height: 260,
    length: 480,
    color: "#8f4a34",
    light: "#a85a3e",
    shift: shift * 0.1,
  });
  for (const [i, color] of ["#b5603c", "#a5512f", "#8f4226"].entries())
    k.hills(c, {
      seed: 40 + i,
      y: 600 + i * 80,
      height: 100 - i * 16,
      length: 520 - i * 60,
      color,
      shift: shift * (0.25 + i * 0.28),
      detail: 3,
    });
  for (let i = -1; i < 9; i++) {
    const n = i + Math.floor((shift * 0.81) / 230);
    const x = n * 230 - shift * 0.81;
    const r = 14 + 30 * k.hash(3, n);
    k.poly(
      c,
      [
        [x - r, 780],
        [x - r * 0.6, 780 - r],
        [x + r * 0.3, 780 - r * 1.2],
        [x + r, 780],
      ],
      "#6a2d1c",
    );
  }
}

const PINKISH = ["#d9a27a", "#e2b48b", "#ecc9a0", "#f2d9b4"];

function drive(c: k.Context, t: number) {
  mars(c, t, t * 110, PINKISH);
  k.disc(c, 1240, 180, 46, "#fffaf0");
  for (let i = 0; i < 8; i++) {
    const age = k.wrap(t * 0.7 + i / 8, 1);
    k.disc(c, 560 - age * 260, 770 - age * 50, 12 + age * 50, k.fade("#d99a6b", 0.5 * (1 - age)));
  }
  k.rover(c, 720, 790, 1.5, t, { head: k.sway(t, 5) * 0.25 });
  k.rect(c, -10, 786, 1700, 200, "#7b3620");
  for (let i = 0; i < 16; i++)
    k.rect(c, k.wrap(i * 110 - t * 110 * 1.2, 1760) - 80, 812 + (i % 3) * 24, 60, 6, "#6a2d1c", 3);
}

/** What the rover sees: a flower of glass in the rock; the picture is measured and named. */
function camera(c: k.Context, t: number, p: number) {
  k.fill(c, "#a5512f");
  k.shape(c, "M-20 620 C300 520 420 640 700 560 C900 500 1200 600 1640 500 L1640 920 L-20 920 Z", "#7b3620");
  k.poly(
    c,
    [
      [520, 700],
      [640, 420],
      [760, 520],
      [900, 380],
      [1060, 700],
    ],
    "#5b2416",
  );
  k.poly(
    c,
    [
      [640, 420],
      [760, 520],
      [720, 700],
      [600, 700],
    ],
    "#6d2f1d",
  );
  const grown = k.smooth(0.1, 0.8, p);
  for (let i = 0; i < 9; i++) {
    const a = -1.2 + i * 0.3;
    const l = (120 + 120 * k.hash(2, i)) * grown;
    k.poly(
      c,
      [
        [800 + i * 8 - 40, 560],
        [800 + Math.sin(a) * l, 560 - Math.cos(a) * l - 30],
        [812 + i * 8 - 30, 560],
      ],
      ["#7fe3d6", "#b6f5ec", "#4fb8b0"][i % 3] ?? "#7fe3d6",
    );
  }
  const box = k.lerp(560, 250, k.easeOut(p * 2));
  for (const [sx, sy] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const)
    k.stroke(
      c,
      [
        [800 + sx * box, 450 + sy * (box * 0.7 - 50)],
        [800 + sx * box, 450 + sy * box * 0.7],
        [800 + sx * (box - 50), 450 + sy * box * 0.7],
      ],
      "#fff4e0",
      6,
    );
  k.rect(c, 0, 0, 1600, 74, "#2a120cd0");
  const text = [
    "SOL 4112",
    `${(k.wrap(t * 7, 60)).toFixed(1)} s`,
    p > 0.5 ? "UNKNOWN · NOT MINERAL" : "ANALYSING",
  ];
  for (const [i, words] of text.entries())
    k.letter(c, words, 60 + i * 420, 50, {
      font: "Orbitron",
      size: 34,
      color: i === 2 && p > 0.5 ? "#7fe3d6" : "#fff4e0",
      align: "left",
    });
  for (let i = 0; i < 4; i++) k.rect(c, 0, k.wrap(t * 260 + i * 230, 900), 1600, 3, "#ffffff22");
}

/** Blue sunset. The battery says no; the little mast looks up anyway. */
function sunset(c: k.Context, t: number, p: number) {
  mars(
    c,
    t,
    900,
    k.palette(["#b99b8c", "#a7a3ae", "#8fb3cf", "#cfe6f2"], ["#1b1a26", "#2a2a3c", "#3f5878", "#8fc4e8"], p),
  );
  k.disc(c, 1080, 470 + p * 60, 36, "#f4fbff");
  k.glow(c, 1080, 470 + p * 60, 240, "#a9dcff", 0.4, 8);
  k.hills(c, {
    seed: 61,
    y: 700,
    height: 90,
    length: 600,
    color: k.mix("#8f4226", "#1d1016", p * 0.9),
    detail: 2,
  });
  if (p > 0.3) k.stars(c, 6, 60, t, { bottom: 420 });
  k.rover(c, 560, 770, 1.35, 0, { head: -0.5 * k.smooth(0.3, 0.7, p) });
  k.rect(c, -10, 764, 1700, 200, k.mix("#7b3620", "#150b10", p * 0.9));
  for (let i = 0; i < 5; i++)
    k.rect(c, 1300 + i * 40, 90, 30, 54, i < Math.ceil((1 - p) * 5) ? "#ffb35c" : "#ffffff22", 4);
  if (p > 0.5) {
    c.globalAlpha = k.smooth(0.5, 0.7, p);
    k.letter(c, "SOL 4112", 800, 300, {
      font: "Orbitron",
      weight: 800,
      size: 150,
      color: "#fff4e0",
      tracking: 24,
    });
    c.globalAlpha = 1;
  }
}

export const sol4112: Film = {
  slug: "sol-4112",
  height: 1080,
  shots: [
    { seconds: 8, draw: drive, fadeFrom: "#f2d9b4" },
    { seconds: 8, draw: camera },
    { seconds: 9, draw: sunset, fadeTo: "#000000" },
  ],
  score: sol4112Score,
};
