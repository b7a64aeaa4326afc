import type { Artwork } from "../film";
import * as k from "../kit";
import { smallPrint } from "./frame";

const theLastKeeper: Artwork = (c) => {
  k.bands(c, 0, 1200, ["#08121e", "#0d1d2c", "#13303f", "#1b4452", "#245a64"], 30);
  k.poly(
    c,
    [
      [560, 330],
      [-60, -120],
      [-60, 520],
    ],
    "#ffe3a0",
  );
  k.poly(
    c,
    [
      [560, 330],
      [900, 200],
      [900, 460],
    ],
    "#ffe3a055",
  );
  k.lighthouse(c, 560, 1010, 730, "#e3dac6", "#b4452f", "#ffdf8c");
  k.glow(c, 560, 380, 150, "#fff3c8", 0.8, 10);
  k.shape(c, "M240 1010 L420 960 L560 985 L720 950 L860 1020 L860 1230 L200 1230 Z", "#081019");
  k.sea(c, 1.2, 1000, ["#1d4a57", "#123541", "#0a2430"], { height: 60, length: 300, bottom: 1200 });
  k.letter(c, "THE", 50, 150, {
    font: "Playfair Display",
    weight: 900,
    size: 70,
    color: "#0d1d2c",
    align: "left",
  });
  k.letter(c, "LAST", 50, 262, {
    font: "Playfair Display",
    weight: 900,
    size: 100,
    color: "#0d1d2c",
    align: "left",
  });
  k.letter(c, "KEEPER", 60, 1110, {
    font: "Playfair Display",
    weight: 900,
    size: 150,
    color: "#f5e6c4",
    align: "left",
    maxWidth: 680,
  });
  smallPrint(c, "One light. Forty years. One more night.", 1165, "#9fc0c4", 64, "left");
};

const theThirdCup: Artwork = (c) => {
  k.fill(c, "#efe6d3");
  k.disc(c, 500, 420, 250, "#c8463a");
  k.trace(c, "M500 120 C470 300 540 420 500 760", "#efe6d3", 10);
  k.shape(c, "M270 800 C270 960 400 1010 430 1014 L570 1014 C600 1010 730 960 730 800 Z", "#23211f");
  k.disc(c, 500, 800, 230, "#3a3632", 56);
  k.disc(c, 500, 806, 206, "#7d9a4e", 44);
  k.flower(c, 540, 800, 44, "#f3c3bb", "#e0a526", 0.8, 6);
  for (const [i, one] of [..."THE THIRD CUP"].entries())
    k.letter(c, one, 120, 150 + i * 74, { font: "Dm Serif Display", size: 70, color: "#23211f" });
  k.rect(c, 176, 96, 3, 940, "#23211f");
  smallPrint(c, "A film in three pours", 1130, "#23211f", 500);
};

const zugzwang: Artwork = (c) => {
  const ink = ["#141414", "#ece4d4", "#c8102e"];
  for (const [i, one] of [..."ZUGZWANG"].entries()) {
    const x = (i % 2) * 400;
    const y = Math.floor(i / 2) * 300;
    const dark = (i + Math.floor(i / 2)) % 2 === 0;
    k.rect(c, x, y, 400, 300, i === 5 ? ink[2]! : dark ? ink[0]! : ink[1]!);
    k.letter(c, one, x + 200, y + 282, {
      font: "Bebas Neue",
      size: 370,
      color: i === 5 ? ink[1]! : dark ? ink[1]! : ink[0]!,
    });
  }
  k.rect(c, 0, 1148, 800, 52, "#c8102e");
  smallPrint(c, "Every move is the wrong one", 1181, "#ece4d4");
};

