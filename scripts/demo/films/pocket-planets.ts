import type { Film, Shot } from "../film";
import * as k from "../kit";
import type { Score } from "../sound/score";

/** One planet small enough to walk round: its colours, what grows on it, and what happens there. */
interface Planet {
  slug: string;
  name: string;
  space: string[];
  ground: string;
  edge: string;
  core: string;
  suit: string;
  ink: string;
  grows(c: k.Context, h: number, t: number, i: number): void;
  over?(c: k.Context, t: number): void;
  event(c: k.Context, t: number, p: number): void;
  score: Pick<Score, "tempo" | "root" | "scale" | "chords" | "parts"> & Partial<Score>;
}

const astronaut = (suit: string): k.Look => ({
  top: suit,
  legs: suit,
  shoes: "#2b2440",
  hat: "helmet",
  hatColor: "#ffffff",
  skin: "#9a6644",
  trim: suit,
});

/** A globe whose surface carries things that stand outwards. */
function globe(
  c: k.Context,
  pl: Planet,
  x: number,
  y: number,
  r: number,
  turn: number,
  t: number,
  n: number,
  h: number,
) {
  for (let i = 0; i < n; i++) {
    k.at(c, x, y, { turn: turn + (i / n) * k.TAU }, () =>
      k.at(c, 0, -r + 4, {}, () => pl.grows(c, h * (0.7 + 0.5 * k.hash(4, i)), t, i)),
    );
  }
  k.disc(c, x, y, r, pl.edge);
  k.disc(c, x, y, r * 0.95, pl.ground);
  for (let i = 0; i < 7; i++) {
    const a = turn + i * 0.9;
    const d = r * (0.3 + 0.5 * k.hash(6, i));
    k.disc(
      c,
      x + Math.cos(a) * d,
      y + Math.sin(a) * d,
      r * (0.06 + 0.1 * k.hash(7, i)),
      pl.core,
      r * (0.05 + 0.07 * k.hash(8, i)),
      a,
    );
  }
}

function orbit(pl: Planet): Shot["draw"] {
  return (c, t) => {
    k.bands(c, 0, 900, pl.space, 20);
    k.stars(c, pl.slug.length, 60, t, { bottom: 900, color: "#fffbe8" });
    pl.over?.(c, t);
    globe(c, pl, 800, 560, 270, -t * 0.4, t, 11, 110);
    k.person(c, 800, 296, 130, astronaut(pl.suit), k.poses.walk(t * 0.9));
    k.disc(c, 260 + t * 12, 190, 36, pl.core);
    k.disc(c, 1330 - t * 8, 260, 22, pl.edge);
  };
}

function surface(pl: Planet): Shot["draw"] {
  return (c, t, p) => {
    k.bands(c, 0, 900, [...pl.space].reverse(), 20);
    pl.over?.(c, t + 5);
    globe(c, pl, 800, 1560, 900, -t * 0.11 - 0.3, t, 26, 300);
    k.person(c, 800, 664, 300, astronaut(pl.suit), p > 0.85 ? k.poses.cheer(t) : k.poses.walk(t * 0.75));
  };
}

function event(pl: Planet): Shot["draw"] {
  return (c, t, p) => {
    pl.event(c, t, p);
    if (p > 0.5)
      k.letter(c, pl.name, 800, 830, {
        font: "Bricolage",
        weight: 800,
        size: 96 * k.spring((p - 0.5) * 4),
        color: pl.ink,
      });
  };
}

const film = (pl: Planet): Film => ({
  slug: `pocket-planets/${pl.slug}`,
  height: 480,
  crf: 1,
  shots: [
    { seconds: 6, draw: orbit(pl), fadeFrom: "#000000" },
    { seconds: 7, draw: surface(pl) },
    { seconds: 8, draw: event(pl), fadeTo: pl.space[0] },
  ],
  score: { reverb: 0.45, ...pl.score },
});

