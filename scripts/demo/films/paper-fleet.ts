import type { Film } from "../film";
import * as k from "../kit";
import { paperFleetScore } from "../scores/paper-fleet";

const FLEET = [
  ["#ffffff", "#d6dbe6"],
  ["#f7d154", "#d6a92e"],
  ["#e8543f", "#b93a2b"],
  ["#4aa3df", "#2c7bb3"],
  ["#7ac36a", "#55994a"],
] as const;

/** Along the gutter: kerb above, water below, boots walking past. */
function gutter(c: k.Context, t: number, p: number) {
  k.fill(c, "#f3d9b1");
  const go = t * 150;
  k.rect(c, 0, 0, 1600, 470, "#e9c894");
  for (let i = -1; i < 8; i++)
    k.rect(c, i * 260 - k.wrap(go * 0.5, 260), 40, 246, 380, i % 2 ? "#efd3a4" : "#ecce9c", 10);
  k.rect(c, 0, 430, 1600, 110, "#b98f63");
  for (let i = -1; i < 6; i++) k.rect(c, i * 340 - k.wrap(go * 0.5, 340), 430, 10, 110, "#a27a51");
  for (const [i, color] of ["#f2b632", "#d94b3d", "#3b7f6b"].entries()) {
    const x = k.wrap(i * 700 + t * (120 + i * 30), 2300) - 300;
    k.person(
      c,
      x,
      436,
      560,
      { top: color, legs: color, shoes: "#2a2a33", cut: "coat", hat: "cone", hatColor: color },
      k.poses.walk(t * 0.75 + i * 0.3),
    );
  }
  k.sea(c, t, 560, ["#3aa6a0", "#2b918f", "#1f7b80"], { height: 22, length: 300, speed: 0.5 });
  for (const [i, [light, dark]] of FLEET.entries()) {
    const x = k.lerp(-260, 1500, p * 0.8) - i * 250 + 420 + k.sway(t, 4, i * 0.2) * 26;
    k.paperBoat(
      c,
      x,
      640 + (i % 2) * 80 + k.sway(t, 1.4, i * 0.27) * 12,
      180,
      light,
      dark,
      k.sway(t, 1.8, i * 0.3) * 0.12,
    );
  }
  k.ripples(c, 3, 12, t, 600, 880, "#bfeae4");
}

/** Straight down into a whirl round the drain. */
function drain(c: k.Context, t: number, p: number) {
  k.fill(c, "#2b918f");
  for (let i = 9; i > 0; i--) {
    c.save();
    c.translate(800, 450);
    c.rotate(t * (1.6 - i * 0.12) + i);
    c.scale(1, 0.86);
    k.disc(c, 14, 0, i * 88, ["#2f9c98", "#268a8a", "#35a8a2"][i % 3] ?? "#2f9c98");
    k.ring(c, 14, 0, i * 88, "#8ad3cb", 5, 0, 2.1);
    c.restore();
  }
  k.disc(c, 800, 450, 96, "#123f47");
  for (let i = -3; i < 4; i++)
    k.rect(
      c,
      790 + i * 26,
      450 - Math.sqrt(Math.max(0, 8100 - (i * 26) ** 2)),
      10,
      2 * Math.sqrt(Math.max(0, 8100 - (i * 26) ** 2)),
      "#0b2a30",
    );
  for (const [i, [light, dark]] of FLEET.entries()) {
    const saved = i === 2 ? k.smooth(0.45, 0.9, p) : 0;
    const r = k.lerp(520 - p * 260 + i * 12, 900, saved);
    const a = t * (0.9 + 0.4 * p) + (i / 5) * k.TAU;
    k.paperBoat(c, 800 + Math.cos(a) * r, 450 + Math.sin(a) * r * 0.8, 170, light, dark, a + 1.57);
  }
}

/** Out of the pipe and into the great pond at evening. */
function pond(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 460, ["#f7b267", "#f79d65", "#f4845f", "#f27059"], 10);
  k.disc(c, 1120, 430, 140, "#fff0c2");
  k.skyline(c, { seed: 5, y: 450, height: 210, width: 110, color: "#b3493f", shift: 20 });
  k.rect(c, 0, 450, 1600, 500, "#e8735a");
  k.sea(c, t, 470, ["#d9604f", "#c44f4b", "#a84049", "#8a3347"], { height: 10, length: 420, speed: 0.12 });
  k.glitter(c, t, 1120, 470, 800, "#ffe3b0", 220);
  for (const [i, [light, dark]] of FLEET.entries()) {
    const far = 1 - i * 0.16;
    k.paperBoat(
      c,
      180 + i * 250 + p * 200 * far,
      640 + i * 36 + k.sway(t, 2, i * 0.2) * 6,
      210 - i * 14,
      light,
      dark,
      k.sway(t, 2.4, i * 0.2) * 0.06,
    );
  }
  if (p > 0.4)
    k.letter(c, "Paper Fleet", 800, 230, {
      font: "Shrikhand",
      size: 150 * k.spring(k.smooth(0.4, 0.75, p)),
      color: "#fff4dc",
    });
}

export const paperFleet: Film = {
  slug: "paper-fleet",
  height: 480,
  crf: 2,
  shots: [
    { seconds: 9, draw: gutter, fadeFrom: "#f3d9b1" },
    { seconds: 7, draw: drain },
    { seconds: 8, draw: pond, fadeTo: "#5a1f2e" },
  ],
  score: paperFleetScore,
};
