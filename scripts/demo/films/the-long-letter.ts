import type { Film } from "../film";
import * as k from "../kit";

const POST: k.Look = {
  top: "#c2412d",
  cut: "coat",
  legs: "#2c3550",
  skin: "#a86f48",
  hair: "#1c1413",
  hat: "brim",
  hatColor: "#7a4a2b",
  trim: "#a63522",
};

interface Land {
  sky: string[];
  far: [string, string];
  ridges: [string, string, string];
  snow?: string;
  scenery?: (c: k.Context, x: number, n: number, t: number) => void;
  weather?: (c: k.Context, t: number) => void;
}

const COAST: Land = {
  sky: ["#8fc7d9", "#bfe0e2", "#f3ead2"],
  far: ["#7da0a8", "#94b5ba"],
  ridges: ["#e0c9a0", "#d4b684", "#c29f6a"],
  scenery: (c, x, n, t) => k.palm(c, x, 700, 210 + k.hash(3, n) * 80, "#7a5a3a", "#3f7d55", t),
};
const DESERT: Land = {
  sky: ["#f2b872", "#f6cf94", "#fae5bd"],
  far: ["#c97f56", "#da966b"],
  ridges: ["#dba06a", "#c98850", "#b0703d"],
  scenery: (c, x, n) => k.saguaro(c, x, 700, 120 + k.hash(5, n) * 90, "#5d7d4a", "#4a663a"),
};
const TERRACE: Land = {
  sky: ["#79b7d6", "#a9d4e0", "#dcefe4"],
  far: ["#5f7f93", "#7b9bab"],
  snow: "#ffffff",
  ridges: ["#7fae5f", "#5f9649", "#437a38"],
  scenery: (c, x, n) =>
    k.house(c, x, 704, 120, 70, "#f1e2c4", "#b5492f", "#3a2f3f", { chimney: n % 2 === 0, door: "#7a4a2b" }),
};
const CLOUDS: Land = {
  sky: ["#b9cdd2", "#cddbdb", "#e3e9e2"],
  far: ["#8fa9ae", "#a4bbbd"],
  ridges: ["#7c9c8c", "#587d6a", "#3b5f4d"],
  scenery: (c, x, n, t) => k.tree(c, x, 710, 260, "#3b3a30", ["#37594a", "#4c725d", "#6d927a"], n, t),
  weather: (c, t) => k.clouds(c, 4, 9, t * 40, "#f4f7f2cc", { top: 380, bottom: 640, size: 480 }),
};
const HIGH: Land = {
  sky: ["#2f5fa8", "#5a8bc9", "#a7cbe3"],
  far: ["#5b5f86", "#7f84aa"],
  snow: "#ffffff",
  ridges: ["#c9b26a", "#b3974f", "#94783a"],
  scenery: (c, x, n, t) =>
    k.llama(c, x, 706, 90 + k.hash(4, n) * 30, n % 2 ? "#f2e8d8" : "#8a5a3c", t * 0.1 + n),
};
const STORM: Land = {
  sky: ["#4a5568", "#66728a", "#8d98a8"],
  far: ["#5a6478", "#6d778a"],
  snow: "#e6ecf2",
  ridges: ["#b9c3cf", "#cfd7df", "#e6ebf0"],
  weather: (c, t) => {
    k.snow(c, t, { n: 90, wind: -420, speed: 150, size: 7 });
    k.fill(c, "#8d98a855");
  },
};
const EVENING: Land = {
  sky: ["#3a2f5f", "#7a4a78", "#c96f6b", "#f2b279"],
  far: ["#4a3f63", "#5d4f74"],
  snow: "#e9b7a8",
  ridges: ["#6b5a4f", "#4f4240", "#352d33"],
  scenery: (c, x, n) => k.house(c, x, 704, 130, 76, "#5a4a4f", "#3a2c34", "#ffd27a", { chimney: true }),
};

