import type { Film } from "../film";
import * as k from "../kit";
import { signalAtStationKiloScore } from "../scores/signal-at-station-kilo";

const G = "#63e6a4";
const DIM = "#1f5a41";
const BACK = "#07140f";

function trace(
  c: k.Context,
  t: number,
  y: number,
  amp: number,
  seed: number,
  color = G,
  width = 5,
  x0 = 0,
  x1 = 1600,
) {
  const points: k.Point[] = [];
  for (let x = x0; x <= x1; x += 10) {
    const burst = Math.max(0, Math.sin(x / 190 - t * 2.2 + seed)) ** 3;
    points.push([
      x,
      y + Math.sin(x / 17 + t * 9 + seed) * amp * burst + (k.noise(seed, x / 30 + t * 8) - 0.5) * amp * 0.2,
    ]);
  }
  k.stroke(c, points, color, width);
}

/** The hut on the ice under the aurora, mast blinking. */
function hut(c: k.Context, t: number) {
  k.fill(c, "#050b16");
  k.stars(c, 6, 70, t, { bottom: 500, color: "#cfe8ff" });
  for (let b = 0; b < 3; b++) {
    const points: k.Point[] = [];
    const low: k.Point[] = [];
    for (let x = -40; x <= 1640; x += 40) {
      const y = 170 + b * 70 + 70 * Math.sin(x / 260 + t * 0.4 + b) + 30 * Math.sin(x / 90 - t * 0.7);
      points.push([x, y]);
      low.unshift([x, y + 120 + 40 * Math.sin(x / 70 + t)]);
    }
    c.globalAlpha = 0.32;
    k.poly(c, [...points, ...low], [G, "#4fd3c4", "#7a6be0"][b] ?? G);
    c.globalAlpha = 1;
  }
  k.hills(c, { seed: 4, y: 640, height: 130, length: 700, color: "#1b3140", detail: 2 });
  k.stroke(
    c,
    [
      [1090, 700],
      [1140, 170],
      [1190, 700],
    ],
    "#0b1a22",
    9,
  );
  for (let i = 0; i < 7; i++)
    k.stroke(
      c,
      [
        [1096 + i * 6, 640 - i * 70],
        [1184 - i * 6, 640 - i * 70],
        [1102 + i * 6, 570 - i * 70],
      ],
      "#0b1a22",
      4,
    );
  if (t % 1.6 < 0.5) k.glow(c, 1140, 166, 120, "#ff4b3e", 0.9, 6);
  k.disc(c, 1140, 166, 9, "#ff4b3e");
  k.rect(c, 560, 580, 380, 140, "#0e1d26");
  k.poly(
    c,
    [
      [530, 590],
      [620, 510],
      [900, 510],
      [970, 590],
    ],
    "#dcebf2",
  );
  k.rect(c, 640, 620, 80, 50, "#ffd27a");
  k.rect(c, 800, 620, 70, 100, "#091319");
  k.rect(c, -10, 712, 1700, 220, "#c3d8e2");
  k.hills(c, { seed: 14, y: 800, height: 40, length: 500, color: "#a9c3d0", detail: 2 });
  k.snow(c, t, { n: 46, wind: -190, speed: 60, size: 5 });
}

