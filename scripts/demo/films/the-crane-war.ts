import type { Film } from "../film";
import * as k from "../kit";
import { theCraneWarScore } from "../scores/the-crane-war";

const RED = ["#e5432d", "#a82a1c"] as const;
const WHITE = ["#fffaf0", "#d9cdb8"] as const;

/** Two armies over folded mountains. */
function armies(c: k.Context, t: number, p: number) {
  k.fill(c, "#f0d9a8");
  k.poly(
    c,
    [
      [-10, -10],
      [1700, -10],
      [1700, 260],
      [-10, 430],
    ],
    "#ead09a",
  );
  k.disc(c, 800, 300, 150, "#f7b733");
  k.folds(c, ["#7a9a8c", "#5d7d72", "#8fae9f"], 3, 800, 420, t * 30);
  k.folds(c, ["#4f6f66", "#37544d", "#638177"], 8, 910, 300, t * 70);
  for (let i = 0; i < 9; i++) {
    const row = i % 3;
    const flap = Math.sin(t * 5 + i);
    k.crane(
      c,
      -420 + p * 900 + (i % 4) * 130 - row * 60,
      190 + row * 150 + k.sway(t, 3, i * 0.1) * 20,
      120,
      RED[0],
      RED[1],
      flap,
    );
    k.crane(
      c,
      2020 - p * 900 - (i % 4) * 130 + row * 60,
      230 + row * 150 + k.sway(t, 3, i * 0.17) * 20,
      120,
      WHITE[0],
      WHITE[1],
      -flap,
      -1,
    );
  }
}

/** The making: a square of paper, one fold after another. */
function folding(c: k.Context, t: number) {
  k.fill(c, "#2d3142");
  for (let i = 0; i < 12; i++) k.rect(c, 0, i * 80, 1600, 2, "#383d52");
  const step = Math.floor(t / 1.15);
  const p = k.smooth(0.1, 0.75, (t / 1.15) % 1);
  k.at(c, 800, 450, { turn: step < 3 ? step * 0.25 + p * 0.25 : 0, scale: 1.9 }, () => {
    const s = 150;
    if (step === 0) {
      k.poly(
        c,
        [
          [-s, -s],
          [s, -s],
          [-s, s],
        ],
        RED[0],
      );
      const x = k.lerp(s, -s, p);
      k.poly(
        c,
        [
          [s, -s],
          [x, x === s ? s : k.lerp(s, -s, p)],
          [-s, s],
        ],
        p > 0.5 ? RED[1] : WHITE[0],
      );
    } else if (step === 1) {
      k.poly(
        c,
        [
          [-s, -s],
          [s, -s],
          [-s, s],
        ],
        RED[0],
      );
      k.poly(
        c,
        [
          [s, -s],
          [0, 0],
          [k.lerp(s, -s, p), k.lerp(-s, -s, p)],
        ],
        RED[1],
      );
    } else if (step === 2) {
      k.poly(
        c,
        [
          [-s, -s],
          [0, 0],
          [-s, s],
        ],
        RED[0],
      );
      k.poly(
        c,
        [
          [-s, -s],
          [-s + p * 110, 0],
          [-s, s],
        ],
        RED[1],
      );
      k.poly(
        c,
        [
          [-s, -s],
          [k.lerp(0, -90, p), k.lerp(0, -60, p)],
          [-s + 40, 20],
        ],
        WHITE[0],
      );
    } else
      k.crane(
        c,
        0,
        0,
        190 * (0.7 + 0.3 * k.spring(k.clamp((t - 3.45) / 1))),
        RED[0],
        RED[1],
        step > 3 ? Math.sin(t * 5) : -0.6,
      );
  });
  for (const [x, y, turn] of [
    [330, 760, 0.5],
    [1270, 760, -0.5],
  ] as const)
    k.at(c, x, y + k.sway(t, 2.3) * 14, { turn }, () => k.rect(c, -60, -70, 120, 420, "#e2b18c", 60));
}

/** The clash: diagonals, shards, no ground. */
function clash(c: k.Context, t: number) {
  const side = Math.sin(t * 1.5) * 140;
  k.fill(c, "#e5432d");
  k.poly(
    c,
    [
      [-10, -10],
      [1050 + side, -10],
      [550 - side, 910],
      [-10, 910],
    ],
    "#1f2230",
  );
  for (let i = 0; i < 16; i++) {
    const a = i * 2.4;
    const r = 90 + i * 34 + t * 30;
    k.at(c, 800 + Math.cos(a + t * 0.4) * r, 450 + Math.sin(a + t * 0.4) * r * 0.7, { turn: a + t * 2 }, () =>
      k.poly(
        c,
        [
          [-26, 0],
          [22, -18],
          [10, 26],
        ],
        i % 2 ? "#fffaf0" : "#f7b733",
      ),
    );
  }
  k.crane(
    c,
    520 + k.easeOut(t / 3) * 120,
    430 + k.sway(t, 1.6) * 40,
    420,
    RED[0],
    RED[1],
    Math.sin(t * 7),
    1,
    -0.25,
  );
  k.crane(
    c,
    1080 - k.easeOut(t / 3) * 120,
    470 - k.sway(t, 1.6) * 40,
    420,
    WHITE[0],
    WHITE[1],
    Math.sin(t * 7 + 2),
    -1,
    -0.25,
  );
}

/** Rain decides: paper cannot fly wet. They shelter under one leaf. */
function truce(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 900, ["#59788a", "#6d8c99", "#87a3a8", "#a9bdb8"]);
  k.rain(c, t, { color: "#e3f0ee88", n: 50, slant: 0.1, length: 60 });
  k.trace(c, "M1180 920 C1240 700 1180 480 900 300", "#3b6b4a", 30);
  k.at(c, 800, 300 + k.sway(t, 4) * 8, {}, () => {
    k.shape(c, "M-560 60 C-420 -200 260 -250 560 40 C300 90 -260 140 -560 60 Z", "#4f8a5b");
    k.shape(c, "M-560 60 C-200 0 260 -20 560 40 C300 90 -260 140 -560 60 Z", "#3b6b4a");
  });
  for (let i = 0; i < 6; i++) {
    const red = i % 2 === 0;
    const x = k.lerp(red ? -200 : 1800, 420 + i * 150, k.easeOut(p * 1.7 - i * 0.06));
    k.crane(
      c,
      x,
      640 + (i % 3) * 50,
      150,
      red ? RED[0] : WHITE[0],
      red ? RED[1] : WHITE[1],
      -0.8 + k.sway(t, 2, i * 0.2) * 0.1,
      red ? 1 : -1,
    );
  }
  k.rect(c, -10, 780, 1700, 200, "#3d5b52");
  if (p > 0.45)
    k.letter(c, "THE CRANE WAR", 800, 862, {
      font: "Bungee",
      size: 92,
      color: k.fade("#fffaf0", k.smooth(0.45, 0.6, p)),
      tracking: 8,
    });
}

export const theCraneWar: Film = {
  slug: "the-crane-war",
  height: 480,
  shots: [
    { seconds: 5.75, draw: folding, fadeFrom: "#000000" },
    { seconds: 6.25, draw: armies },
    { seconds: 4, draw: clash },
    { seconds: 8, draw: truce, fadeTo: "#3d5b52" },
  ],
  score: theCraneWarScore,
};