function country(c: k.Context, l: Land, t: number, shift: number) {
  k.bands(c, 0, 520, l.sky, 10);
  k.peaks(c, {
    seed: 7,
    y: 590,
    height: 400,
    length: 460,
    color: l.far[0],
    light: l.far[1],
    snow: l.snow,
    shift: shift * 0.08,
  });
  k.hills(c, {
    seed: 12,
    y: 640,
    height: 150,
    length: 520,
    color: l.ridges[0],
    shift: shift * 0.25,
    detail: 2,
  });
  for (let i = -1; i < 5 && l.scenery; i++) {
    const n = i + Math.floor((shift * 0.45) / 420);
    l.scenery(c, n * 420 - shift * 0.45 + k.hash(8, n) * 160, n, t);
  }
  k.hills(c, {
    seed: 22,
    y: 740,
    height: 60,
    length: 480,
    color: l.ridges[1],
    shift: shift * 0.5,
    detail: 2,
  });
}

const travel =
  (l: Land, speed = 60) =>
  (c: k.Context, t: number) => {
    country(c, l, t, t * speed);
    k.llama(c, 640, 800, 220, "#f2e8d8", t * 0.6, "#2f7d8c");
    k.person(c, 860, 806, 270, POST, k.poses.walk(t * 0.62));
    k.rect(c, 826, 690, 56, 50, "#7a4a2b", 8);
    k.hills(c, {
      seed: 33,
      y: 850,
      height: 40,
      length: 420,
      color: l.ridges[2],
      shift: t * speed,
      detail: 2,
    });
    l.weather?.(c, t);
  };

/** The letter itself: addressed, stamped, and handed over the counter. */
function counter(c: k.Context, t: number, p: number) {
  k.fill(c, "#d8b98c");
  for (let i = 0; i < 8; i++) k.rect(c, 0, i * 120, 1600, 4, "#c7a676");
  const x = k.lerp(2100, 800, k.easeOut(p * 2.4));
  k.at(c, x, 450, { turn: -0.06 }, () => {
    k.rect(c, -420, -250, 860, 540, "#00000022", 12);
    k.rect(c, -440, -270, 860, 540, "#fff6e2", 12);
    for (let i = 0; i < 24; i++)
      k.poly(
        c,
        [
          [-440 + i * 36, -270],
          [-422 + i * 36, -270],
          [-432 + i * 36, -248],
          [-440 + i * 36, -248],
        ],
        i % 2 ? "#c2412d" : "#2f5fa8",
      );
    k.rect(c, 260, -210, 120, 150, "#2f7d8c");
    k.llama(c, 312, -74, 90, "#fff6e2", 0.1);
    const words = ["Señora Wayra Quispe", "the blue door, last house", "above the clouds"];
    for (const [i, line] of words.entries())
      k.letter(
        c,
        line.slice(0, Math.floor(k.clamp(p * 3 - 0.6 - i * 0.5) * line.length)),
        -360,
        20 + i * 84,
        { font: "Caveat", weight: 700, size: 76, color: "#2c3550", align: "left" },
      );
    if (p > 0.8) for (const r of [70, 56]) k.ring(c, 250, -40, r, "#c2412dcc", 7);
  });
}