const rainPlanet: Planet = {
  slug: "the-planet-of-rain",
  name: "The Planet of Rain",
  suit: "#ffcf3f",
  ink: "#ffffff",
  space: ["#16324f", "#1f4668", "#2a5d82", "#3a779c"],
  ground: "#3f9c8a",
  edge: "#2c7568",
  core: "#7fd0c0",
  grows: (c, h, t, i) => {
    k.stroke(
      c,
      [
        [0, 4],
        [0, -h],
      ],
      "#7a5a3a",
      6,
    );
    k.shape(
      c,
      i % 2 ? "M-40 -80 C-36 -130 36 -130 40 -80 Z" : "M-30 -60 C-28 -104 28 -104 30 -60 Z",
      ["#ff6b6b", "#ffcf3f", "#b388ff"][i % 3] ?? "#ff6b6b",
    );
    k.disc(c, 0, -h, 5 + 3 * k.sway(t, 1.4, i * 0.2), "#bfe9f2");
  },
  over: (c, t) => k.rain(c, t, { color: "#a9dcee77", n: 34, slant: -0.1, length: 60 }),
  event: (c, t, p) => {
    k.bands(c, 0, 900, ["#2a5d82", "#3a779c", "#5a99b8", "#8cc4d4"], 12);
    const grow = k.smooth(0.1, 0.6, p);
    for (const [i, color] of ["#ff6b6b", "#ffa94d", "#ffe066", "#69db7c", "#4dabf7", "#b388ff"].entries())
      k.ring(c, 800, 780, 620 - i * 46, color, 46, Math.PI, Math.PI + Math.PI * grow);
    k.disc(c, 800, 1240, 520, "#3f9c8a");
    k.person(c, 800, 724, 230, astronaut("#ffcf3f"), k.poses.cheer(t));
    k.rain(c, t, { color: "#ffffff66", n: Math.round(34 * (1 - grow)) + 4, slant: -0.1 });
  },
  score: {
    tempo: 96,
    root: 60,
    scale: "pentatonic",
    chords: [0],
    parts: [
      {
        play: "marimba",
        on: "key",
        notes: "0 . 2 4 . 3 5 . 4 2 . 1 3 . 0 .",
        step: 0.25,
        octave: 1,
        gain: 0.6,
      },
      { play: "pad", on: "key", notes: "0+2+4 - - - 1+3 - - -", step: 1, octave: 0, gain: 0.35 },
      { play: "glass", on: "key", notes: "5 . . 7 . . 6 .", step: 0.5, octave: 1, gain: 0.3, from: 13 },
    ],
    air: [{ sound: "rain", gain: 0.3, to: 16 }],
  },
};

const clockPlanet: Planet = {
  slug: "the-planet-of-clocks",
  name: "The Planet of Clocks",
  suit: "#e4572e",
  ink: "#3a2312",
  space: ["#f6d9a0", "#f2c879", "#ecb65c", "#e3a245"],
  ground: "#8a5a34",
  edge: "#6b4226",
  core: "#c98f3a",
  grows: (c, h, t, i) => {
    k.stroke(
      c,
      [
        [0, 4],
        [0, -h * 0.8],
      ],
      "#4a2d1a",
      7,
    );
    k.gear(c, 0, -h, h * 0.34, 12, t * (i % 2 ? 1.2 : -0.9), "#d9a441", "#d9a441", 4);
    k.disc(c, 0, -h, h * 0.2, "#fbf0d4");
    k.stroke(
      c,
      [
        [0, -h],
        [Math.sin(t * 2 + i) * h * 0.16, -h - Math.cos(t * 2 + i) * h * 0.16],
      ],
      "#4a2d1a",
      4,
    );
  },
  event: (c, t, p) => {
    k.fill(c, "#f2c879");
    for (let i = 0; i < 5; i++)
      k.gear(c, 160 + i * 330, i % 2 ? 120 : 790, 170, 20, t * (i % 2 ? 0.5 : -0.5), "#e3a245", "#f2c879", 5);
    k.disc(c, 800, 420, 300, "#8a5a34");
    k.disc(c, 800, 420, 268, "#fbf0d4");
    for (let i = 0; i < 12; i++)
      k.at(c, 800, 420, { turn: (i / 12) * k.TAU }, () =>
        k.rect(c, -7, -252, 14, i % 3 ? 26 : 48, "#4a2d1a"),
      );
    const swing = p < 0.5 ? t : 4 - (t - 4) * 2.4;
    k.person(
      c,
      800 + Math.sin(swing) * 130,
      440 - Math.cos(swing) * 130 + 60,
      150,
      astronaut("#e4572e"),
      k.poses.cheer(t),
    );
    k.stroke(
      c,
      [
        [800, 420],
        [800 + Math.sin(swing) * 190, 420 - Math.cos(swing) * 190],
      ],
      "#e4572e",
      16,
    );
    k.stroke(
      c,
      [
        [800, 420],
        [800 + Math.sin(swing * 0.2) * 120, 420 - Math.cos(swing * 0.2) * 120],
      ],
      "#4a2d1a",
      22,
    );
  },
  score: {
    tempo: 120,
    root: 62,
    scale: "dorian",
    chords: [0, 3],
    parts: [
      { play: "musicbox", on: "scale", notes: "0 4 2 4 1 4 2 4", step: 0.25, octave: 1, gain: 0.5 },
      { play: "bass", on: "scale", notes: "0 . . . 4 . . .", step: 0.5, octave: -2, gain: 0.6 },
      { play: "pizzicato", on: "scale", notes: "7 . 6 . 4 . 5 .", step: 0.5, octave: 0, gain: 0.7, from: 6 },
    ],
    drums: [{ hit: "tick", beat: "x.o.", step: 0.5, gain: 0.6 }],
    air: [{ sound: "clock", gain: 0.3 }],
  },
};