/** The operator, from behind, and five screens of night. */
function operator(c: k.Context, t: number, p: number) {
  k.fill(c, BACK);
  for (let i = 0; i < 5; i++) {
    const x = 80 + i * 300;
    k.rect(c, x, 120, 250, 210, "#12261d", 18);
    k.rect(c, x + 16, 136, 218, 178, "#05100b", 10);
    c.save();
    c.beginPath();
    c.rect(x + 16, 136, 218, 178);
    c.clip();
    if (i === 2) {
      const a = t * 1.7;
      for (const r of [30, 60, 86]) k.ring(c, x + 125, 225, r, DIM, 3);
      k.poly(
        c,
        [
          [x + 125, 225],
          [x + 125 + Math.cos(a) * 120, 225 + Math.sin(a) * 120],
          [x + 125 + Math.cos(a - 0.4) * 120, 225 + Math.sin(a - 0.4) * 120],
        ],
        "#63e6a455",
      );
      if (p > 0.4) k.disc(c, x + 168, 190, 9 + 5 * k.sway(t, 0.5), "#ff4b3e");
    } else trace(c, t + i, 225, 60, i * 3, G, 4, x + 16, x + 236);
    c.restore();
  }
  k.rect(c, 0, 560, 1600, 360, "#0d1f17");
  for (let i = 0; i < 22; i++) {
    k.disc(c, 60 + i * 72, 610, 16, "#1f3a2c");
    k.disc(c, 60 + i * 72, 700, 9, k.noise(i, t * 3) > 0.6 ? "#ffd27a" : "#33402a");
  }
  k.shape(c, "M520 920 C530 700 640 640 720 620 L880 620 C960 640 1070 700 1080 920 Z", "#030806");
  k.disc(c, 800, 500, 120, "#030806", 140);
  k.ring(c, 800, 500, 140, "#1f3a2c", 20, Math.PI, k.TAU);
  k.rect(c, 640, 470, 46, 110, "#1f3a2c", 20);
  k.rect(c, 914, 470, 46, 110, "#1f3a2c", 20);
}

/** The tape answers in Morse, and it spells the operator's own name. */
function tape(c: k.Context, t: number, p: number) {
  k.fill(c, "#123024");
  for (const x of [380, 1220]) {
    k.disc(c, x, 300, 210, "#0a1c14");
    k.ring(c, x, 300, 150, "#2c5a44", 70);
    for (let i = 0; i < 3; i++)
      k.disc(
        c,
        x + Math.cos(t * 2.4 + i * 2.09) * 60,
        300 + Math.sin(t * 2.4 + i * 2.09) * 60,
        26,
        "#123024",
      );
  }
  k.trace(c, "M380 512 L800 620 L1220 512", "#2c5a44", 8);
  k.rect(c, 0, 660, 1600, 120, "#f3ead0");
  const code = ". --- -. .- ... / -.-- --- ..- / .- .-. . / .... . .-. . / ";
  let x = 1500 - t * 260;
  for (const mark of code.repeat(2)) {
    const w = mark === "-" ? 54 : mark === "." ? 18 : mark === "/" ? 60 : 26;
    if (mark === "." || mark === "-") k.rect(c, x, 708, w, 24, "#14201a", 8);
    x += w + 16;
  }
  k.rect(c, 760, 630, 80, 180, "#0a1c14", 10);
  k.disc(c, 800, 640, 14, t % 0.4 < 0.2 ? "#ff4b3e" : "#4a1512");
  const words = "JONAS  YOU ARE HERE";
  k.letter(c, words.slice(0, Math.floor(p * 1.35 * words.length)), 800, 870, {
    font: "Special Elite",
    size: 64,
    color: G,
  });
}

function title(c: k.Context, t: number) {
  k.fill(c, BACK);
  for (let i = 0; i < 12; i++) k.rect(c, 0, i * 76, 1600, 2, "#0e2a1e");
  for (let i = 0; i < 22; i++) k.rect(c, i * 76, 0, 2, 900, "#0e2a1e");
  trace(c, t, 450, 240 * Math.exp(-t * 0.7), 1, G, 6);
  k.letter(c, "SIGNAL AT STATION KILO", 800, 480, {
    font: "Special Elite",
    size: 104,
    color: k.fade(G, k.smooth(0.8, 2, t)),
    tracking: 4,
  });
}

export const signalAtStationKilo: Film = {
  slug: "signal-at-station-kilo",
  height: 480,
  shots: [
    { seconds: 7, draw: hut, fadeFrom: "#000000" },
    { seconds: 6, draw: operator },
    { seconds: 6.5, draw: tape },
    { seconds: 3.5, draw: title, fadeTo: "#000000" },
  ],
  score: signalAtStationKiloScore,
};