const noodlesAtNine: Artwork = (c) => {
  k.fill(c, "#e8452f");
  for (let i = 0; i < 12; i++)
    k.poly(
      c,
      [
        [400, 640],
        [400 + Math.cos(i * 0.5236) * 1200, 640 + Math.sin(i * 0.5236) * 1200],
        [400 + Math.cos(i * 0.5236 + 0.26) * 1200, 640 + Math.sin(i * 0.5236 + 0.26) * 1200],
      ],
      "#d93a28",
    );
  k.disc(c, 414, 664, 330, "#a5281c");
  k.disc(c, 400, 640, 330, "#fbf6ea");
  k.ring(c, 400, 640, 306, "#2a6f97", 10);
  k.disc(c, 400, 640, 276, "#f0b04f");
  for (let n = 0; n < 11; n++)
    k.trace(c, `M${190 + n * 6} ${560 + n * 17} q90 ${-70 + (n % 3) * 12} 190 0 t190 0`, "#fbe9c0", 15);
  k.disc(c, 300, 560, 54, "#fff8ea");
  k.disc(c, 300, 560, 30, "#f5b13a");
  for (let n = 0; n < 20; n++)
    k.disc(c, 230 + k.hash(n, 3) * 340, 470 + k.hash(n, 4) * 340, 11, n % 3 ? "#4f9a44" : "#8fc96a");
  for (const dx of [0, 44])
    k.stroke(
      c,
      [
        [470 + dx, 700],
        [760 + dx, 150],
      ],
      "#4a1a14",
      13,
    );
  k.person(
    c,
    200,
    1075,
    190,
    { top: "#2a6f97", legs: "#20202e", skin: "#c98f66", hair: "#1b1216" },
    k.poses.sit(),
  );
  k.person(
    c,
    600,
    1075,
    190,
    {
      top: "#f6efe2",
      cut: "dress",
      legs: "#f6efe2",
      skin: "#e0ab83",
      hair: "#1b1216",
      hairstyle: "long",
      hat: "cone",
      hatColor: "#ecd9a6",
    },
    k.poses.sit(),
    -1,
  );
  k.letter(c, "Noodles", 60, 160, { font: "Yeseva One", size: 150, color: "#fbe3b4", align: "left" });
  k.letter(c, "at Nine", 60, 276, { font: "Yeseva One", size: 110, color: "#fbe3b4", align: "left" });
  k.letter(c, "Hủ tiếu chín giờ", 400, 1130, { font: "Yeseva One", size: 44, color: "#fbe3b4" });
  smallPrint(c, "Table six is taken", 1172, "#fbe3b4");
};

const tangoForUmbrellas: Artwork = (c) => {
  k.fill(c, "#2e3440");
  for (let i = 0; i < 46; i++) {
    const x = 40 + (i % 6) * 150 + (Math.floor(i / 6) % 2) * 75 - 40;
    const y = 60 + Math.floor(i / 6) * 140;
    if (Math.hypot(x - 420, y - 620) < 260 || y > 920) continue;
    k.umbrella(c, x, y, 80, ["#4c5566", "#5a6475", "#3f4757"][i % 3]!, "#262b36", i);
  }
  k.disc(c, 340, 600, 168, "#1f242e");
  k.umbrella(c, 330, 580, 168, "#d7263d", "#a3152c", 0.2);
  k.umbrella(c, 500, 680, 150, "#f0c24b", "#c8962a", 0.6);
  k.letter(c, "TANGO", 400, 1010, { font: "Limelight", size: 170, color: "#d7263d", maxWidth: 700 });
  k.letter(c, "for umbrellas", 400, 1085, { font: "Limelight", size: 76, color: "#f0c24b" });
  smallPrint(c, "Buenos Aires · rain until morning", 1150, "#aab6c8");
};

