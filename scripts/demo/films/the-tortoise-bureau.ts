import type { Film } from "../film";
import * as k from "../kit";
import { theTortoiseBureauScore } from "../scores/the-tortoise-bureau";

const WALL = "#cfe8d5";

function clerk(
  c: k.Context,
  x: number,
  y: number,
  s: number,
  t: number,
  tie: string,
  face = 1,
  glasses = false,
) {
  k.tortoise(c, x, y, s, "#8fb36a", "#5d7f4a", t, { tie, face, glasses, crawl: 0 });
}

function desk(c: k.Context, x: number, y: number, t: number, tie: string, i: number) {
  clerk(c, x - 30, y - 84, 210, t + i, tie, i % 2 ? -1 : 1, i % 3 === 0);
  k.rect(c, x - 150, y - 100, 300, 26, "#c98a5a", 4);
  k.rect(c, x - 136, y - 74, 272, 104, "#b07243");
  k.rect(c, x - 40, y - 60, 80, 40, "#9a6238");
  const pile = 5 + (i % 4) * 2;
  for (let n = 0; n < pile; n++)
    k.rect(c, x + 60 + (n % 2) * 5, y - 108 - n * 9, 70, 7, n % 2 ? "#fffaf0" : "#f3d98a");
  const stamp = Math.max(0, k.sway(t, 2.4, i * 0.23)) ** 3 * 60;
  k.rect(c, x - 118, y - 140 - stamp, 22, 34, "#3a2b2b", 4);
  k.rect(c, x - 126, y - 110 - stamp, 38, 10, "#d9483b");
}

/** The hall of forms, row upon row. */
function hall(c: k.Context, t: number) {
  k.fill(c, WALL);
  for (let i = 0; i < 10; i++) k.rect(c, i * 170, 0, 8, 360, "#b9d8c2");
  k.disc(c, 800, 150, 92, "#5d7f4a");
  k.disc(c, 800, 150, 78, "#fffaf0");
  k.stroke(
    c,
    [
      [800, 150],
      [800 + Math.sin(t * 0.02) * 40, 150 - Math.cos(t * 0.02) * 40],
    ],
    "#3a2b2b",
    9,
  );
  k.stroke(
    c,
    [
      [800, 150],
      [800 + Math.sin(t * 0.1) * 62, 150 - Math.cos(t * 0.1) * 62],
    ],
    "#d9483b",
    5,
  );
  k.rect(c, 0, 360, 1600, 560, "#efd9b0");
  for (let i = 0; i < 7; i++)
    k.poly(
      c,
      [
        [i * 260 - 60, 360],
        [i * 260 - 40, 360],
        [i * 380 - 420, 900],
        [i * 380 - 450, 900],
      ],
      "#e3c895",
    );
  for (let row = 0; row < 3; row++)
    for (let i = 0; i < 4; i++)
      desk(
        c,
        190 + i * 410 + (row % 2) * 60,
        470 + row * 190,
        t,
        ["#d9483b", "#2f6f8f", "#e0a526", "#7b4a8f"][(i + row) % 4] ?? "#d9483b",
        i + row * 3,
      );
}

