import type { Film } from "../film";
import * as k from "../kit";
import { theLastKeeperScore } from "../scores/the-last-keeper";

const SEA = ["#1d4a57", "#173f4c", "#123541", "#0d2a36", "#081d28"];
const SKY = ["#0a1522", "#0e1e2d", "#132a3a", "#1a3847", "#234755"];

function rock(c: k.Context) {
  k.shape(
    c,
    "M880 900 L930 760 L990 700 L1060 690 L1130 640 L1280 632 L1340 690 L1440 720 L1500 820 L1560 900 Z",
    "#0b141c",
  );
  k.shape(c, "M1130 640 L1280 632 L1340 690 L1240 700 L1190 760 L1150 700 Z", "#1a2833");
}

const flash = (t: number) => (t % 5 > 3 && t % 5 < 3.14) || (t % 5 > 3.24 && t % 5 < 3.34);

/** The tower from the water while the storm comes in. */
function tower(c: k.Context, t: number) {
  k.bands(c, 0, 620, flash(t) ? SKY.map((s) => k.mix(s, "#9fc4cc", 0.55)) : SKY, 20);
  k.clouds(c, 3, 12, t * 40, "#0c1a27", { top: 40, bottom: 230, size: 520 });
  if (flash(t)) k.bolt(c, 420, 60, 300, 600, 4, "#e9fbff");
  k.beam(c, 1205, 262, t * 1.15 + 0.5, "#ffe3a03a");
  k.sea(c, t, 590, SEA.slice(0, 2), { height: 40, speed: 0.3, bottom: 900 });
  rock(c);
  k.lighthouse(c, 1205, 645, 410, "#d9d2c0", "#a8432f", "#ffdf8c");
  k.glow(c, 1205, 280, 120, "#ffdf8c", 0.5);
  k.sea(c, t, 740, SEA.slice(2), { height: 70, length: 420, speed: 0.34 });
  k.rain(c, t, { color: "#9cc3cc66", n: 46, slant: -0.5 });
}

/** The stair inside, and the keeper who climbs it. */
function stairs(c: k.Context, t: number, p: number) {
  k.fill(c, "#152029");
  const climb = p * 300;
  // The wall of the shaft, its courses of stone sinking as he climbs.
  for (let i = 0; i < 12; i++) {
    const y = ((i * 110 + climb) % 1320) - 200;
    for (let s = 0; s < 7; s++)
      k.rect(c, 270 + s * 180 + (i % 2) * 80, y, 170, 100, s % 3 ? "#1b2832" : "#1f2e39", 8);
  }
  const at = (x: number) => 900 - ((x - 260) / 1080) * 420;
  for (let s = 0; s < 12; s++) {
    const x = 260 + s * 90;
    k.rect(c, x, at(x) - 20, 96, 700, s % 2 ? "#33454f" : "#2d3d48");
    k.rect(c, x, at(x) - 20, 96, 9, "#5a7280");
  }
  k.poly(
    c,
    [
      [0, 0],
      [260, 0],
      [260, 900],
      [0, 900],
    ],
    "#0b1218",
  );
  k.poly(
    c,
    [
      [1340, 0],
      [1600, 0],
      [1600, 900],
      [1340, 900],
    ],
    "#0b1218",
  );
  const x = 420 + p * 700;
  const y = at(x) - 16 + Math.sin(t * 7) * 3;
  k.glow(c, x + 80, y - 150, 520, "#ffc766", 0.5, 9);
  k.person(
    c,
    x,
    y,
    300,
    {
      top: "#c98a22",
      cut: "coat",
      legs: "#1c2530",
      hat: "brim",
      hatColor: "#c98a22",
      skin: "#c99a78",
      hair: "#d8d8d8",
    },
    { ...k.poses.walk(t * 0.9), armNear: [0.9, 1.3] },
  );
  k.rect(c, x + 72, y - 168, 22, 34, "#ffeab0", 4);
  k.trace(c, `M${x + 72} ${y - 168} q11 -20 22 0`, "#20242e", 4);
}

/** The lamp itself, turning, seen from the gallery; morning arrives. */
function lens(c: k.Context, t: number, p: number) {
  const dawn = k.smooth(0.35, 1, p);
  k.bands(c, 0, 900, k.palette(SKY, ["#35506b", "#6d6f86", "#b98a86", "#eab183", "#fbd79a"], dawn), 30);
  k.clouds(c, 8, 6, t * 25, k.mix("#0c1a27", "#d99a84", dawn), { top: 60, bottom: 300, size: 420 });
  k.sea(c, t, 640, k.palette(SEA, ["#8d8a91", "#6f7f8d", "#557386", "#3d5f75", "#294c63"], dawn), {
    height: 22,
    speed: 0.18,
  });
  k.beam(c, 1060, 400, t * 1.15, dawn > 0.6 ? "#fff2c018" : "#ffe3a044", 1800);
  k.rect(c, 840, 120, 440, 30, "#11161d");
  k.rect(c, 840, 690, 440, 40, "#11161d");
  for (const x of [850, 980, 1124, 1252]) k.rect(c, x, 140, 18, 560, "#11161d");
  for (let i = 0; i < 9; i++) {
    const w = 150 * Math.abs(Math.cos(t * 1.15 + i * 0.35));
    k.ring(c, 1060, 420, 30 + i * 17, i % 2 ? "#ffe9b0" : "#e0a94e", 5 + w / 30);
  }
  k.disc(c, 1060, 420, 34 + 4 * Math.sin(t * 6), "#fffbe8");
  k.rect(c, 820, 730, 480, 170, "#1a2029");
  k.person(
    c,
    690,
    905,
    470,
    {
      top: "#c98a22",
      cut: "coat",
      legs: "#1c2530",
      hat: "brim",
      hatColor: "#c98a22",
      skin: "#c99a78",
      hair: "#d8d8d8",
    },
    { ...k.poses.stand(t), armNear: [0.9, 1.6], head: -0.1 },
  );
  k.flock(c, 250 + t * 40, 240, 5, 46, k.mix("#0c1a27", "#3b3344", dawn), t);
}

function title(c: k.Context, t: number) {
  tower(c, t + 20);
  k.rect(c, -10, -10, 1700, 1000, "#06101aa8");
  k.letter(c, "THE LAST KEEPER", 130, 470, {
    font: "Playfair Display",
    weight: 900,
    size: 108,
    color: "#f5e6c4",
    align: "left",
    tracking: 4,
  });
  k.rect(c, 136, 510, 420 * k.easeOut(t / 2), 5, "#d9542f");
}

export const theLastKeeper: Film = {
  slug: "the-last-keeper",
  height: 1080,
  shots: [
    { seconds: 8, draw: tower, fadeFrom: "#000000" },
    { seconds: 6, draw: stairs },
    { seconds: 8, draw: lens },
    { seconds: 3, draw: title, fadeTo: "#000000" },
  ],
  score: theLastKeeperScore,
};
