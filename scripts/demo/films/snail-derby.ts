import type { Film } from "../film";
import * as k from "../kit";
import { snailDerbyScore } from "../scores/snail-derby";

const RACERS = [
  { body: "#f2c078", shell: "#e4572e", swirl: "#ffd9a0", n: "7" },
  { body: "#c9d6a3", shell: "#3d7dca", swirl: "#bfe0ff", n: "3" },
  { body: "#f0b7b0", shell: "#8a4fb5", swirl: "#e6c9ff", n: "12" },
] as const;

function racer(
  c: k.Context,
  i: number,
  x: number,
  y: number,
  s: number,
  t: number,
  mood: "calm" | "shocked" = "calm",
) {
  const r = RACERS[i] ?? RACERS[0];
  k.snail(c, x, y, s, r.body, r.shell, r.swirl, t + i * 0.4, {
    mood,
    number: () => {
      k.disc(c, -10, -38, 17, "#ffffff");
      k.letter(c, r.n, -10, -30, { font: "Bebas Neue", size: 24, color: "#222222" });
    },
  });
}

/** The track between the lettuces, with a full grandstand of ladybirds. */
function track(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 430, ["#8fdcf5", "#b7eaf2", "#e4f7e4"]);
  k.sun(c, 1400, 120, 80, "#ffe45c", { color: "#fff6b8", n: 12, turn: t * 0.1, length: 190 });
  k.rect(c, 0, 250, 1600, 190, "#d98f4e");
  for (let row = 0; row < 3; row++)
    for (let i = 0; i < 22; i++) {
      const y = 282 + row * 56 - Math.abs(k.sway(t, 0.7 + k.hash(2, i) * 0.4, k.hash(i, row))) * 14;
      k.disc(c, 40 + i * 75 + row * 30, y, 24, ["#e5322d", "#f2b632", "#e5322d"][(i + row) % 3] ?? "#e5322d");
      k.disc(c, 40 + i * 75 + row * 30, y - 20, 12, "#1b1b1b");
      k.disc(c, 32 + i * 75 + row * 30, y + 2, 5, "#1b1b1b");
      k.disc(c, 50 + i * 75 + row * 30, y + 4, 5, "#1b1b1b");
    }
  k.rect(c, 0, 430, 1600, 500, "#7ec850");
  for (let lane = 0; lane < 3; lane++) {
    k.rect(c, 0, 480 + lane * 140, 1600, 124, lane % 2 ? "#c99b62" : "#d3a66c");
    racer(
      c,
      lane,
      k.lerp(180, [760, 980, 660][lane] ?? 700, p) + k.sway(t, 1.6, lane * 0.3) * 14,
      590 + lane * 140,
      190,
      t,
    );
  }
  for (let i = 0; i < 6; i++)
    for (let q = 0; q < 2; q++) k.rect(c, 1400 + q * 34, 480 + i * 70, 34, 35, "#ffffff");
  for (let i = 0; i < 6; i++)
    for (let q = 0; q < 2; q++)
      k.rect(c, 1400 + (1 - q) * 34, 515 + i * 70, 34, 35, q ? "#222222" : "#222222");
  for (let i = 0; i < 7; i++)
    k.tree(c, i * 270 - 40, 960, 190, "#5b8f3a", ["#3f8f3a", "#63b34a", "#8fd06a"], i, t);
}

/** A salt shaker falls. Time, already slow, stops. */
function danger(c: k.Context, t: number, p: number) {
  k.fill(c, "#fbe36b");
  k.sun(c, 800, 450, 10, "#fbe36b", { color: "#f7d23a", n: 18, turn: t * 0.1, length: 1400 });
  for (let i = 0; i < 3; i++) racer(c, i, 300 + i * 480, 820, 330, t, "shocked");
  k.at(c, 800, k.lerp(-260, 330, k.easeIn(p * 1.3)), { turn: 0.4 + p * 1.2 }, () => {
    k.rect(c, -90, -130, 180, 280, "#eef6f9", 30);
    k.rect(c, -96, -190, 192, 80, "#b6c2c9", 30);
    for (let i = 0; i < 3; i++) k.disc(c, -40 + i * 40, -160, 9, "#66757d");
    k.letter(c, "S", 0, 70, { font: "Abril Fatface", size: 170, color: "#3d7dca" });
  });
  k.snow(c, t, { n: 40, size: 7, speed: 260, wind: 60 });
  k.rect(c, -10, 820, 1700, 100, "#c99b62");
}

/** Photo finish: the two leaders stop to look at a flower; the third goes by. */
function finish(c: k.Context, t: number, p: number) {
  k.fill(c, "#b7eaf2");
  k.rect(c, 0, 560, 1600, 400, "#7ec850");
  k.rect(c, 0, 620, 1600, 200, "#d3a66c");
  for (let i = 0; i < 8; i++) k.rect(c, 1130 + (i % 2) * 44, 620 + i * 25, 44, 25, "#222222");
  k.trace(c, "M610 620 C600 520 620 460 600 380", "#3f8f3a", 16);
  k.flower(c, 600, 350, 120, "#ff7eb6", "#ffd23f", 0.8 + 0.2 * k.sway(t, 3), 9, t * 0.1);
  racer(c, 0, 360, 720, 250, t * 0.3);
  racer(c, 1, 800, 730, 250, t * 0.3);
  racer(c, 2, k.lerp(60, 1330, k.smooth(0.05, 0.8, p)), 810, 290, t * 1.4);
  if (p > 0.7) {
    k.drift(c, t, {
      n: 40,
      colors: ["#e4572e", "#3d7dca", "#8a4fb5", "#ffd23f"],
      fall: 210,
      wind: 30,
      size: 16,
    });
    k.letter(c, "SNAIL DERBY", 800, 220, {
      font: "Shrikhand",
      size: 170 * k.spring((p - 0.7) * 4),
      color: "#8a4fb5",
    });
  }
}

export const snailDerby: Film = {
  slug: "snail-derby",
  height: 480,
  crf: 2,
  shots: [
    { seconds: 9, draw: track, fadeFrom: "#ffffff" },
    { seconds: 5, draw: danger },
    { seconds: 8, draw: finish, fadeTo: "#ffffff" },
  ],
  score: snailDerbyScore,
};
