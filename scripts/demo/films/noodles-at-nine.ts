import type { Film } from "../film";
import * as k from "../kit";
import { noodlesAtNineScore } from "../scores/noodles-at-nine";

const MAI: k.Look = {
  top: "#f6efe2",
  cut: "dress",
  legs: "#f6efe2",
  skin: "#e0ab83",
  hair: "#1b1216",
  hairstyle: "long",
  hat: "cone",
  hatColor: "#ecd9a6",
};
const AN: k.Look = { top: "#2a6f97", cut: "plain", legs: "#26283a", skin: "#c98f66", hair: "#1b1216" };

function stall(c: k.Context, t: number, x = 900, y = 770) {
  k.rect(c, x - 330, y - 420, 30, 420, "#5a2f22");
  k.rect(c, x + 300, y - 420, 30, 420, "#5a2f22");
  for (let i = 0; i < 8; i++)
    k.poly(
      c,
      [
        [x - 380 + i * 95, y - 420],
        [x - 285 + i * 95, y - 420],
        [x - 292 + i * 95, y - 330],
        [x - 373 + i * 95, y - 330],
      ],
      i % 2 ? "#e8452f" : "#fbe3b4",
    );
  k.rect(c, x - 380, y - 450, 760, 36, "#a52a20", 8);
  k.rect(c, x - 310, y - 190, 620, 190, "#2f7f73");
  k.rect(c, x - 310, y - 200, 620, 26, "#d9b06a");
  k.letter(c, "HỦ TIẾU", x, y - 80, { font: "Yeseva One", size: 74, color: "#fbe3b4" });
  k.rect(c, x + 60, y - 290, 150, 92, "#c3c8cc", 12);
  k.disc(c, x + 135, y - 290, 75, "#9aa1a8", 18);
  for (let i = 0; i < 5; i++) {
    const rise = k.wrap(t * 0.35 + i / 5, 1);
    k.disc(
      c,
      x + 135 + k.sway(t, 2.4, i * 0.3) * 34,
      y - 300 - rise * 220,
      26 + rise * 52,
      k.fade("#fff6e6", 0.36 * (1 - rise)),
    );
  }
  for (let i = 0; i < 4; i++) k.rect(c, x - 270 + i * 62, y - 236, 46, 38, i % 2 ? "#fbfbf6" : "#cfe3ea", 10);
}

/** The lane at nine: lanterns, scooters, the stall. */
function lane(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 780, ["#1b1440", "#35205c", "#5d2f6b", "#94456a"], 10);
  k.skyline(c, {
    seed: 14,
    y: 640,
    height: 440,
    width: 200,
    color: "#2a1a44",
    lit: ["#ffd27a", "#ffb25c", "#7fd6c9"],
    share: 0.35,
  });
  for (let i = 0; i < 5; i++)
    k.trace(c, `M-20 ${70 + i * 26} Q800 ${170 + i * 34} 1620 ${60 + i * 22}`, "#140d26", 3);
  for (let i = 0; i < 9; i++)
    k.lantern(
      c,
      90 + i * 180,
      190 + Math.sin(i * 1.3) * 46,
      40,
      ["#ff5a36", "#ffb020", "#ff7e9d"][i % 3] ?? "#ff5a36",
      "#7a1d14",
      t,
      i,
    );
  k.rect(c, 0, 770, 1600, 200, "#3a2440");
  k.rect(c, 0, 770, 1600, 10, "#55345a");
  stall(c, t, 1000);
  k.person(
    c,
    960,
    620,
    300,
    { ...MAI },
    { ...k.poses.hold(), armNear: [0.7, 1.5 + k.sway(t, 1.3) * 0.3] },
    1,
  );
  k.rect(c, 690, 580, 620, 196, "#2f7f73");
  k.letter(c, "HỦ TIẾU", 1000, 700, { font: "Yeseva One", size: 74, color: "#fbe3b4" });
  const x = k.lerp(-260, 470, k.easeOut(p * 1.5));
  k.scooter(c, x, 850, 1.5, "#e0483a", x / 120);
  k.person(c, x - 60, 836, 300, AN, { ...k.poses.sit(), armNear: [1.0, 1.5] });
  const y = k.wrap(1900 - t * 420, 2600) - 400;
  k.scooter(c, y, 890, 1.6, "#3b8f8a", -t * 2, -1);
}

