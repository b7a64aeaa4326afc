import type { Film } from "../film";
import * as k from "../kit";
import { theThirdCupScore } from "../scores/the-third-cup";

const PAPER = "#efe6d3";
const INK = "#23211f";
const MATCHA = "#7d9a4e";

function screens(c: k.Context, t: number, open: number) {
  k.fill(c, PAPER);
  k.bands(c, 80, 640, ["#dfe6da", "#cfdacb", "#bccdb9"], 8);
  k.disc(c, 800, 330, 130, "#c8463a");
  k.hills(c, { seed: 6, y: 560, height: 190, length: 520, color: "#a9bba6", detail: 3 });
  k.hills(c, { seed: 11, y: 640, height: 130, length: 420, color: "#8da58b", detail: 3 });
  k.stroke(
    c,
    [
      [1120, 700],
      [1080, 480],
      [1150, 330],
      [1060, 220],
    ],
    INK,
    22,
  );
  k.stroke(
    c,
    [
      [1150, 330],
      [1290, 260],
    ],
    INK,
    12,
  );
  for (const [x, y] of [
    [1060, 220],
    [1290, 260],
    [1180, 300],
    [1010, 260],
    [1120, 170],
  ] as const)
    k.disc(c, x + k.sway(t, 5) * 4, y, 74, "#3f5b45", 34);
  k.drift(c, t, { n: 9, colors: ["#e9a3a0", "#f3c3bb"], wind: 60, fall: 46, size: 13, bottom: 640 });
  for (const side of [-1, 1]) {
    const x = 800 + side * (400 + open * 330) - 400;
    k.rect(c, x, 60, 800, 640, "#f7f1e4");
    for (let i = 0; i <= 4; i++) k.rect(c, x + i * 198, 60, 9, 640, INK);
    for (let i = 0; i <= 4; i++) k.rect(c, x, 60 + i * 158, 800, i % 4 ? 6 : 12, INK);
  }
  k.rect(c, -10, -10, 1700, 74, "#4b3a2c");
  k.rect(c, -10, 696, 1700, 300, "#c9b98c");
  for (let i = 0; i < 3; i++)
    k.poly(
      c,
      [
        [200 + i * 480, 696],
        [214 + i * 480, 696],
        [40 + i * 640, 900],
        [14 + i * 640, 900],
      ],
      "#5d6a45",
    );
}

function room(c: k.Context, t: number, p: number) {
  screens(c, t, k.smooth(0.05, 0.5, p));
  k.person(
    c,
    520,
    830,
    480,
    {
      top: "#39506b",
      cut: "robe",
      legs: "#39506b",
      skin: "#e8c4a0",
      hair: "#cfcac2",
      hairstyle: "bun",
      trim: "#b9a25b",
    },
    { ...k.poses.kneel(), head: 0.1 * k.smooth(0.6, 0.8, p) },
  );
  k.person(
    c,
    1090,
    830,
    470,
    {
      top: "#b65545",
      cut: "robe",
      legs: "#b65545",
      skin: "#ecc9a8",
      hair: INK,
      hairstyle: "bun",
      trim: "#f1d9a8",
    },
    { ...k.poses.kneel(), lean: 0.35 * k.smooth(0.6, 0.8, p) },
    -1,
  );
  k.rect(c, 690, 790, 220, 16, "#2f2622", 6);
  for (let i = 0; i < 3; i++) k.rect(c, 716 + i * 66, 758, 40, 32, i === 2 ? "#efe6d3" : "#6f7b6a", 8);
}