/** The rope bridge, high and swinging. */
function bridge(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 900, ["#a9cdd6", "#c3dcdc", "#dde9df", "#b6cdbf"], 20);
  k.peaks(c, { seed: 9, y: 900, height: 520, length: 520, color: "#8fb0a6", light: "#a5c2b5" });
  k.clouds(c, 5, 8, t * 24, "#f7faf4", { top: 640, bottom: 860, size: 520 });
  k.shape(c, "M-20 380 L250 400 L330 520 L280 920 L-20 920 Z", "#4c6a55");
  k.shape(c, "M1620 360 L1340 390 L1280 520 L1330 920 L1620 920 Z", "#435f4c");
  const sag = (x: number) => 410 + Math.sin(((x - 250) / 1090) * Math.PI) * (150 + k.sway(t, 3.4) * 14);
  for (let i = 0; i < 46; i++) {
    const x = 250 + i * 24;
    k.rect(c, x, sag(x), 18, 8, "#7a4a2b");
    if (i % 3 === 0)
      k.stroke(
        c,
        [
          [x, sag(x)],
          [x, sag(x) - 92],
        ],
        "#a57a4a",
        3,
      );
  }
  for (const dy of [-92, 0])
    k.stroke(
      c,
      Array.from({ length: 24 }, (_, i): k.Point => [250 + i * 47.5, sag(250 + i * 47.5) + dy]),
      "#a57a4a",
      6,
    );
  const x = 330 + p * 880;
  k.person(c, x, sag(x) + 2, 190, POST, k.poses.walk(t * 0.5));
  k.llama(c, x - 150, sag(x - 150) + 2, 150, "#f2e8d8", t * 0.5, "#2f7d8c");
  k.bird(c, 300 + t * 70, 220 + k.sway(t, 5) * 30, 130, "#2c2a2a", t, 0.5);
}

/** The salt lake: sky above, sky below, flamingos between. */
function mirror(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 450, ["#f28ca0", "#f7b09c", "#fbd3a8", "#fdeccb"], 6);
  k.peaks(c, { seed: 17, y: 450, height: 150, length: 420, color: "#8a6a9a", light: "#a583b0" });
  k.at(c, 0, 900, { stretch: [1, -1] }, () => {
    k.bands(c, 0, 450, ["#f28ca0", "#f7b09c", "#fbd3a8", "#fdeccb"], 6);
    k.peaks(c, { seed: 17, y: 450, height: 150, length: 420, color: "#a583b0", light: "#b898c2" });
  });
  const lake = (y: number, flip: number) => {
    for (let i = 0; i < 7; i++) {
      const x = 150 + i * 120 + (i % 3) * 30;
      k.at(c, x, y, { stretch: [1, flip] }, () => {
        k.stroke(
          c,
          [
            [0, 0],
            [0, -90],
          ],
          "#d9536f",
          5,
        );
        k.disc(c, 0, -110, 44, "#f0718c", 24);
        k.stroke(
          c,
          [
            [34, -118],
            [56, -150],
            [44, -186 + k.sway(t, 3, i * 0.2) * 8],
            [62, -196],
          ],
          "#f0718c",
          9,
        );
      });
    }
    const x = 1500 - p * 320;
    k.at(c, 0, y, { stretch: [1, flip] }, () => {
      k.person(c, x, 0, 200, POST, k.poses.walk(t * 0.55), -1);
      k.llama(c, x + 170, 0, 160, "#f2e8d8", t * 0.55, "#2f7d8c", -1);
    });
  };
  c.globalAlpha = 0.35;
  lake(560, -1);
  c.globalAlpha = 1;
  lake(556, 1);
  for (let i = 0; i < 5; i++)
    k.rect(c, 100 + i * 330 + k.sway(t, 5, i) * 30, 640 + i * 44, 180, 4, "#ffffff66", 2);
}

function night(c: k.Context, t: number) {
  k.bands(c, 0, 900, ["#0a0f2c", "#101a42", "#1b2a5c", "#2c3f75"]);
  k.stars(c, 9, 110, t, { bottom: 620, shift: t * 2 });
  k.peaks(c, {
    seed: 3,
    y: 760,
    height: 360,
    length: 520,
    color: "#151a3a",
    light: "#1d2450",
    snow: "#8fa2d0",
  });
  k.rect(c, -10, 756, 1700, 200, "#0c0f24");
  k.glow(c, 700, 740, 300, "#ff9d3c", 0.6, 9);
  for (let i = 0; i < 3; i++)
    k.poly(
      c,
      [
        [676 + i * 14, 770],
        [692 + i * 14, 710 - 30 * k.noise(i, t * 4)],
        [708 + i * 14, 770],
      ],
      i % 2 ? "#ffd36b" : "#ff8a3c",
    );
  k.person(c, 560, 800, 230, POST, { ...k.poses.sit(t), head: -0.3 });
  k.llama(c, 940, 800, 190, "#d8ccd0", 0.1, undefined, -1);
}

