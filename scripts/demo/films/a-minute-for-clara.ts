import type { Film } from "../film";
import * as k from "../kit";
import { aMinuteForClaraScore } from "../scores/a-minute-for-clara";

const BRASS = ["#c98f3a", "#e3b45a", "#a8702a", "#8a5a24", "#d9a24a"];

function works(c: k.Context, t: number) {
  const all: [number, number, number, number, number, number][] = [
    [420, 300, 250, 36, 0.2, 0],
    [780, 520, 190, 28, -0.257, 1],
    [1090, 330, 230, 34, 0.212, 2],
    [1390, 600, 210, 30, -0.24, 3],
    [180, 700, 220, 32, -0.225, 4],
    [640, 830, 170, 24, 0.3, 1],
    [1120, 800, 160, 22, -0.33, 0],
    [800, 130, 120, 18, -0.4, 3],
    [1480, 180, 150, 22, 0.33, 4],
  ];
  for (const [x, y, r, teeth, speed, color] of all) {
    k.gear(c, x + 10, y + 14, r, teeth, t * speed * 2, "#0d0a14", "#1c1424");
    k.gear(c, x, y, r, teeth, t * speed * 2, BRASS[color] ?? "#c98f3a", "#241a2c", r > 200 ? 6 : 5);
    k.ring(c, x, y, r * 0.8, "#00000022", 8);
  }
}

/** Inside the great clock, where she walks along a wheel. */
function inside(c: k.Context, t: number) {
  k.fill(c, "#1c1424");
  k.camera(c, 800 + k.sway(t, 20) * 60, 450, 1.06, () => works(c, t));
  k.person(
    c,
    780,
    330,
    170,
    { top: "#2f8f83", cut: "dress", skin: "#f2cfae", hair: "#5a2417", hairstyle: "bun", legs: "#f4ead6" },
    k.poses.walk(t * 0.9),
  );
}

/** The workshop: the old man at the bench, the girl with the key. */
function workshop(c: k.Context, t: number) {
  k.fill(c, "#3a2233");
  k.rect(c, 0, 620, 1600, 300, "#2a1726");
  for (let i = 0; i < 7; i++) {
    const x = 130 + i * 225;
    const r = 60 + (i % 3) * 16;
    k.disc(c, x, 200 + (i % 2) * 80, r, "#241420");
    k.disc(c, x, 200 + (i % 2) * 80, r - 9, ["#f3e3c0", "#e8cfa2", "#f7eedb"][i % 3] ?? "#f3e3c0");
    const y = 200 + (i % 2) * 80;
    const a = t * (0.25 + i * 0.12) + i;
    k.stroke(
      c,
      [
        [x, y],
        [x + Math.sin(a) * r * 0.4, y - Math.cos(a) * r * 0.4],
      ],
      "#241420",
      8,
    );
    k.stroke(
      c,
      [
        [x, y],
        [x + Math.sin(a * 12) * r * 0.66, y - Math.cos(a * 12) * r * 0.66],
      ],
      "#a83a2f",
      5,
    );
  }
  k.glow(c, 900, 470, 420, "#ffcf7a", 0.55, 10);
  k.stroke(
    c,
    [
      [900, 60],
      [900, 330],
    ],
    "#1a0f18",
    5,
  );
  k.poly(
    c,
    [
      [840, 380],
      [960, 380],
      [925, 320],
      [875, 320],
    ],
    "#2f8f83",
  );
  k.person(
    c,
    1110,
    760,
    430,
    { top: "#6b3b2a", legs: "#2a1a24", hair: "#e8e2da", skin: "#e4b893", cut: "coat" },
    { ...k.poses.sit(), armNear: [0.9, 1.5 + k.sway(t, 0.8) * 0.12] },
    -1,
  );
  k.rect(c, 600, 606, 700, 34, "#8a5a34", 6);
  k.rect(c, 650, 640, 40, 260, "#6d4527");
  k.rect(c, 1220, 640, 40, 260, "#6d4527");
  k.gear(c, 830, 556, 50, 16, t * 2, "#e3b45a", "#3a2233");
  k.gear(c, 908, 572, 34, 11, -t * 2.9, "#c98f3a", "#3a2233");
  k.person(
    c,
    430 + k.smooth(0, 3, t) * 90,
    850,
    320,
    { top: "#2f8f83", cut: "dress", skin: "#f2cfae", hair: "#5a2417", hairstyle: "bun", legs: "#f4ead6" },
    t < 3 ? k.poses.walk(t) : { ...k.poses.stand(t), armNear: [1.3, 1.7] },
  );
  if (t > 3) k.ring(c, 640, 680, 14, "#ffd97a", 7);
}

