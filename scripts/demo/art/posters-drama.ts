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
  const [black, bone, red] = ["#141414", "#ece4d4", "#c8102e"];
  for (const [i, one] of [..."ZUGZWANG"].entries()) {
    const x = (i % 2) * 400;
    const y = Math.floor(i / 2) * 300;
    const dark = (i + Math.floor(i / 2)) % 2 === 0;
    k.rect(c, x, y, 400, 300, i === 5 ? red : dark ? black : bone);
    k.letter(c, one, x + 200, y + 282, {
      font: "Bebas Neue",
      size: 370,
      color: i === 5 || dark ? bone : black,
    });
  }
  k.rect(c, 0, 1148, 800, 52, "#c8102e");
  smallPrint(c, "Every move is the wrong one", 1181, "#ece4d4");
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

export const dramaPosters: Record<string, Artwork> = {
  "the-last-keeper": theLastKeeper,
  "the-third-cup": theThirdCup,
  zugzwang: zugzwang,
  "the-long-letter": theLongLetter,
};
