import type { Film } from "../film";
import * as k from "../kit";
import { medusaWaltzScore } from "../scores/medusa-waltz";

function curtain(c: k.Context, open: number, t: number) {
  for (const side of [-1, 1]) {
    for (let i = 0; i < 9; i++) {
      const w = 98 * (1 - open * 0.72);
      const x = side < 0 ? i * w : 1600 - (i + 1) * w;
      k.rect(c, x, -10, w + 1, 800 + k.sway(t, 3, i * 0.13) * 6, i % 2 ? "#a3152f" : "#c01f3c");
      k.rect(c, x + w * 0.1, -10, w * 0.18, 800, "#7d0d22");
    }
  }
  for (let i = 0; i < 11; i++) k.disc(c, i * 160, 10, 104, i % 2 ? "#8f1029" : "#a3152f", 130);
  k.rect(c, 0, -10, 1600, 26, "#e8b75a");
}

function hall(c: k.Context, heads: number) {
  k.rect(c, 0, 790, 1600, 140, "#5a2418");
  k.rect(c, 0, 790, 1600, 12, "#e8b75a");
  for (let i = 0; i < heads; i++) {
    const x = 60 + i * 118;
    const y = 880 + (i % 2) * 24;
    k.disc(c, x, y - 52, 30, "#180710", 34);
    k.disc(c, x, y + 30, 62, "#180710", 66);
    if (i % 3 === 0) k.disc(c, x, y - 92, 18, "#180710");
  }
}

const PINK = ["#ff9ecb", "#ffd0e6", "#fff0f7"] as const;

function stage(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 800, ["#241035", "#37164a", "#552062", "#7a2c74"], 10);
  k.poly(
    c,
    [
      [560, -20],
      [1040, -20],
      [1340, 800],
      [260, 800],
    ],
    "#ffe3f122",
  );
  k.disc(c, 800, 770, 520, "#ffe3f133", 44);
  for (let i = 0; i < 6; i++) {
    const a = t * 0.7 + (i / 6) * k.TAU;
    const depth = 0.75 + 0.25 * Math.sin(a);
    k.jellyfish(
      c,
      800 + Math.cos(a) * 420,
      330 + Math.sin(a) * 70,
      120 * depth,
      i % 2 ? "#f06aa8" : "#c65bd0",
      "#ffd0e6",
      t + i * 0.3,
      { length: 17 },
    );
  }
  k.jellyfish(c, 800 + k.sway(t, 6) * 60, 330, 250, PINK[0], PINK[1], t, {
    arms: 11,
    length: 17,
    glowing: PINK[2],
  });
  curtain(c, k.smooth(0.02, 0.4, p), t);
  hall(c, 14);
}

/** Two dancers against white, arms woven. */
function pair(c: k.Context, t: number) {
  k.fill(c, "#fbeef0");
  k.disc(c, 800, 450, 380, "#f9d5df");
  k.disc(c, 800, 450, 290, "#f7c0d0");
  const a = t * 0.6;
  for (const side of [0, Math.PI]) {
    const x = 800 + Math.cos(a + side) * 230;
    const y = 320 + Math.sin(a + side) * 60;
    k.jellyfish(c, x, y, 280, side ? "#3a1d5c" : "#d6336c", side ? "#8457c9" : "#f28ab2", t + side * 0.35, {
      arms: 9,
      length: 19,
      glowing: side ? "#b18cf0" : "#ffd0e6",
    });
  }
  for (let i = 0; i < 5; i++)
    k.trace(c, `M${140 + i * 330} 900 q${k.sway(t, 5, i * 0.2) * 60} -90 ${20 + i * 6} -200`, "#e6a9bb", 10);
}

/** Corps de ballet from above: flowers that open in counts of three. */
function kaleidoscope(c: k.Context, t: number) {
  k.fill(c, "#1c0c3a");
  const beat = k.wrap(t * 1.0, 3);
  for (let circle = 3; circle > 0; circle--) {
    const n = 6 + circle * 4;
    for (let i = 0; i < n; i++) {
      const a = (i / n) * k.TAU + t * 0.22 * (circle % 2 ? 1 : -1);
      const r = circle * 150 + 30 * Math.sin(t * 2.1 + circle);
      const open = 0.65 + 0.35 * Math.sin(t * 2.1 + circle * 0.9);
      k.flower(
        c,
        800 + Math.cos(a) * r * 1.25,
        450 + Math.sin(a) * r * 0.92,
        62,
        ["#ff9ecb", "#c65bd0", "#6ad0e8"][circle - 1] ?? "#ff9ecb",
        "#fff0f7",
        open,
        8,
        a + t,
      );
    }
  }
  k.flower(c, 800, 450, 130 + beat * 5, "#fff0f7", "#ff9ecb", 1, 10, -t * 0.4);
}

function bow(c: k.Context, t: number) {
  stage(c, t + 12, 0.42 - k.smooth(0.6, 3.4, t) * 0.4);
  k.drift(c, t, { n: 26, colors: ["#ff9ecb", "#e8305f", "#fff0f7"], fall: 190, wind: 20, size: 16 });
  if (t > 1.4)
    k.letter(c, "Medusa Waltz", 800, 440, {
      font: "Abril Fatface",
      size: 170 * k.spring((t - 1.4) / 1.2),
      color: "#ffe9c4",
    });
}

export const medusaWaltz: Film = {
  slug: "medusa-waltz",
  height: 480,
  crf: 3,
  shots: [
    { seconds: 7, draw: stage, fadeFrom: "#000000" },
    { seconds: 7, draw: pair },
    { seconds: 6, draw: kaleidoscope },
    { seconds: 4, draw: bow, fadeTo: "#000000" },
  ],
  score: medusaWaltzScore,
};
