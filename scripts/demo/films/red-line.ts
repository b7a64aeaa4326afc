import type { Film } from "../film";
import * as k from "../kit";
import { redLineScore } from "../scores/red-line";

const LINES: [string, k.Point[]][] = [
  [
    "#1f6fd1",
    [
      [-20, 240],
      [380, 240],
      [560, 420],
      [1100, 420],
      [1300, 220],
      [1640, 220],
    ],
  ],
  [
    "#2c9f5b",
    [
      [220, -20],
      [220, 360],
      [480, 620],
      [480, 920],
    ],
  ],
  [
    "#f2b01e",
    [
      [-20, 700],
      [300, 700],
      [620, 380],
      [1000, 380],
      [1240, 620],
      [1640, 620],
    ],
  ],
  [
    "#8d55b8",
    [
      [1380, -20],
      [1380, 440],
      [1120, 700],
      [1120, 920],
    ],
  ],
];
const RED: k.Point[] = [
  [-20, 520],
  [260, 520],
  [430, 350],
  [800, 350],
  [900, 450],
  [900, 720],
  [1040, 800],
  [1400, 800],
  [1400, 460],
  [800, 460],
  [800, 600],
];

function along(points: k.Point[], p: number): { path: k.Point[]; head: k.Point } {
  const legs = points.slice(1).map((to, i) => ({ from: points[i] ?? to, to }));
  const lengthOf = ({ from, to }: (typeof legs)[number]) => Math.hypot(to[0] - from[0], to[1] - from[1]);
  let left = legs.reduce((sum, leg) => sum + lengthOf(leg), 0) * k.clamp(p);
  let head: k.Point = points[0] ?? [0, 0];
  const path: k.Point[] = [head];
  for (const leg of legs) {
    if (left <= 0) break;
    const q = Math.min(1, left / lengthOf(leg));
    head = [k.lerp(leg.from[0], leg.to[0], q), k.lerp(leg.from[1], leg.to[1], q)];
    path.push(head);
    left -= lengthOf(leg);
  }
  return { path, head };
}

function network(c: k.Context, dark: number, p: number, zoom: number) {
  k.fill(c, k.mix("#f5f3ee", "#0c0b0d", dark));
  const draw = () => {
    for (const [color, points] of LINES) k.stroke(c, points, k.mix(color, "#2a282b", dark), 22);
    const { path, head } = along(RED, p);
    k.stroke(c, path, "#e0102a", 26);
    for (const [, points] of LINES)
      for (const [x, y] of points.slice(1, -1)) {
        k.disc(c, x, y, 24, k.mix("#222222", "#3a383b", dark));
        k.disc(c, x, y, 14, k.mix("#ffffff", "#0c0b0d", dark));
      }
    k.disc(c, head[0], head[1], 30, "#ffffff");
    k.disc(c, head[0], head[1], 20, "#e0102a");
    return head;
  };
  if (zoom === 1) return draw();
  const { head } = along(RED, p);
  k.camera(c, k.lerp(800, head[0], 0.7), k.lerp(450, head[1], 0.7), zoom, draw);
  return head;
}

/** A line that is on no map draws itself over one. */
function mapShot(c: k.Context, _t: number, p: number) {
  network(c, k.smooth(0.55, 1, p), p * 0.9, 1 + p * 0.5);
  const names = ["Harrow Gate", "Old Mint", "Saint Vey", "Nowhere"];
  const n = Math.min(3, Math.floor(p * 4));
  k.rect(c, 1090, 70, 450, 96, "#e0102a");
  k.letter(c, names[n] ?? "", 1315, 138, { font: "Inter", weight: 700, size: 58, color: "#ffffff" });
}