/** Two bowls, four hands, from above. */
function table(c: k.Context, t: number, p: number) {
  k.fill(c, "#3f8f88");
  for (let i = 0; i < 12; i++) k.rect(c, i * 140 + 60, 0, 4, 900, "#38827c");
  for (const [i, x] of [500, 1100].entries()) {
    k.disc(c, x + 14, 466, 260, "#2c6d67");
    k.disc(c, x, 450, 260, "#fbf6ea");
    k.ring(c, x, 450, 242, "#2a6f97", 8);
    k.disc(c, x, 450, 218, "#e8a94f");
    for (let n = 0; n < 9; n++)
      k.trace(
        c,
        `M${x - 150 + n * 8} ${400 + n * 16} q70 ${-50 + k.sway(t, 2, n * 0.1) * 14} 140 0 t130 0`,
        "#fbe9c0",
        13,
      );
    for (let n = 0; n < 3; n++)
      k.at(c, x + 60 + n * 26, 370 + n * 40, { turn: n }, () =>
        k.shape(c, "M-40 0 C-30 -34 40 -34 46 6 C20 -8 -10 -6 -40 0 Z", "#f08a72"),
      );
    for (let n = 0; n < 14; n++)
      k.disc(c, x - 110 + k.hash(n, i) * 220, 340 + k.hash(n, i + 5) * 220, 9, n % 3 ? "#4f9a44" : "#8fc96a");
    k.disc(c, x - 90, 400, 40, "#fff8ea");
    k.disc(c, x - 90, 400, 22, "#f5b13a");
    const dip = Math.max(0, k.sway(t, 2.6, i * 0.4)) * 60;
    k.at(c, x + (i ? 250 : -250), 700 - dip, { turn: i ? -0.5 : 0.5 }, () => {
      k.rect(c, -8, -330, 11, 330, "#7a3a22");
      k.rect(c, 14, -330, 11, 330, "#7a3a22");
      k.rect(c, -46, -30, 100, 300, i ? "#f6efe2" : "#2a6f97", 46);
      k.disc(c, 4, -30, 46, i ? "#e0ab83" : "#c98f66");
    });
  }
  k.disc(c, 800, 190, 62, "#f6e3a1");
  k.disc(c, 800, 190, 46, "#b8d96a");
  k.letter(c, "6", 800, 806 - k.easeOut(p * 3) * 20, { font: "Yeseva One", size: 92, color: "#fbe3b4" });
}

/** The rain empties the street. One plastic sheet, two people. */
function rain(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 760, ["#16233f", "#1f3557", "#2c4d6e", "#44708a"]);
  for (let i = 0; i < 6; i++)
    k.lantern(c, 120 + i * 280, 130 + (i % 2) * 30, 36, i % 2 ? "#ffb020" : "#ff5a36", "#7a1d14", t, i);
  stall(c, t, 1150, 770);
  k.rect(c, 0, 770, 1600, 200, "#22344f");
  for (let i = 0; i < 6; i++) k.rect(c, 100 + i * 280, 784, 60, 110, i % 2 ? "#ffb02033" : "#ff5a3633");
  k.ripples(c, 4, 18, t, 790, 890, "#a9d3e0");
  const near = k.smooth(0.1, 0.55, p);
  k.person(c, 520 + near * 40, 830, 400, AN, { ...k.poses.stand(t), armNear: [2.5, 2.7] });
  k.person(
    c,
    760 - near * 70,
    830,
    380,
    { ...MAI, hat: undefined },
    { ...k.poses.stand(t), head: near * 0.12, lean: -near * 0.05 },
    -1,
  );
  k.shape(c, "M440 420 C520 360 780 360 860 430 L850 448 C780 400 520 400 450 440 Z", "#7fd6c9");
  k.rain(c, t, { color: "#cdeaf266", n: 46, slant: -0.08, length: 80 });
  c.globalAlpha = k.smooth(0.55, 0.75, p);
  k.letter(c, "Noodles at Nine", 800, 270, { font: "Yeseva One", size: 128, color: "#fbe3b4" });
  c.globalAlpha = 1;
}

export const noodlesAtNine: Film = {
  slug: "noodles-at-nine",
  height: 1080,
  shots: [
    { seconds: 8, draw: lane, fadeFrom: "#1b1440" },
    { seconds: 7, draw: table },
    { seconds: 9, draw: rain, fadeTo: "#16233f" },
  ],
  score: noodlesAtNineScore,
};