const catPlanet: Planet = {
  slug: "the-planet-of-cats",
  name: "The Planet of Cats",
  suit: "#4cc9f0",
  ink: "#fff3e0",
  space: ["#4a1942", "#6a2456", "#8f336a", "#b5487d"],
  ground: "#f2a65a",
  edge: "#d9803a",
  core: "#f7c58c",
  grows: (c, h, t, i) =>
    k.cat(
      c,
      0,
      4,
      h * 0.9,
      ["#2b1a2f", "#f4ead6", "#8a5a3c", "#5a5068"][i % 4] ?? "#2b1a2f",
      t + i * 0.7,
      i % 2 ? 1 : -1,
    ),
  event: (c, t, p) => {
    k.bands(c, 0, 900, ["#4a1942", "#6a2456", "#8f336a"], 10);
    const lid = k.smooth(0.1, 0.4, p) * (t % 3 < 0.14 ? 0.1 : 1);
    k.shape(
      c,
      "M300 920 C240 500 330 420 320 180 L520 330 C680 270 920 270 1080 330 L1280 180 C1270 420 1360 500 1300 920 Z",
      "#2b1a2f",
    );
    for (const x of [600, 1000]) {
      k.disc(c, x, 520, 110, "#f8e27a", 110 * lid);
      k.disc(c, x + k.sway(t, 4) * 30, 520, 34, "#120a14", 96 * lid);
    }
    k.poly(
      c,
      [
        [760, 660],
        [840, 660],
        [800, 706],
      ],
      "#f28a9c",
    );
    k.person(c, 800, 312, 150, astronaut("#4cc9f0"), k.poses.sit(t));
  },
  score: {
    tempo: 88,
    root: 58,
    scale: "dorian",
    chords: [0, 0, 3, 4],
    parts: [
      { play: "bass", on: "scale", notes: "0 . 4 . 6 . 4 2", step: 0.5, octave: -1, gain: 0.7, swing: 0.6 },
      {
        play: "whistle",
        on: "scale",
        notes: "4 - 6 - 7 6 4 - . . 2 3 4 - - .",
        step: 0.5,
        octave: 0,
        gain: 0.34,
        swing: 0.6,
      },
      { play: "piano", on: "chord", notes: ". 0+1+2 . . . 0+1+2 . 1", step: 0.5, octave: 0, gain: 0.3 },
    ],
    drums: [
      { hit: "hat", beat: "x.xx.x", step: 0.333, gain: 0.35 },
      { hit: "rim", beat: "..x.", step: 1, gain: 0.3 },
    ],
  },
};

