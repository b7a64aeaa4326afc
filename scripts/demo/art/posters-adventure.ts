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

export const adventurePosters: Record<string, Artwork> = {
  "caravan-of-salt": caravanOfSalt,
  "the-crane-war": theCraneWar,
  contour: contour,
  "below-the-light": belowTheLight,
};