function bowl(c: k.Context, x: number, y: number, s: number, fillLevel: number, color: string) {
  k.at(c, x, y, { scale: s }, () => {
    k.shape(c, "M-150 -70 C-150 60 -80 100 -60 104 L60 104 C80 100 150 60 150 -70 Z", color);
    k.disc(c, 0, -70, 150, k.mix(color, "#ffffff", 0.2), 42);
    k.disc(c, 0, -66, 136, "#2c2723", 34);
    if (fillLevel > 0) k.disc(c, 0, -62 + (1 - fillLevel) * 16, 128 * (0.7 + 0.3 * fillLevel), MATCHA, 28);
    k.shape(
      c,
      "M-110 -10 C-60 40 -20 10 10 30 C40 50 80 30 100 0 C90 60 60 84 50 90 L-50 90 C-80 70 -100 40 -110 -10 Z",
      "#00000018",
    );
  });
}

/** Pouring: one long line of water, steam drawn as brush strokes. */
function pour(c: k.Context, t: number, p: number) {
  k.fill(c, "#3c4a3d");
  k.disc(c, 800, 430, 400, "#48584a");
  const tilt = -0.35 * k.smooth(0.1, 0.3, p) + 0.35 * k.smooth(0.8, 0.95, p);
  if (p > 0.22 && p < 0.88)
    k.trace(c, `M716 330 C760 360 778 470 ${792 + k.sway(t, 0.6) * 3} 640`, "#dfe9d2", 13);
  bowl(c, 800, 700, 1.35, k.smooth(0.25, 0.85, p), "#b9a184");
  k.at(c, 500, 260, { turn: -tilt }, () => {
    k.shape(
      c,
      "M-170 -40 C-190 90 -130 130 0 130 C130 130 170 90 150 -10 L226 66 L236 40 L160 -60 C100 -110 -130 -110 -170 -40 Z",
      "#20241f",
    );
    k.ring(c, -10, -70, 120, "#20241f", 16, Math.PI, k.TAU);
    k.disc(c, -10, -96, 18, "#b9a25b");
  });
  for (let i = 0; i < 4; i++) {
    const rise = k.wrap(t * 0.22 + i / 4, 1);
    c.globalAlpha = 0.5 * (1 - rise);
    k.trace(
      c,
      `M${720 + i * 50} ${590 - rise * 260} q${k.sway(t, 3, i * 0.3) * 40} -60 0 -120`,
      "#f4f1e6",
      12,
    );
  }
  c.globalAlpha = 1;
}

/** Three cups from above; the leaf in the third opens. */
function cups(c: k.Context, t: number, p: number) {
  k.fill(c, "#d8c7a0");
  for (let i = 0; i < 40; i++) k.rect(c, 0, i * 23, 1600, 2, "#c7b48a");
  for (let i = 0; i < 3; i++) {
    const x = 380 + i * 420;
    k.disc(c, x + 14, 464, 168, "#a8946a");
    k.disc(c, x, 450, 168, ["#6f7b6a", "#8a5f4c", "#efe6d3"][i] ?? PAPER);
    k.disc(c, x, 450, 142, i === 2 ? "#a9bf6a" : ([MATCHA, "#5d7a3c"][i] ?? MATCHA));
    for (let r = 0; r < 3; r++) k.ring(c, x, 450, 20 + k.wrap(t * 26 + r * 42 + i * 15, 122), "#ffffff33", 3);
  }
  k.flower(
    c,
    1220,
    450,
    30 + 66 * k.smooth(0.25, 0.85, p),
    "#f3c3bb",
    "#e0a526",
    k.smooth(0.2, 0.8, p),
    6,
    t * 0.12,
  );
  if (p > 0.45) {
    c.globalAlpha = k.smooth(0.45, 0.65, p);
    k.letter(c, "The Third Cup", 800, 800, { font: "Dm Serif Display", size: 108, color: INK });
    c.globalAlpha = 1;
  }
}

export const theThirdCup: Film = {
  slug: "the-third-cup",
  height: 480,
  shots: [
    { seconds: 8, draw: room, fadeFrom: "#efe6d3" },
    { seconds: 8, draw: pour },
    { seconds: 8, draw: cups, fadeTo: "#efe6d3" },
  ],
  score: theThirdCupScore,
};