const glassPlanet: Planet = {
  slug: "the-planet-of-glass",
  name: "The Planet of Glass",
  suit: "#ff7eb6",
  ink: "#0f3b57",
  space: ["#eafaf8", "#d3f1f0", "#b9e5ea", "#9ad6e2"],
  ground: "#5fc3d1",
  edge: "#ffffff",
  core: "#d9f7f7",
  grows: (c, h, t, i) => {
    k.poly(
      c,
      [
        [-h * 0.16, 4],
        [-h * 0.1, -h * 0.7],
        [h * 0.02, -h],
        [h * 0.14, -h * 0.6],
        [h * 0.16, 4],
      ],
      ["#bff0f0", "#8fdbe6", "#e3d3ff"][i % 3] ?? "#bff0f0",
    );
    k.poly(
      c,
      [
        [h * 0.02, -h],
        [h * 0.14, -h * 0.6],
        [h * 0.16, 4],
        [h * 0.04, 4],
      ],
      ["#7fcfdc", "#5fb6cc", "#b9a3ea"][i % 3] ?? "#7fcfdc",
    );
    if (k.sway(t, 2.4, i * 0.17) > 0.85)
      k.at(c, 0, -h, { turn: t }, () =>
        k.poly(
          c,
          [
            [-22, 0],
            [0, -5],
            [22, 0],
            [0, 5],
          ],
          "#ffffff",
        ),
      );
  },
  event: (c, t, p) => {
    k.fill(c, "#d3f1f0");
    for (let i = 0; i < 14; i++) {
      const x = 60 + i * 115;
      const h = 300 + k.hash(3, i) * 420;
      const hum = Math.max(0, Math.sin(t * 4 - i * 0.8)) ** 6;
      k.poly(
        c,
        [
          [x - 50, 900],
          [x - 34, 900 - h * 0.7],
          [x, 900 - h],
          [x + 40, 900 - h * 0.65],
          [x + 50, 900],
        ],
        k.mix("#8fdbe6", "#ff9ecb", hum),
      );
      k.poly(
        c,
        [
          [x, 900 - h],
          [x + 40, 900 - h * 0.65],
          [x + 50, 900],
          [x + 8, 900],
        ],
        k.mix("#5fb6cc", "#e05c9c", hum),
      );
      if (hum > 0.4) k.ring(c, x, 900 - h, 40 + hum * 50, "#ffffff", 5);
    }
    k.person(c, 800, 640, 280, astronaut("#ff7eb6"), {
      ...k.poses.stand(t),
      armNear: [1.6 + k.sway(t, 1.5) * 0.5, 1.9],
      armFar: [-1.6, -1.9 + k.sway(t, 1.5) * 0.4],
    });
    k.rect(c, 0, 636, 1600, 10, "#ffffff");
    k.rect(c, 0, 742, 1600, 120, k.fade("#eafaf8", k.smooth(0.45, 0.55, p)));
  },
  score: {
    tempo: 72,
    root: 64,
    scale: "lydian",
    chords: [0, 1, 4, 0],
    parts: [
      { play: "glass", on: "scale", notes: "0 4 7 4 8 4 7 9", step: 0.5, octave: 0, gain: 0.6 },
      { play: "choir", on: "chord", notes: "0+1 - - - - - - -", step: 0.5, octave: 0, gain: 0.3 },
      { play: "bell", on: "chord", notes: "3 . . . 5 . . .", step: 1, octave: 0, gain: 0.3, from: 13 },
    ],
    reverb: 0.9,
  },
};

const musicPlanet: Planet = {
  slug: "the-planet-of-drums",
  name: "The Planet of Drums",
  suit: "#2ec4b6",
  ink: "#ffe45c",
  space: ["#1b0f2e", "#35123f", "#5a1a4a", "#8c2450"],
  ground: "#e4572e",
  edge: "#b83a1c",
  core: "#ffb347",
  grows: (c, h, t, i) => {
    const hit = Math.max(0, Math.sin(t * k.TAU * 1.1 + i * 1.7)) ** 8;
    k.at(c, 0, 0, { stretch: [1 + hit * 0.15, 1 - hit * 0.2] }, () => {
      k.rect(
        c,
        -h * 0.3,
        -h * 0.6,
        h * 0.6,
        h * 0.6,
        ["#ffb347", "#2ec4b6", "#ff5d8f"][i % 3] ?? "#ffb347",
        8,
      );
      for (let n = -2; n < 3; n++)
        k.stroke(
          c,
          [
            [n * h * 0.12, -h * 0.55],
            [n * h * 0.12 + h * 0.06, -8],
          ],
          "#1b0f2e",
          3,
        );
      k.disc(c, 0, -h * 0.6, h * 0.31, "#fff3e0", h * 0.1);
    });
    if (hit > 0.3) k.ring(c, 0, -h * 0.7, h * 0.3 + hit * h * 0.2, "#ffe45c", 4, Math.PI, k.TAU);
  },
  event: (c, t, p) => {
    k.fill(c, "#35123f");
    for (let i = 10; i > 0; i--) {
      const beat = k.wrap(t * 1.1 + i * 0.1, 1);
      k.disc(c, 800, 400, i * 92 + beat * 92, i % 2 ? "#5a1a4a" : "#8c2450");
    }
    const hit = Math.max(0, Math.sin(t * k.TAU * 1.1)) ** 4;
    k.disc(c, 800, 520 + hit * 10, 330, "#b83a1c", 120);
    k.rect(c, 470, 510, 660, 160, "#b83a1c");
    k.disc(c, 800, 510 + hit * 12, 330, "#fff3e0", 112);
    k.person(
      c,
      800,
      516 - Math.abs(Math.cos(t * k.TAU * 0.55)) * 190,
      240,
      astronaut("#2ec4b6"),
      k.poses.cheer(t),
    );
    k.rect(c, 0, 742, 1600, 170, k.fade("#1b0f2e", k.smooth(0.4, 0.5, p)));
  },
  score: {
    tempo: 132,
    root: 52,
    scale: "minorPentatonic",
    chords: [0, 0, 1, 0],
    parts: [
      {
        play: "marimba",
        on: "key",
        notes: "0 3 2 0 . 4 3 . 0 2 . 5 4 3 2 .",
        step: 0.25,
        octave: 1,
        gain: 0.6,
      },
      { play: "bass", on: "key", notes: "0 . 0 . . 2 . 1", step: 0.5, octave: -1, gain: 0.6 },
    ],
    drums: [
      { hit: "tom", beat: "x..xx.x.x..xo.xx", step: 0.25, gain: 0.8 },
      { hit: "kick", beat: "x...", step: 0.5, gain: 0.7 },
      { hit: "clap", beat: "..x.", step: 0.5, gain: 0.4, from: 6 },
      { hit: "shaker", beat: "xoxo", step: 0.25, gain: 0.3 },
    ],
  },
};