/** One form on its long walk across the counter. */
function counter(c: k.Context, t: number, p: number) {
  k.fill(c, "#f7c59f");
  k.rect(c, 0, 0, 1600, 190, "#d9483b");
  k.letter(c, "WINDOW 9", 800, 126, { font: "Bungee", size: 84, color: "#fffaf0" });
  k.rect(c, 520, 230, 560, 360, "#5a3a2e", 20);
  k.rect(c, 544, 254, 512, 336, "#8fc1c4", 10);
  k.tortoise(c, 760, 700, 420, "#8fb36a", "#5d7f4a", t, { tie: "#d9483b", glasses: true });
  k.rect(c, 0, 590, 1600, 330, "#b07243");
  k.rect(c, 0, 590, 1600, 36, "#c98a5a");
  k.at(c, k.lerp(1500, 1010, k.smooth(0.05, 0.6, p)), 560, { turn: 0.04 }, () => {
    k.rect(c, -70, -60, 140, 96, "#fffaf0", 4);
    for (let i = 0; i < 4; i++) k.rect(c, -52, -44 + i * 18, i === 3 ? 50 : 104, 6, "#b9b3a4");
  });
  k.person(
    c,
    1370,
    930,
    560,
    { top: "#2f6f8f", legs: "#26324a", skin: "#e2b091", hair: "#3a2417", cut: "plain" },
    { ...k.poses.stand(t), armNear: [1.0, 1.5], head: k.sway(t, 2) * 0.05 },
    -1,
  );
  const hit = k.smooth(0.7, 0.74, p);
  k.at(c, 1010, 300 + hit * 210, { turn: (1 - hit) * 0.2 }, () => {
    k.disc(c, 0, -120, 40, "#3a2b2b");
    k.rect(c, -18, -100, 36, 90, "#3a2b2b");
    k.rect(c, -74, -20, 148, 44, "#3a2b2b", 8);
  });
  if (p > 0.78)
    k.at(c, 520, 420, { turn: -0.2, scale: 0.6 + 0.4 * k.spring((p - 0.78) * 6) }, () => {
      k.trace(c, "M-230 -80 H230 V60 H-230 Z", "#d9483b", 12);
      k.letter(c, "COME BACK", 0, -8, { font: "Bungee", size: 56, color: "#d9483b" });
      k.letter(c, "TUESDAY", 0, 46, { font: "Bungee", size: 48, color: "#d9483b" });
    });
}

/** Five o'clock: everybody runs, in their fashion. */
function goingHome(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 640, ["#9fd3e0", "#c4e6e0", "#f3efd0", "#fbd9a0"], 8);
  k.rect(c, 60, 170, 460, 500, "#f7f1e0");
  for (let i = 0; i < 4; i++) k.rect(c, 90 + i * 110, 260, 44, 410, "#e0d6bd");
  k.poly(
    c,
    [
      [30, 200],
      [290, 60],
      [550, 200],
    ],
    "#e0d6bd",
  );
  k.letter(c, "BUREAU", 290, 236, { font: "Bungee", size: 44, color: "#5d7f4a" });
  k.rect(c, 0, 660, 1600, 260, "#a9c77a");
  k.poly(
    c,
    [
      [0, 720],
      [1700, 700],
      [1700, 830],
      [0, 850],
    ],
    "#e9d6a8",
  );
  for (let i = 0; i < 5; i++)
    k.tortoise(
      c,
      160 + i * 260 + p * 170,
      800 + (i % 2) * 40,
      210,
      "#8fb36a",
      ["#5d7f4a", "#7b6a3f", "#4a6f6a"][i % 3] ?? "#5d7f4a",
      t + i,
      { tie: ["#d9483b", "#2f6f8f", "#e0a526"][i % 3], crawl: t * 0.9 + i * 0.2 },
    );
  for (let i = 0; i < 5; i++)
    k.rect(c, 250 + i * 260 + p * 170, 700 + (i % 2) * 40 + k.sway(t, 0.8, i) * 4, 60, 44, "#7a4a2b", 6);
  k.drift(c, t, { n: 18, colors: ["#fffaf0", "#f3d98a"], fall: 60, wind: 140, size: 18, bottom: 600 });
  if (p > 0.35)
    k.letter(c, "The Tortoise Bureau", 1040, 330, {
      font: "Bricolage",
      weight: 800,
      size: 92 * k.spring((p - 0.35) * 3),
      color: "#3f5c33",
    });
}

export const theTortoiseBureau: Film = {
  slug: "the-tortoise-bureau",
  height: 480,
  shots: [
    { seconds: 7, draw: hall, fadeFrom: "#cfe8d5" },
    { seconds: 9, draw: counter },
    { seconds: 7, draw: goingHome, fadeTo: "#fbd9a0" },
  ],
  score: theTortoiseBureauScore,
};
