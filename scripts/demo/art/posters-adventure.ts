import type { Artwork } from "../film";
import * as k from "../kit";
import { smallPrint } from "./frame";

const caravanOfSalt: Artwork = (c) => {
  k.bands(c, 0, 900, ["#3b2357", "#6b2a5f", "#a83a58", "#d9513f", "#f2793b", "#f79b3f"], 14);
  k.disc(c, 400, 640, 300, "#ffe0a0");
  for (let i = 0; i < 6; i++) k.rect(c, 90, 700 + i * 40, 620, 10 + i * 4, "#f2793b");
  k.shape(c, "M-20 900 C200 800 480 780 820 880 L820 1220 L-20 1220 Z", "#4a1f38");
  for (let i = 0; i < 5; i++)
    k.camel(
      c,
      660 - i * 140,
      838 - Math.sin((660 - i * 140) / 260) * 14,
      130,
      "#1d1026",
      "#c8372d",
      i * 0.2 + 0.1,
    );
  k.shape(c, "M-20 1010 C240 930 560 960 820 1040 L820 1220 L-20 1220 Z", "#2a1024");
  k.letter(c, "CARAVAN", 400, 190, {
    font: "Poiret One",
    size: 140,
    color: "#fff4d9",
    tracking: 18,
    maxWidth: 700,
  });
  k.letter(c, "OF SALT", 400, 300, { font: "Poiret One", size: 100, color: "#fff4d9", tracking: 40 });
  smallPrint(c, "Seven days from water", 1140, "#f7b56a");
};

const theCraneWar: Artwork = (c) => {
  k.fill(c, "#f0d9a8");
  k.poly(
    c,
    [
      [-10, -10],
      [810, -10],
      [-10, 900],
    ],
    "#e5432d",
  );
  k.poly(
    c,
    [
      [810, -10],
      [810, 330],
      [-10, 1210],
      [-10, 900],
    ],
    "#1f2230",
  );
  k.crane(c, 300, 300, 430, "#fffaf0", "#d9cdb8", 0.8, 1, -0.1);
  k.crane(c, 520, 880, 430, "#e5432d", "#a82a1c", -0.2, -1, -0.3);
  k.at(c, 410, 600, { turn: -0.82 }, () => {
    k.letter(c, "THE CRANE", 0, -14, { font: "Bungee", size: 104, color: "#f7b733" });
    k.letter(c, "WAR", 0, 96, { font: "Bungee", size: 116, color: "#fffaf0", tracking: 40 });
  });
  smallPrint(c, "Fold. Fly. Forgive.", 1150, "#1f2230", 740, "right");
};

const contour: Artwork = (c) => {
  k.fill(c, "#0f3b52");
  k.contours(
    c,
    420,
    560,
    5,
    Array.from({ length: 24 }, (_, i) => 16 + i * 34),
    "#8fd0e0",
    3,
  );
  k.disc(c, 420, 560, 9, "#ff5b45");
  c.setLineDash([16, 16]);
  k.stroke(
    c,
    [
      [60, 1110],
      [150, 980],
      [190, 840],
      [300, 740],
      [350, 640],
      [420, 560],
    ],
    "#ff5b45",
    6,
  );
  c.setLineDash([]);
  k.rect(c, 560, 70, 180, 1060, "#0f3b52");
  for (const [i, one] of [..."CONTOUR"].entries())
    k.letter(c, one, 650, 190 + i * 146, { font: "Inter", weight: 200, size: 150, color: "#f4fafc" });
  smallPrint(c, "A map of something leaving", 1160, "#8fd0e0", 60, "left");
};

const sol4112: Artwork = (c) => {
  k.fill(c, "#b5532f");
  k.disc(c, 640, 210, 120, "#f2c79a");
  const digits = [
    ["4", 20, 640],
    ["1", 430, 640],
    ["1", 50, 1100],
    ["2", 340, 1100],
  ] as const;
  for (const [one, x, y] of digits)
    k.letter(c, one, x, y, { font: "Orbitron", weight: 800, size: 460, color: "#8f3c20", align: "left" });
  for (const [one, x, y] of digits)
    k.letter(c, one, x + 12, y - 12, {
      font: "Orbitron",
      weight: 800,
      size: 460,
      color: "#f6dcc0",
      align: "left",
    });
  k.letter(c, "SOL", 60, 190, {
    font: "Orbitron",
    weight: 800,
    size: 150,
    color: "#3a1710",
    align: "left",
    tracking: 20,
  });
  k.at(c, 560, 262, { scale: 0.9, turn: -0.06 }, () => {
    for (const x of [-112, -2, 98]) k.wheel(c, x, -30, 31, 0.2, "#d8cfc6", "#3a1710");
    k.rect(c, -122, -118, 220, 52, "#ffffff", 8);
    k.rect(c, -122, -84, 220, 14, "#d8cfc6");
    k.rect(c, -150, -130, 170, 10, "#22385c");
    k.stroke(
      c,
      [
        [66, -116],
        [66, -210],
      ],
      "#ffffff",
      9,
    );
    k.rect(c, 38, -250, 70, 40, "#ffffff", 8);
    k.disc(c, 92, -230, 12, "#22385c");
  });
  smallPrint(c, "It was built for ninety days", 1165, "#3a1710");
};