const sleepPlanet: Planet = {
  slug: "the-planet-of-sleep",
  name: "The Planet of Sleep",
  suit: "#f4f1ff",
  ink: "#f4f1ff",
  space: ["#0f1538", "#171f4c", "#212c62", "#2d3b78"],
  ground: "#5b6fb5",
  edge: "#8798d6",
  core: "#44559a",
  grows: (c, h, t, i) => {
    k.disc(c, 0, -h * 0.1, h * 0.42, i % 2 ? "#a9b6ea" : "#c9d2f5", h * (0.3 + 0.03 * k.sway(t, 4, i * 0.2)));
    if (i % 3 === 0)
      for (let n = 0; n < 3; n++)
        k.letter(c, "z", 14 + n * 16, -h * 0.5 - n * 26 + k.sway(t, 3, n * 0.2) * 6, {
          font: "Bricolage",
          weight: 700,
          size: 20 + n * 8,
          color: "#f4f1ff",
        });
  },
  over: (c, t) => {
    k.moon(c, 1250, 200, 90, "#fff3c4", 0.25);
    k.clouds(c, 3, 5, t * 14, "#2d3b7888", { top: 90, bottom: 300 });
  },
  event: (c, t, p) => {
    k.bands(c, 0, 900, ["#0f1538", "#171f4c", "#212c62", "#2d3b78"], 14);
    k.stars(c, 2, 90, t, { bottom: 760 });
    k.at(c, 800 + k.sway(t, 6) * 12, 360, { turn: k.sway(t, 6) * 0.05 }, () => {
      k.disc(c, 0, 0, 270, "#fff3c4");
      k.disc(c, 120, -60, 240, "#171f4c");
      k.at(c, -70, 190, { turn: -1.25 }, () =>
        k.person(c, 0, 0, 210, astronaut("#f4f1ff"), {
          legNear: [0.2, 0.3],
          legFar: [0.1, 0.1],
          armNear: [0.6, 1.4],
          armFar: [0.2, 0.4],
        }),
      );
    });
    for (let i = 0; i < 5; i++)
      k.cloud(
        c,
        180 + i * 320 + k.sway(t, 9, i * 0.2) * 20,
        760 + (i % 2) * 60,
        420,
        i % 2 ? "#44559a" : "#5b6fb5",
        i,
      );
    k.fill(c, k.fade("#0f1538", 0.4 * k.smooth(0.6, 1, p)));
  },
  score: {
    tempo: 56,
    root: 60,
    scale: "major",
    chords: [0, 5, 3, 4],
    beatsPerBar: 3,
    parts: [
      { play: "musicbox", on: "chord", notes: "0 1 2 3 2 1", step: 0.5, octave: 1, gain: 0.55 },
      { play: "pad", on: "chord", notes: "0+2 - -", step: 1, octave: 0, gain: 0.4 },
    ],
    air: [{ sound: "crickets", gain: 0.12 }],
    reverb: 0.8,
  },
};

export const pocketPlanets: Film[] = [
  rainPlanet,
  clockPlanet,
  catPlanet,
  glassPlanet,
  musicPlanet,
  sleepPlanet,
].map(film);
