import type { Film } from "../film";
import * as k from "../kit";
import { fourSeasonsExpressScore } from "../scores/four-seasons-express";

const seasons = [
  {
    sky: ["#f9d7e0", "#fbe6dc", "#fdf3e0"],
    far: "#c9b7d6",
    mid: "#93b98a",
    near: "#6fa25f",
    crown: ["#d987a5", "#f0a9bf", "#fbd0da"],
    fall: ["#fbd0da", "#f0a9bf"],
  },
  {
    sky: ["#4fb3d9", "#86d0e4", "#c9ecec"],
    far: "#6fb0a8",
    mid: "#3f9a5a",
    near: "#2c7d46",
    crown: ["#1f6a3a", "#2f8a4a", "#57ad58"],
    fall: ["#f7e36b", "#ffffff"],
  },
  {
    sky: ["#f2a65a", "#f6c177", "#fae0b0"],
    far: "#b8705a",
    mid: "#c4622d",
    near: "#8f3f22",
    crown: ["#9c2f1c", "#cf5322", "#eb8a2d"],
    fall: ["#eb8a2d", "#cf5322", "#f6c04a"],
  },
  {
    sky: ["#8fa9c6", "#b4c8dc", "#dfe8f0"],
    far: "#a9bdd3",
    mid: "#d5e0ea",
    near: "#f3f6f9",
    crown: ["#b7c6d6", "#dbe5ee", "#ffffff"],
    fall: ["#ffffff", "#eef4fa"],
  },
] as const;

function land(c: k.Context, t: number, n: number, speed = 1) {
  const s = seasons[n] ?? seasons[0];
  const go = t * 300 * speed;
  k.bands(c, 0, 560, [...s.sky], 16);
  if (n === 1) k.disc(c, 1260, 170, 80, "#fff6c4");
  if (n === 2) k.disc(c, 330, 330, 110, "#fff0cf");
  k.clouds(c, 4 + n, 7, go * 0.04, "#ffffffb0", { top: 60, bottom: 250, size: 300 });
  k.peaks(c, {
    seed: 3 + n,
    y: 600,
    height: 330,
    length: 520,
    color: s.far,
    light: k.mix(s.far, "#ffffff", 0.22),
    snow: n === 1 ? undefined : "#ffffffb8",
    shift: go * 0.08,
  });
  k.hills(c, { seed: 9, y: 640, height: 150, length: 460, color: s.mid, shift: go * 0.2, detail: 2 });
  for (let i = -1; i < 7; i++) {
    const index = i + Math.floor((go * 0.45) / 290);
    const x = index * 290 - go * 0.45 + k.hash(4, index) * 120;
    if (n === 3) k.pine(c, x, 690, 210 + k.hash(6, index) * 90, "#3f5b62", "#f5f9fc");
    else k.tree(c, x, 690, 230 + k.hash(6, index) * 90, "#4b3226", [...s.crown], index, t);
  }
  k.hills(c, { seed: 21, y: 720, height: 50, length: 380, color: s.near, shift: go * 0.45, detail: 2 });
}

function rails(c: k.Context, t: number, n: number) {
  const go = t * 300;
  k.rect(c, -10, 772, 1700, 200, n === 3 ? "#cdd8e2" : "#4d3a30");
  for (let i = 0; i < 22; i++)
    k.rect(c, k.wrap(i * 80 - go, 1760) - 80, 790, 46, 16, n === 3 ? "#9fb0c0" : "#35271f");
  k.rect(c, -10, 780, 1700, 9, "#20222b");
}

const express = (c: k.Context, t: number, x: number, scale = 1) =>
  k.train(c, x, 782, scale, {
    engine: "#1d3f54",
    cars: ["#c23b33", "#c23b33", "#c23b33"],
    trim: "#e9b44c",
    window: "#ffe9ae",
    roll: t * 2,
    bounce: t,
  });

function smoke(c: k.Context, t: number, x: number, y: number, color: string) {
  for (let i = 0; i < 12; i++) {
    const age = k.wrap(t * 0.8 + i / 12, 1);
    k.disc(c, x - age * 760, y - 40 - k.easeOut(age) * 150, 22 + age * 74, k.fade(color, 0.75 * (1 - age)));
  }
}

const side =
  (n: number, title = false) =>
  (c: k.Context, t: number, p: number) => {
    land(c, t + n * 9, n);
    rails(c, t, n);
    const x = 980 + (p - 0.5) * 180;
    smoke(c, t, x + 208, 600, n === 3 ? "#ffffff" : "#f4efe6");
    express(c, t, x);
    if (n === 3) k.snow(c, t, { wind: -300, n: 60, size: 7 });
    else if (n !== 1) k.drift(c, t, { colors: [...(seasons[n]?.fall ?? [])], wind: -320, n: 24, size: 13 });
    else k.flock(c, 500 - t * 20, 250, 5, 40, "#24566a", t);
    if (title)
      k.letter(c, "The Four Seasons Express", 800, 230, { font: "Limelight", size: 92, color: "#a32a34" });
  };

/** From the compartment: a child, a window, and the year going by outside. */
function compartment(c: k.Context, t: number) {
  const n = t < 3.4 ? 1 : 2;
  k.camera(c, 860, 420, 1.15, () => land(c, t, n, 1.7));
  c.fillStyle = "#5b2b22";
  c.beginPath();
  c.rect(-50, -50, 1700, 1000);
  c.roundRect(500, 110, 900, 470, 50);
  c.fill("evenodd");
  k.trace(
    c,
    "M500 160 Q500 110 550 110 L1350 110 Q1400 110 1400 160 L1400 530 Q1400 580 1350 580 L550 580 Q500 580 500 530 Z",
    "#e9b44c",
    14,
  );
  k.rect(c, 0, 600, 1600, 300, "#47201a");
  k.rect(c, 60, 470, 380, 430, "#8c3a2c", 40);
  k.rect(c, 60, 690, 560, 210, "#a4492f", 30);
  k.person(
    c,
    380,
    900,
    470,
    { top: "#f0c14b", legs: "#2d4a63", hair: "#5a2f1a", hairstyle: "bun", skin: "#e8b48e", cut: "plain" },
    { ...k.poses.sit(t), head: -0.1 },
  );
  k.rect(c, 900, 660, 420, 22, "#e2b789", 8);
  k.rect(c, 1090, 682, 26, 220, "#7a4a33");
  k.rect(c, 980, 606, 60, 54, "#f6f0e2", 8);
  for (let i = 0; i < 3; i++)
    k.trace(c, `M${992 + i * 18} 596 q${k.sway(t, 1.6, i * 0.3) * 9} -22 0 -44`, "#ffffff88", 4);
}

export const fourSeasonsExpress: Film = {
  slug: "the-four-seasons-express",
  height: 1080,
  shots: [
    { seconds: 6, draw: side(0, true), fadeFrom: "#fdf3e0" },
    { seconds: 7, draw: compartment },
    { seconds: 5, draw: side(2) },
    { seconds: 6, draw: side(3), fadeTo: "#ffffff" },
  ],
  score: fourSeasonsExpressScore,
};