const orbitLaundry: Artwork = (c) => {
  k.fill(c, "#7b2ff7");
  k.stars(c, 3, 90, 0.3, { bottom: 1200, color: "#e6d6ff" });
  k.disc(c, 400, 640, 350, "#ffffff");
  k.disc(c, 400, 640, 292, "#9fe3f5");
  k.clipped(
    c,
    () => c.arc(400, 640, 292, 0, k.TAU),
    () => {
      for (const [i, color] of ["#ff5d8f", "#ffd23f", "#4cc9f0", "#7ae582", "#ff8a3d", "#b388ff"].entries())
        k.disc(
          c,
          400 + Math.cos(i * 1.05) * 150,
          640 + Math.sin(i * 1.05) * 150,
          150,
          color,
          80,
          i * 1.05 + 0.7,
        );
      k.disc(c, 400, 980, 420, "#ffffff88", 170);
    },
  );
  k.person(
    c,
    390,
    800,
    330,
    {
      top: "#ff8a3d",
      legs: "#ff8a3d",
      shoes: "#3a2a55",
      hat: "helmet",
      hatColor: "#ffffff",
      skin: "#8a5a3c",
    },
    { armNear: [2.2, 2.6], armFar: [-1.8, -2.2], legNear: [0.5, -0.2], legFar: [-0.5, -0.9] },
  );
  k.ring(c, 400, 640, 322, "#cbb6e6", 22);
  k.at(c, 400, 640, { turn: -0.3, stretch: [1, 0.24] }, () =>
    k.ring(c, 0, 0, 480, "#ffd23f", 40, -0.2, Math.PI + 0.2),
  );
  k.letter(c, "ORBIT", 400, 200, { font: "Bungee", size: 190, color: "#ffd23f", maxWidth: 720 });
  k.letter(c, "LAUNDRY", 400, 1120, { font: "Bungee", size: 150, color: "#ffffff", maxWidth: 720 });
  smallPrint(c, "Whites, colours, low gravity", 1168, "#e6d6ff");
};

const belowTheLight: Artwork = (c) => {
  k.bands(c, 0, 1200, ["#0e6e86", "#0a4f6b", "#073552", "#041f3a", "#031229", "#020a1a"], 30);
  k.shape(c, "M330 130 C330 96 470 96 470 130 L462 160 L338 160 Z", "#f2a900");
  k.disc(c, 400, 134, 18, "#bdf3ff");
  k.poly(
    c,
    [
      [380, 160],
      [420, 160],
      [600, 640],
      [200, 640],
    ],
    "#ffe9a833",
  );
  k.shape(c, "M-40 560 C160 430 640 430 840 560 L840 760 L-40 760 Z", "#0c2a40");
  for (let i = 0; i < 11; i++)
    k.poly(
      c,
      [
        [-10 + i * 76, 740],
        [30 + i * 76, 900 + (i % 2) * 60],
        [66 + i * 76, 740],
      ],
      "#e6f7f2",
    );
  k.shape(c, "M-40 1230 L-40 1110 C200 1010 600 1010 840 1110 L840 1230 Z", "#0c2a40");
  for (let i = 0; i < 9; i++)
    k.poly(
      c,
      [
        [30 + i * 92, 1110],
        [66 + i * 92, 1000 - (i % 2) * 40],
        [100 + i * 92, 1110],
      ],
      "#cfe6e2",
    );
  for (const x of [190, 610]) {
    k.disc(c, x, 610, 54, "#d6fff4");
    k.disc(c, x, 618, 22, "#020a1a");
  }
  k.letter(c, "below", 400, 300, { font: "Poiret One", size: 170, color: "#d6fff4", tracking: 10 });
  k.letter(c, "the light", 400, 410, { font: "Poiret One", size: 110, color: "#d6fff4", tracking: 14 });
  smallPrint(c, "3 800 metres of company", 1170, "#39e6c3");
};

const aMinuteForClara: Artwork = (c) => {
  k.fill(c, "#241a2c");
  for (const [x, y, r, n] of [
    [80, 120, 190, 26],
    [720, 200, 170, 22],
    [60, 1080, 220, 30],
    [740, 1090, 200, 26],
  ] as const)
    k.gear(c, x, y, r, n, x, "#3a2a3f", "#241a2c");
  k.disc(c, 400, 560, 330, "#e3b45a");
  k.disc(c, 400, 560, 300, "#fbf0d4");
  const words = "A MINUTE FOR CLARA · A MINUTE FOR CLARA · ";
  for (const [i, one] of [...words].entries())
    k.at(c, 400, 560, { turn: (i / words.length) * k.TAU - 1.2 }, () =>
      k.letter(c, one, 0, -242, { font: "Playfair Display", weight: 700, size: 50, color: "#241a2c" }),
    );
  k.stroke(
    c,
    [
      [400, 560],
      [400, 370],
    ],
    "#241a2c",
    18,
  );
  k.stroke(
    c,
    [
      [400, 560],
      [286, 470],
    ],
    "#a83a2f",
    14,
  );
  k.disc(c, 400, 560, 24, "#241a2c");
  k.person(
    c,
    400,
    372,
    130,
    { top: "#2f8f83", cut: "dress", skin: "#f2cfae", hair: "#5a2417", hairstyle: "bun", legs: "#f4ead6" },
    k.poses.cheer(),
  );
  k.letter(c, "Clara", 400, 1060, { font: "Playfair Display Italic", size: 210, color: "#e3b45a" });
  smallPrint(c, "The city has lost one. She kept it.", 1140, "#f7e6bd");
};

export const adventurePosters: Record<string, Artwork> = {
  "caravan-of-salt": caravanOfSalt,
  "the-crane-war": theCraneWar,
  contour,
  "sol-4112": sol4112,
  "orbit-laundry": orbitLaundry,
  "below-the-light": belowTheLight,
  "a-minute-for-clara": aMinuteForClara,
};
