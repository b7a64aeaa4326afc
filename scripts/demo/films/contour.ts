import type { Film } from "../film";
import * as k from "../kit";
import { contourScore } from "../scores/contour";

const ICE = ["#f4fafc", "#d9ecf3", "#b5d9e6", "#83bcd1", "#4d93af"];

/** The map: lines of height grow out of white paper. */
function map(c: k.Context, t: number, p: number) {
  k.fill(c, "#f7f3ea");
  for (let i = 0; i < 9; i++) k.rect(c, i * 200, 0, 2, 900, "#e6dfcf");
  for (let i = 0; i < 6; i++) k.rect(c, 0, i * 180, 1600, 2, "#e6dfcf");
  const radii = Array.from({ length: 15 }, (_, i) => 24 + i * 40).filter((_, i) => i < p * 22);
  k.contours(c, 700, 430, 5, radii, "#2f7d9c", 3, t);
  k.contours(c, 1290, 600, 9, radii.slice(0, 7), "#2f7d9c", 3, t);
  const route: k.Point[] = [
    [120, 800],
    [260, 730],
    [350, 640],
    [470, 600],
    [560, 510],
    [640, 470],
    [700, 430],
  ];
  const shown = Math.floor(p * 1.25 * route.length);
  c.setLineDash([18, 20]);
  k.stroke(c, route.slice(0, Math.max(1, shown)), "#d9432f", 7);
  c.setLineDash([]);
  for (const [x, y] of route.slice(0, shown)) k.disc(c, x, y, 11, "#d9432f");
  if (p > 0.75)
    k.poly(
      c,
      [
        [700, 430],
        [700, 340],
        [770, 366],
        [706, 390],
      ],
      "#d9432f",
    );
  for (const [i, words] of ["1 140", "980", "720"].entries())
    if (p > 0.4 + i * 0.1)
      k.letter(c, words, 780 + i * 110, 460 + i * 70, {
        font: "Inter",
        weight: 500,
        size: 26,
        color: "#2f7d9c",
      });
}

function sky(c: k.Context) {
  k.rect(c, -10, -10, 1700, 460, "#e4f2f6");
  k.rect(c, -10, 120, 1700, 330, "#eef6f5");
  k.rect(c, -10, 290, 1700, 160, "#f8f4ea");
  k.disc(c, 1180, 250, 64, "#ffffff");
}

/** The kayak among bergs, and what is under them. */
function underwater(c: k.Context, t: number) {
  sky(c);
  for (const [i, color] of ["#3f8fae", "#34809f", "#296f8e", "#205c7a", "#184a65"].entries())
    k.rect(c, -10, 440 + i * 96, 1700, 500, color);
  for (const [x, s, seed] of [
    [330, 1.15, 1],
    [1130, 1.5, 2],
    [1520, 0.8, 3],
  ] as const) {
    const y = 440 + k.sway(t, 6, seed) * 8;
    k.at(c, x - t * 10, y, { scale: s }, () => {
      k.poly(
        c,
        [
          [-170, 0],
          [-200, 120],
          [-120, 250],
          [-20, 290],
          [110, 210],
          [190, 90],
          [170, 0],
        ],
        "#8fd0e0",
      );
      k.poly(
        c,
        [
          [-20, 290],
          [110, 210],
          [190, 90],
          [170, 0],
          [30, 0],
        ],
        "#6dbcd2",
      );
      k.poly(
        c,
        [
          [-170, 0],
          [-110, -90],
          [-60, -80],
          [-10, -170],
          [70, -110],
          [120, -60],
          [170, 0],
        ],
        "#ffffff",
      );
      k.poly(
        c,
        [
          [-10, -170],
          [70, -110],
          [120, -60],
          [170, 0],
          [40, 0],
        ],
        "#d3e8f0",
      );
    });
  }
  k.whale(c, 420 + t * 60, 760, 420, "#123c54", "#5f9db5", t);
  const x = 640 + t * 22;
  const y = 440 + k.sway(t, 3) * 5;
  k.person(
    c,
    x,
    y + 50,
    150,
    { top: "#d9432f", legs: "#d9432f", skin: "#e9bd98", hair: "#3a2a20", hat: "cap", hatColor: "#24405a" },
    { ...k.poses.sit(), armNear: [1.1 + k.sway(t, 1.6) * 0.5, 1.6], armFar: [0.9, 1.5] },
  );
  const a = k.sway(t, 1.6) * 0.5;
  k.stroke(
    c,
    [
      [x + 20 - Math.cos(a) * 130, y - 40 - Math.sin(a) * 130],
      [x + 20 + Math.cos(a) * 130, y - 40 + Math.sin(a) * 130],
    ],
    "#24405a",
    9,
  );
  k.shape(
    c,
    `M${x - 210} ${y - 6} C${x - 100} ${y + 34} ${x + 120} ${y + 34} ${x + 240} ${y - 10} L${x + 120} ${y - 12} L${x - 100} ${y - 10} Z`,
    "#f0b429",
  );
}

/** The front of the glacier breaks where last year's line was drawn. */
function calving(c: k.Context, t: number, p: number) {
  sky(c);
  k.peaks(c, {
    seed: 5,
    y: 470,
    height: 260,
    length: 420,
    color: "#9fb6c3",
    light: "#c7d8e0",
    snow: "#ffffff",
  });
  const fall = k.easeIn(k.smooth(0.25, 0.75, p));
  for (let i = 0; i < 13; i++) {
    const h = 250 + k.hash(4, i) * 110;
    const loose = i > 4 && i < 9 ? fall : 0;
    k.at(c, 60 + i * 125, 720 + loose * 420, { turn: loose * 0.35 * (i % 2 ? 1 : -0.6) }, () => {
      k.poly(
        c,
        [
          [-66, 20],
          [-62, -h],
          [10, -h - 30],
          [64, -h + 10],
          [66, 20],
        ],
        ICE[i % 3] ?? "#ffffff",
      );
      k.poly(
        c,
        [
          [10, -h - 30],
          [64, -h + 10],
          [66, 20],
          [20, 20],
        ],
        ICE[2 + (i % 2)] ?? "#b5d9e6",
      );
    });
  }
  k.sea(c, t, 720, ["#34809f", "#296f8e", "#1b4b66"], {
    height: 20 + 60 * k.smooth(0.5, 0.7, p) * (1 - k.smooth(0.75, 1, p)),
    length: 340,
    speed: 0.3,
  });
  c.setLineDash([26, 18]);
  k.stroke(
    c,
    [
      [-10, 420],
      [420, 390],
      [800, 410],
      [1200, 380],
      [1700, 410],
    ],
    "#d9432f",
    6,
  );
  c.setLineDash([]);
  k.letter(c, "last year", 1390, 366, { font: "Caveat", weight: 700, size: 54, color: "#d9432f" });
  if (p > 0.6) {
    c.globalAlpha = k.smooth(0.6, 0.8, p);
    k.letter(c, "CONTOUR", 800, 230, {
      font: "Inter",
      weight: 200,
      size: 150,
      color: "#184a65",
      tracking: 60,
    });
    c.globalAlpha = 1;
  }
}

export const contour: Film = {
  slug: "contour",
  height: 480,
  shots: [
    { seconds: 7, draw: map, fadeFrom: "#ffffff" },
    { seconds: 8, draw: underwater },
    { seconds: 8, draw: calving, fadeTo: "#ffffff" },
  ],
  score: contourScore,
};