const theLongLetter: Artwork = (c) => {
  k.fill(c, "#c2412d");
  k.rect(c, 90, 90, 620, 1020, "#fff6e2");
  for (let i = 0; i < 17; i++) for (const y of [90, 1110]) k.disc(c, 90 + i * 38.75, y, 13, "#c2412d");
  for (let i = 0; i < 27; i++) for (const x of [90, 710]) k.disc(c, x, 90 + i * 39.2, 13, "#c2412d");
  k.clipped(
    c,
    () => c.rect(140, 140, 520, 720),
    () => {
      k.bands(c, 140, 620, ["#2f6f8c", "#5a9fb5", "#a9d4d6", "#f3ead2"], 10);
      k.disc(c, 510, 330, 74, "#ffd23f");
      k.poly(
        c,
        [
          [60, 720],
          [300, 330],
          [520, 720],
        ],
        "#5f5f86",
      );
      k.poly(
        c,
        [
          [300, 330],
          [520, 720],
          [330, 720],
          [270, 520],
        ],
        "#7f84aa",
      );
      k.poly(
        c,
        [
          [300, 330],
          [348, 415],
          [310, 440],
          [285, 410],
          [250, 430],
        ],
        "#ffffff",
      );
      k.hills(c, { seed: 12, y: 740, height: 110, length: 300, color: "#c9b26a", detail: 2 });
      k.rect(c, 100, 790, 600, 100, "#94783a");
    },
  );
  k.llama(c, 330, 812, 260, "#fff6e2", 0.12, "#c2412d");
  k.person(
    c,
    520,
    816,
    270,
    {
      top: "#c2412d",
      cut: "coat",
      legs: "#2c3550",
      skin: "#a86f48",
      hair: "#1c1413",
      hat: "brim",
      hatColor: "#7a4a2b",
    },
    k.poses.walk(0.12),
  );
  k.letter(c, "The Long", 400, 960, { font: "Caveat", weight: 700, size: 130, color: "#2c3550" });
  k.letter(c, "Letter", 400, 1056, { font: "Caveat", weight: 700, size: 130, color: "#c2412d" });
  for (const r of [150, 126]) k.ring(c, 610, 190, r, "#2c3550aa", 6);
  for (let i = 0; i < 4; i++) k.trace(c, `M430 ${150 + i * 34} q60 -24 120 0 t120 0 t120 0`, "#2c3550aa", 6);
  k.letter(c, "S/ 4.10", 160, 220, { font: "Special Elite", size: 46, color: "#fff6e2", align: "left" });
};

const medusaWaltz: Artwork = (c) => {
  k.fill(c, "#5a1030");
  k.rect(c, 36, 36, 728, 1128, "#e8b75a", 40);
  k.rect(c, 48, 48, 704, 1104, "#2a0f3d", 32);
  k.shape(c, "M80 1150 L80 520 C80 220 240 110 400 110 C560 110 720 220 720 520 L720 1150 Z", "#f9d5df");
  k.disc(c, 400, 480, 250, "#f7b9cd");
  k.jellyfish(c, 400, 500, 480, "#d6336c", "#8457c9", 0.5, { arms: 13, length: 11, glowing: "#ffd0e6" });
  for (const side of [-1, 1]) {
    for (let i = 0; i < 5; i++)
      k.trace(
        c,
        `M${400 + side * 330} ${1120 - i * 20} C${400 + side * (200 + i * 26)} ${900 - i * 70} ${400 + side * (360 - i * 30)} ${760 - i * 50} ${400 + side * (220 + i * 24)} ${640 - i * 60}`,
        "#5f8f7f",
        7,
      );
    k.flower(c, 400 + side * 320, 150, 56, "#e8b75a", "#5a1030", 1, 8);
  }
  k.rect(c, 48, 910, 704, 242, "#2a0f3d");
  k.rect(c, 48, 904, 704, 8, "#e8b75a");
  k.letter(c, "Medusa", 400, 1000, { font: "Abril Fatface", size: 124, color: "#ffe9c4" });
  k.letter(c, "WALTZ", 400, 1078, { font: "Abril Fatface", size: 70, color: "#ff9ecb", tracking: 40 });
  smallPrint(c, "In three-quarter tide", 1128, "#e8b75a");
};

export const dramaPosters: Record<string, Artwork> = {
  "the-last-keeper": theLastKeeper,
  "the-third-cup": theThirdCup,
  zugzwang,
  "noodles-at-nine": noodlesAtNine,
  "tango-for-umbrellas": tangoForUmbrellas,
  "the-long-letter": theLongLetter,
  "medusa-waltz": medusaWaltz,
};