/** The blue door. She has been watching the road for years. */
function door(c: k.Context, t: number, p: number) {
  k.fill(c, "#f1e2c4");
  k.rect(c, 0, 0, 1600, 160, "#b5492f");
  for (let i = 0; i < 22; i++) k.disc(c, i * 76, 160, 40, i % 2 ? "#a63f28" : "#b5492f", 26);
  k.rect(c, 0, 780, 1600, 140, "#a9805a");
  k.rect(c, 570, 250, 380, 540, "#8a6a4a");
  k.rect(c, 590, 270, 340, 520, "#3a2a20");
  const open = k.smooth(0.1, 0.35, p);
  if (open > 0.2)
    k.person(
      c,
      790,
      786,
      400,
      {
        top: "#6b3f8c",
        cut: "dress",
        legs: "#6b3f8c",
        skin: "#9c6440",
        hair: "#d9d4cf",
        hairstyle: "bun",
        trim: "#e0a526",
      },
      p > 0.5 ? { ...k.poses.hold(), head: 0.15 } : k.poses.stand(t),
      -1,
    );
  k.at(c, 590, 270, { stretch: [1 - open * 0.8, 1] }, () => {
    k.rect(c, 0, 0, 340, 520, "#2f6fb3");
    for (const [x, y] of [
      [40, 40],
      [190, 40],
      [40, 290],
      [190, 290],
    ] as const)
      k.rect(c, x, y, 110, 190, "#285f9c", 6);
    k.disc(c, 306, 270, 14, "#e0a526");
  });
  k.person(
    c,
    k.lerp(200, 520, k.easeOut(p * 2.5)),
    830,
    430,
    POST,
    p < 0.4 ? k.poses.walk(t * 0.8) : { ...k.poses.stand(t), armNear: [1.2, 1.5] },
  );
  if (p > 0.4)
    k.at(c, k.lerp(610, 700, k.smooth(0.45, 0.6, p)), 600, { turn: -0.1 }, () =>
      k.rect(c, -34, -24, 68, 44, "#fff6e2", 4),
    );
  for (let i = 0; i < 3; i++)
    k.flower(c, 1130 + i * 120, 640 - (i % 2) * 70, 56, "#e0527a", "#ffd23f", 1, 8, t * 0.06);
  k.rect(c, 1070, 690, 360, 90, "#c2412d", 20);
  k.llama(c, 160, 850, 260, "#f2e8d8", 0.1, "#2f7d8c");
}

function opening(c: k.Context, t: number) {
  country(c, EVENING, t, t * 20);
  k.shape(c, "M-20 920 L-20 800 C400 740 900 860 1640 760 L1640 920 Z", "#231d26");
  c.globalAlpha = k.smooth(1.5, 3.2, t);
  k.letter(c, "The Long Letter", 800, 320, { font: "Caveat", weight: 700, size: 200, color: "#fff6e2" });
  c.globalAlpha = 1;
}

const CREDITS = [
  "Directed by|Killa Huamán-Rossi",
  "Written by|Tomás Arce Villar",
  "The postman|Benito Callo",
  "Wayra|Doña Ercilia Puma",
  "The llama|Saturday",
  "Pictures|Inti Valdez Ahn",
  "Music|Sol Mamani Reyes",
  "Thanks to|everyone who still writes",
];
function credits(c: k.Context, t: number) {
  night(c, t + 20);
  k.fill(c, "#0a0f2cb8");
  for (const [i, row] of CREDITS.entries()) {
    const [role, name] = row.split("|");
    const y = 980 + i * 140 - t * 98;
    k.letter(c, role ?? "", 770, y, { font: "Inter", size: 30, color: "#f2b279", align: "right" });
    k.letter(c, name ?? "", 830, y, {
      font: "Caveat",
      weight: 700,
      size: 66,
      color: "#fff6e2",
      align: "left",
    });
  }
}