/** The square: the minute that does not move. Doves hang in the air, then go. */
function square(c: k.Context, t: number) {
  k.bands(c, 0, 700, ["#354a7c", "#7d6a9c", "#d98f92", "#f7c58c"], 10);
  k.skyline(c, { seed: 6, y: 720, height: 330, width: 150, color: "#3f2f55", lit: ["#f9dc8f"], share: 0.18 });
  k.rect(c, 640, 130, 320, 800, "#2a1d3d");
  k.poly(
    c,
    [
      [600, 140],
      [800, -90],
      [1000, 140],
    ],
    "#231733",
  );
  k.disc(c, 800, 330, 132, "#e3b45a");
  k.disc(c, 800, 330, 116, "#fbf0d4");
  for (let i = 0; i < 12; i++)
    k.rect(
      c,
      800 + Math.sin((i / 12) * k.TAU) * 98 - 4,
      330 - Math.cos((i / 12) * k.TAU) * 98 - 4,
      8,
      8,
      "#2a1d3d",
    );
  const go = t < 4 ? 0 : t - 4;
  k.stroke(
    c,
    [
      [800, 330],
      [800 + Math.sin(go * 0.4) * 62, 330 - Math.cos(go * 0.4) * 62],
    ],
    "#2a1d3d",
    13,
  );
  k.stroke(
    c,
    [
      [800, 330],
      [800 + Math.sin(go * 2.2) * 94, 330 - Math.cos(go * 2.2) * 94],
    ],
    "#a83a2f",
    8,
  );
  for (let i = 0; i < 14; i++)
    k.bird(
      c,
      240 + k.hash(2, i) * 1150 + go * 90 * (k.hash(4, i) - 0.3),
      140 + k.hash(3, i) * 480 - go * 70,
      60,
      "#ffffff",
      go * 1.2 + i * 0.3,
      1.6,
    );
  k.rect(c, 0, 760, 1600, 200, "#2d2140");
  for (let i = 0; i < 6; i++)
    k.person(
      c,
      160 + i * 250,
      800 + (i % 2) * 40,
      200,
      {
        top: ["#a83a2f", "#3d6c8f", "#7d8f4a", "#c98f3a", "#5b4a8f", "#8f4a6b"][i] ?? "#a83a2f",
        cut: i % 2 ? "coat" : "dress",
        hat: i % 3 ? "top" : "brim",
        hatColor: "#231733",
      },
      k.poses.walk(go * 0.8 + i * 0.3),
      i % 2 ? 1 : -1,
    );
  k.person(
    c,
    800,
    880,
    250,
    { top: "#2f8f83", cut: "dress", skin: "#f2cfae", hair: "#5a2417", hairstyle: "bun", legs: "#f4ead6" },
    go ? k.poses.cheer(go) : { ...k.poses.stand(), armNear: [2.6, 2.8] },
  );
}

function title(c: k.Context, t: number) {
  k.fill(c, "#1c1424");
  k.camera(c, 800, 450, 1.5, () => works(c, t));
  k.fill(c, "#1c1424cc");
  k.letter(c, "A Minute", 800, 420, { font: "Playfair Display Italic", size: 150, color: "#f7e6bd" });
  k.letter(c, "for Clara", 800, 570, { font: "Playfair Display Italic", size: 150, color: "#e3b45a" });
}

export const aMinuteForClara: Film = {
  slug: "a-minute-for-clara",
  height: 480,
  crf: 2,
  shots: [
    { seconds: 4, draw: title, fadeFrom: "#000000" },
    { seconds: 6, draw: inside },
    { seconds: 6.5, draw: workshop },
    { seconds: 7.5, draw: square, fadeTo: "#f7c58c" },
  ],
  score: aMinuteForClaraScore,
};
