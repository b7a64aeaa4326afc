import type { Film } from "../film";
import * as k from "../kit";
import { orbitLaundryScore } from "../scores/orbit-laundry";

const SUIT: k.Look = {
  top: "#ff8a3d",
  legs: "#ff8a3d",
  shoes: "#3a2a55",
  hat: "helmet",
  hatColor: "#fff4e6",
  skin: "#8a5a3c",
  trim: "#ff8a3d",
};

function sock(c: k.Context, x: number, y: number, s: number, color: string, turn: number) {
  k.at(c, x, y, { scale: s, turn }, () => {
    k.shape(
      c,
      "M-20 -60 L20 -60 L20 10 C22 24 60 24 62 44 C60 60 20 62 -4 56 C-22 50 -20 30 -20 10 Z",
      color,
    );
    k.rect(c, -20, -60, 40, 16, "#ffffff");
    k.rect(c, -20, -34, 40, 10, "#ffffff88");
  });
}

function shirt(c: k.Context, x: number, y: number, s: number, color: string, turn: number) {
  k.at(c, x, y, { scale: s, turn }, () =>
    k.shape(c, "M-30 -50 L30 -50 L74 -20 L56 10 L38 0 L38 64 L-38 64 L-38 0 L-56 10 L-74 -20 Z", color),
  );
}

const CLOTHES = ["#ff5d8f", "#ffd23f", "#4cc9f0", "#7ae582", "#b388ff"];

/** The satellite itself: a ring of round windows, each with a wash in it. */
function station(c: k.Context, t: number) {
  k.fill(c, "#2b1a4f");
  k.stars(c, 4, 60, t, { bottom: 900, color: "#ffe6ff" });
  k.disc(c, 1350, 980, 560, "#4cc9a0");
  for (let i = 0; i < 6; i++) k.disc(c, 1150 + i * 90, 640 + (i % 3) * 90, 60 + (i % 2) * 40, "#3aa886", 26);
  c.save();
  c.translate(690, 430);
  c.rotate(0.12 + k.sway(t, 12) * 0.06);
  k.rect(c, -640, -30, 240, 60, "#22406b");
  k.rect(c, 400, -30, 240, 60, "#22406b");
  for (let i = 0; i < 6; i++)
    for (const x of [-640, 400]) k.rect(c, x + i * 40, -110, 34, 220, i % 2 ? "#3b6fb3" : "#3261a0");
  k.disc(c, 0, 0, 330, "#f3e9f7");
  k.disc(c, 0, 0, 296, "#d9c9e6");
  k.letter(c, "ORBIT LAUNDRY", 0, -246, { font: "Bungee", size: 42, color: "#7b2ff7" });
  for (let i = 0; i < 6; i++) {
    const a = (i / 6) * k.TAU + 0.5;
    washer(c, Math.cos(a) * 170, Math.sin(a) * 170, 78, t, i);
  }
  washer(c, 0, 0, 76, t * 1.4, 9);
  c.restore();
  for (let i = 0; i < 5; i++)
    sock(
      c,
      k.wrap(200 + i * 330 + t * 30, 1900) - 150,
      110 + (i % 3) * 300,
      0.6,
      CLOTHES[i] ?? "#ff5d8f",
      t * 0.7 + i,
    );
}

function washer(c: k.Context, x: number, y: number, r: number, t: number, seed: number) {
  k.disc(c, x, y, r, "#ffffff");
  k.disc(c, x, y, r * 0.84, "#9fe3f5");
  k.clipped(
    c,
    () => c.arc(x, y, r * 0.84, 0, k.TAU),
    () => {
      for (let i = 0; i < 4; i++) {
        const a = t * 3 + i * 1.6 + seed;
        k.disc(
          c,
          x + Math.cos(a) * r * 0.42,
          y + Math.sin(a) * r * 0.42,
          r * 0.36,
          CLOTHES[(i + seed) % 5] ?? "#ff5d8f",
          r * 0.22,
          a,
        );
      }
      k.disc(c, x, y + r * 0.95, r, "#ffffff88", r * 0.4);
    },
  );
  k.ring(c, x, y, r * 0.92, "#b9a6cc", r * 0.12);
}

/** Inside, weightless: everything floats, including the customers. */
function inside(c: k.Context, t: number) {
  k.fill(c, "#ffd9e8");
  for (let i = 0; i < 8; i++) k.rect(c, i * 210, 0, 100, 900, "#ffcfe1");
  for (let i = 0; i < 4; i++) {
    k.rect(c, 60 + i * 390, 440, 320, 380, "#f7f2ff", 26);
    k.rect(c, 60 + i * 390, 440, 320, 70, "#7b2ff7", 26);
    k.disc(c, 340 + i * 390, 476, 14, i % 2 ? "#ffd23f" : "#7ae582");
    washer(c, 220 + i * 390, 660, 130, t * (1 + i * 0.2), i);
  }
  for (let i = 0; i < 10; i++) {
    const x = k.wrap(i * 190 + t * 46 * (i % 2 ? 1 : -0.7), 1800) - 100;
    const y = 90 + (i % 4) * 90 + k.sway(t, 4, i * 0.2) * 30;
    if (i % 2) sock(c, x, y, 0.9, CLOTHES[i % 5] ?? "#ff5d8f", t + i);
    else shirt(c, x, y, 0.9, CLOTHES[(i + 2) % 5] ?? "#ff5d8f", Math.sin(t + i) * 0.6);
  }
  k.at(c, 720 + k.sway(t, 7) * 120, 330 + k.sway(t, 5) * 40, { turn: k.sway(t, 6) * 0.5 + 0.3 }, () =>
    k.person(c, 0, 140, 330, SUIT, {
      armNear: [2.2, 2.6],
      armFar: [-1.8, -2.2],
      legNear: [0.4, -0.2],
      legFar: [-0.5, -0.9],
    }),
  );
  k.rise(c, t, { n: 26, color: "#ffffff", hollow: true, size: 18, speed: 70 });
}

/** The lost sock goes down with a parachute of bubbles. */
function falling(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 900, ["#4cc9f0", "#6fd6f2", "#9fe3f5", "#d6f5fa"], 14);
  k.clouds(c, 5, 9, t * 30, "#ffffff", { top: 120 + (1 - p) * 600, bottom: 860, size: 380 });
  k.at(c, 800 + k.sway(t, 3) * 60, k.lerp(120, 560, p), { turn: k.sway(t, 3, 0.2) * 0.3 }, () => {
    for (const dx of [-120, -40, 40, 120])
      k.stroke(
        c,
        [
          [dx, -150],
          [0, 0],
        ],
        "#ffffff",
        4,
      );
    k.shape(
      c,
      "M-190 -150 C-180 -330 180 -330 190 -150 C130 -190 110 -190 64 -150 C30 -190 -30 -190 -64 -150 C-110 -190 -130 -190 -190 -150 Z",
      "#ff8a3d",
    );
    sock(c, 0, 70, 1.4, "#ff5d8f", 0.1);
  });
  if (p > 0.5)
    k.letter(c, "ORBIT LAUNDRY", 800, 830, {
      font: "Bungee",
      size: 110 * k.spring((p - 0.5) * 3.4),
      color: "#7b2ff7",
    });
}

export const orbitLaundry: Film = {
  slug: "orbit-laundry",
  height: 480,
  crf: 2,
  shots: [
    { seconds: 8, draw: station, fadeFrom: "#2b1a4f" },
    { seconds: 8, draw: inside },
    { seconds: 7, draw: falling, fadeTo: "#ffffff" },
  ],
  score: orbitLaundryScore,
};