/** The carriage. One passenger too many in the reflection. */
function carriage(c: k.Context, t: number, p: number) {
  k.fill(c, "#d8d3c8");
  const flick = k.noise(3, t * 10) > 0.2 || p < 0.25;
  for (let i = 0; i < 3; i++) {
    const x = 70 + i * 500;
    k.rect(c, x, 130, 460, 400, "#2a2a2e", 50);
    k.rect(c, x + 16, 146, 428, 368, "#0b0b0e", 40);
    k.clipped(
      c,
      () => c.roundRect(x + 16, 146, 428, 368, 40),
      () => {
        for (let n = 0; n < 4; n++)
          k.rect(c, k.wrap(n * 700 - t * 1900 + x, 2800) - 600, 190, 300, 10, "#e0102a");
        for (let n = 0; n < 3; n++)
          k.rect(c, k.wrap(n * 900 - t * 2300, 2700) - 500, 300, 90, 200, "#1b1b20");
        k.person(
          c,
          x + 150,
          640,
          400,
          { top: "#3a3f4d", legs: "#3a3f4d", skin: "#6f6a66", hair: "#1a1a1d", cut: "coat" },
          k.poses.stand(),
        );
        if (i === 1 && p > 0.35)
          k.person(
            c,
            x + 320,
            700,
            530,
            {
              top: "#000000",
              legs: "#000000",
              skin: "#e0102a",
              hair: "#000000",
              hat: "top",
              hatColor: "#000000",
              cut: "coat",
            },
            { ...k.poses.stand(), head: 0.15 },
          );
      },
    );
  }
  k.rect(c, 0, 560, 1600, 40, "#e0102a");
  for (let i = 0; i < 6; i++) k.rect(c, 60 + i * 260, 610, 230, 210, "#274a8c", 26);
  k.rect(c, 0, 780, 1600, 140, "#8e897f");
  for (let i = 0; i < 7; i++) {
    const a = k.sway(t, 1.3, i * 0.07) * 0.14;
    k.at(c, 130 + i * 230, 60, { turn: a }, () => {
      k.stroke(
        c,
        [
          [0, -20],
          [0, 70],
        ],
        "#55524d",
        8,
      );
      k.ring(c, 0, 104, 34, "#55524d", 12);
    });
  }
  k.person(
    c,
    420,
    850,
    520,
    { top: "#d7b23c", cut: "coat", legs: "#2a2d38", skin: "#caa07c", hair: "#3a2a20", hairstyle: "bun" },
    { ...k.poses.stand(t), armNear: [2.8, 2.9], head: p > 0.5 ? -0.2 : 0 },
  );
  if (!flick) k.fill(c, "#000000d8");
}

/** The platform with no name; the doors wait. */
function platform(c: k.Context, t: number, p: number) {
  k.fill(c, "#0c0b0d");
  const v: k.Point = [800, 380];
  k.poly(
    c,
    [
      [-10, 910],
      [v[0] - 40, v[1] + 20],
      [v[0] + 40, v[1] + 20],
      [1000, 910],
    ],
    "#1d1b20",
  );
  k.poly(
    c,
    [
      [1000, 910],
      [v[0] + 40, v[1] + 20],
      [v[0] + 90, v[1]],
      [1700, 700],
      [1700, 910],
    ],
    "#3a0a12",
  );
  for (let i = 0; i < 12; i++) {
    const z = k.wrap(i / 12 + t * 0.05, 1) ** 2.2;
    const r = 50 + z * 1100;
    k.ring(c, v[0], v[1], r, k.mix("#1a181c", "#e0102a", i % 3 ? 0.1 : 0.9), 4 + z * 26, Math.PI, k.TAU);
  }
  const come = k.easeIn(p);
  k.glow(c, v[0] - 10, v[1] - 4, 90 + come * 700, "#fff2d0", 0.5, 9);
  k.disc(c, v[0] - 40 - come * 160, v[1] + come * 90, 8 + come * 60, "#fff2d0");
  k.disc(c, v[0] + 20 + come * 100, v[1] + come * 90, 8 + come * 60, "#fff2d0");
  k.person(
    c,
    1240,
    860,
    420,
    { top: "#000000", cut: "coat", legs: "#000000", skin: "#000000", hair: "#000000" },
    k.poses.stand(t),
    -1,
  );
  if (p > 0.45)
    k.letter(c, "RED LINE", 800, 240, {
      font: "Inter",
      weight: 900,
      size: 190,
      color: k.fade("#e0102a", k.smooth(0.45, 0.6, p)),
      tracking: -6,
    });
}

export const redLine: Film = {
  slug: "red-line",
  height: 480,
  shots: [
    { seconds: 7.5, draw: mapShot, fadeFrom: "#ffffff" },
    { seconds: 7.5, draw: carriage },
    { seconds: 7, draw: platform, fadeTo: "#fff2d0" },
  ],
  score: redLineScore,
};