export const theLongLetter: Film = {
  slug: "the-long-letter",
  height: 480,
  crf: 2,
  thumbnailEvery: 10,
  segments: [
    { kind: "intro", start: 0, end: 9 },
    { kind: "credits", start: 164, end: 180 },
  ],
  shots: [
    { seconds: 9, draw: opening, fadeFrom: "#000000" },
    { seconds: 13, draw: counter },
    { seconds: 14, draw: travel(COAST) },
    { seconds: 14, draw: travel(DESERT) },
    { seconds: 14, draw: travel(TERRACE) },
    { seconds: 15, draw: bridge },
    { seconds: 14, draw: travel(CLOUDS) },
    { seconds: 15, draw: mirror, fadeTo: "#0a0f2c" },
    { seconds: 13, draw: night, fadeFrom: "#0a0f2c" },
    { seconds: 12, draw: travel(HIGH) },
    { seconds: 12, draw: travel(STORM, 30), fadeTo: "#e6ebf0" },
    { seconds: 19, draw: door, fadeFrom: "#e6ebf0", fadeTo: "#0a0f2c" },
    { seconds: 16, draw: credits, fadeTo: "#000000" },
  ],
  score: {
    tempo: 88,
    root: 57,
    scale: "minorPentatonic",
    chords: [0, 1, 0, 3],
    reverb: 0.5,
    parts: [
      { play: "pluck", on: "chord", notes: "0 1 2 1 3 1 2 1", step: 0.5, octave: 0, gain: 0.55, pan: -0.3 },
      {
        play: "flute",
        on: "key",
        notes: "0 - 2 3 4 - - 3 2 - 3 2 0 - - - 1 - 2 - 4 - 5 4 3 - - 2 0 - - .",
        step: 0.5,
        octave: 1,
        gain: 0.36,
        from: 9,
        to: 60,
        pan: 0.2,
      },
      {
        play: "bass",
        on: "chord",
        notes: "0 - . 0 2 - . .",
        step: 0.5,
        octave: -2,
        gain: 0.45,
        from: 22,
        to: 132,
      },
      { play: "strings", on: "chord", notes: "0+2 - - - 1+2 - - -", step: 1, octave: 0, gain: 0.3, from: 64 },
      {
        play: "harp",
        on: "key",
        notes: "0 2 4 5 7 5 4 2",
        step: 0.5,
        octave: 0,
        gain: 0.4,
        from: 93,
        to: 121,
      },
      {
        play: "flute",
        on: "key",
        notes: "5 - 4 3 2 - 3 - 4 - - - 2 - 0 - 1 - 2 3 2 - 0 - 0 - - - . . . .",
        step: 0.5,
        octave: 1,
        gain: 0.36,
        from: 145,
        pan: 0.2,
      },
    ],
    drums: [
      { hit: "tom", beat: "x..x..x.", step: 0.5, gain: 0.35, from: 22, to: 78 },
      { hit: "shaker", beat: "x.xo", step: 0.5, gain: 0.25, from: 22, to: 108 },
      { hit: "tom", beat: "x.x.", step: 0.5, gain: 0.4, from: 121, to: 145 },
    ],
    air: [
      { sound: "wind", gain: 0.15 },
      { sound: "sea", gain: 0.35, from: 22, to: 36 },
      { sound: "fire", gain: 0.3, from: 108, to: 121 },
      { sound: "wind", gain: 0.6, from: 133, to: 145 },
    ],
  },
};
