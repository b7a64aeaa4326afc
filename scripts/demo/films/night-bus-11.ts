import type { Film, Shot } from "../film";
import * as k from "../kit";
import type { Score } from "../sound/score";

/** One night, one passenger: the streets the bus goes through and what the passenger carries. */
interface Night {
  slug: string;
  name: string;
  stop: string;
  sky: string[];
  city: string;
  lit: string[];
  weather?(c: k.Context, t: number): void;
  face: k.Face;
  story: Shot["draw"];
  score: Score;
}

function bus(c: k.Context, x: number, y: number, t: number, riders: string[]) {
  k.at(c, x, y + k.sway(t, 0.9) * 2, {}, () => {
    k.rect(c, -400, -300, 800, 264, "#d8e04a", 34);
    k.rect(c, -400, -120, 800, 60, "#2f6f5f");
    for (let i = 0; i < 5; i++) {
      k.rect(c, -370 + i * 128, -268, 112, 120, "#fff1b8", 12);
      const color = riders[i];
      if (color) {
        k.disc(c, -314 + i * 128, -206, 22, "#6b4a3c", 26);
        k.rect(c, -346 + i * 128, -184, 64, 36, color, 14);
      }
    }
    k.rect(c, 276, -268, 104, 208, "#c9f0ee", 12);
    k.rect(c, 60, -330, 240, 44, "#1c1c24", 10);
    k.letter(c, "11 NIGHT", 180, -297, { font: "Orbitron", weight: 800, size: 30, color: "#ffb020" });
    for (const wx of [-250, 240]) k.wheel(c, wx, -40, 46, t * 1.2, "#b9bcc4");
    k.disc(c, 394, -90, 16, "#fff7d6");
    k.poly(
      c,
      [
        [400, -96],
        [900, -150],
        [900, 10],
        [400, -76],
      ],
      "#fff1b833",
    );
  });
}

const drive =
  (n: Night): Shot["draw"] =>
  (c, t) => {
    k.bands(c, 0, 700, n.sky, 12);
    k.moon(c, 300, 170, 60, "#fff6da", 0.3);
    k.skyline(c, {
      seed: n.slug.length,
      y: 640,
      height: 420,
      width: 150,
      color: k.mix(n.city, "#000000", 0.25),
      lit: n.lit,
      share: 0.25,
      shift: t * 60,
    });
    k.skyline(c, {
      seed: n.slug.length + 3,
      y: 760,
      height: 330,
      width: 190,
      color: n.city,
      lit: n.lit,
      share: 0.4,
      shift: t * 150,
      roofs: false,
    });
    k.rect(c, -10, 740, 1700, 200, "#15151f");
    for (let i = 0; i < 9; i++) k.rect(c, k.wrap(i * 220 - t * 320, 1900) - 180, 846, 110, 8, "#d8d8c8");
    for (let i = 0; i < 4; i++)
      k.lamp(c, k.wrap(i * 560 - t * 320, 2240) - 300, 750, 380, "#0b0b12", "#ffd27a");
    bus(c, 800, 840, t, [n.face.dress, "", "#7a5a8c", "", ""]);
    n.weather?.(c, t);
  };

const seat =
  (n: Night): Shot["draw"] =>
  (c, t, p) => {
    k.fill(c, "#23303a");
    k.rect(c, 140, 70, 1320, 640, "#0c0e18", 60);
    k.clipped(
      c,
      () => c.roundRect(140, 70, 1320, 640, 60),
      () => {
        k.bands(c, 0, 700, n.sky, 12);
        k.skyline(c, {
          seed: 5,
          y: 720,
          height: 460,
          width: 210,
          color: n.city,
          lit: n.lit,
          share: 0.45,
          shift: t * 210,
        });
        for (let i = 0; i < 3; i++)
          k.rect(c, k.wrap(i * 800 - t * 900, 2400) - 300, 60, 46, 660, "#ffffff14");
        n.weather?.(c, t);
      },
    );
    k.portrait(c, 620, 620, 1.35, n.face, {
      look: p < 0.5 ? 0.9 : -0.2,
      blink: t % 2.8 < 0.13,
      turn: k.sway(t, 1.8) * 0.015,
    });
    k.rect(c, -10, 780, 1700, 140, "#d8e04a");
    k.rect(c, -10, 770, 1700, 14, "#9aa03a");
    const glow = k.wrap(t * 0.7, 1);
    k.poly(
      c,
      [
        [1700 - glow * 2400, 0],
        [1900 - glow * 2400, 0],
        [1500 - glow * 2400, 900],
        [1200 - glow * 2400, 900],
      ],
      "#ffd27a1c",
    );
    k.rect(c, 1130, 130, 250, 84, "#1c1c24", 14);
    k.letter(c, n.stop, 1255, 186, { font: "Orbitron", size: 34, color: "#ffb020", maxWidth: 220 });
  };

const story =
  (n: Night): Shot["draw"] =>
  (c, t, p) => {
    n.story(c, t, p);
    if (p < 0.55) return;
    c.globalAlpha = k.smooth(0.55, 0.7, p);
    k.rect(c, 90, 740, 26, 80, "#d8e04a");
    k.letter(c, n.name, 140, 806, {
      font: "Bricolage",
      weight: 700,
      size: 76,
      color: "#ffffff",
      align: "left",
    });
    c.globalAlpha = 1;
  };

const film = (n: Night): Film => ({
  slug: `night-bus-11/${n.slug}`,
  height: 480,
  crf: 1,
  shots: [
    { seconds: 6, draw: drive(n), fadeFrom: "#000000" },
    { seconds: 6.5, draw: seat(n) },
    { seconds: 8.5, draw: story(n), fadeTo: "#000000" },
  ],
  score: n.score,
});

const cellist: Night = {
  slug: "the-cellist",
  name: "The Cellist",
  stop: "OPERA",
  sky: ["#0f1030", "#1b1b4a", "#332a66", "#57407f"],
  city: "#1c1a3c",
  lit: ["#ffd27a", "#ff9d6b"],
  face: { skin: "#c98f6b", hair: "#1c1216", dress: "#7a1f3d", style: "bun", mouth: "calm", blush: "#b86a55" },
  story: (c, t) => {
    k.bands(c, 0, 900, ["#2a0f1f", "#431a2c", "#5f2738"]);
    k.poly(
      c,
      [
        [700, -10],
        [900, -10],
        [1250, 900],
        [350, 900],
      ],
      "#ffe3b026",
    );
    k.disc(c, 800, 800, 420, "#ffe3b033", 50);
    k.person(
      c,
      770,
      820,
      470,
      { top: "#7a1f3d", cut: "dress", legs: "#7a1f3d", skin: "#c98f6b", hair: "#1c1216", hairstyle: "bun" },
      {
        ...k.poses.sit(),
        armNear: [0.9 + k.sway(t, 1.8) * 0.3, 1.4 + k.sway(t, 1.8) * 0.25],
        armFar: [2.2, 2.5],
      },
    );
    k.at(c, 900, 800, { turn: -0.22 }, () => {
      k.shape(
        c,
        "M-90 -20 C-120 -110 -50 -130 -66 -190 C-90 -260 90 -260 66 -190 C50 -130 120 -110 90 -20 C60 20 -60 20 -90 -20 Z",
        "#b5602f",
      );
      k.rect(c, -10, -460, 20, 300, "#3a1c12");
      k.rect(c, -5, 0, 10, 60, "#3a1c12");
    });
    const b = k.sway(t, 1.8) * 110;
    k.stroke(
      c,
      [
        [790 + b, 700],
        [1060 + b, 620],
      ],
      "#f3e3c0",
      8,
    );
    for (let i = 0; i < 6; i++)
      k.trace(
        c,
        `M${1000 + i * 40} ${560 - i * 60} q${60 + k.sway(t, 2, i * 0.2) * 40} -40 120 0 t120 0`,
        "#ffd27a66",
        5,
      );
  },
  score: {
    tempo: 60,
    root: 48,
    scale: "minor",
    chords: [0, 5, 2, 4],
    reverb: 0.7,
    parts: [
      {
        play: "strings",
        on: "scale",
        notes: "4 - 3 2 4 - 7 - 6 - 5 4 3 - - -",
        step: 0.5,
        octave: 0,
        gain: 0.5,
      },
      { play: "piano", on: "chord", notes: "0 2 4 2", step: 0.5, octave: 0, gain: 0.35 },
    ],
    air: [{ sound: "hum", gain: 0.15, to: 12 }],
  },
};

const balloons: Night = {
  slug: "forty-balloons",
  name: "Forty Balloons",
  stop: "HARBOUR",
  sky: ["#0d2b45", "#1c4a63", "#3a7a85", "#84b8a4"],
  city: "#14384d",
  lit: ["#ffe08a", "#8fe3d0"],
  weather: (c, t) => k.rise(c, t, { n: 8, color: "#ff7eb6", size: 20, speed: 60 }),
  face: { skin: "#8a5a3c", hair: "#20140f", dress: "#f2b01e", style: "short", mouth: "smile", glasses: true },
  story: (c, t, p) => {
    k.bands(c, 0, 900, ["#1c4a63", "#3a7a85", "#84b8a4", "#f3d9a0"], 12);
    k.skyline(c, {
      seed: 8,
      y: 900,
      height: 260,
      width: 140,
      color: "#14384d",
      lit: ["#ffe08a"],
      share: 0.3,
    });
    const y = 800 - k.easeIn(p) * 500;
    k.scatter(6, 40, (r, i) => {
      const bx = 800 + (r() - 0.5) * 520 + k.sway(t, 3, r()) * 10;
      const by = y - 330 - r() * 240;
      k.stroke(
        c,
        [
          [bx, by + 40],
          [800, y - 60],
        ],
        "#ffffff55",
        2,
      );
      k.disc(c, bx, by, 36, ["#ff5d8f", "#ffd23f", "#4cc9f0", "#7ae582", "#b388ff"][i % 5] ?? "#ff5d8f", 44);
    });
    k.at(c, 800, y, { scale: 0.42 }, () => bus(c, 0, 240, t, ["#f2b01e", "", "", "#7a5a8c", ""]));
  },
  score: {
    tempo: 108,
    root: 60,
    scale: "major",
    chords: [0, 3, 5, 4],
    reverb: 0.35,
    parts: [
      { play: "harp", on: "chord", notes: "0 1 2 3 4 3 2 1", step: 0.5, octave: 0, gain: 0.5 },
      {
        play: "whistle",
        on: "scale",
        notes: "4 - 7 - 6 5 4 - 2 - 4 - - - . .",
        step: 0.5,
        octave: 0,
        gain: 0.3,
      },
      { play: "bass", on: "chord", notes: "0 . 2 .", step: 1, octave: -2, gain: 0.5 },
    ],
    drums: [{ hit: "shaker", beat: "xoxo", step: 0.5, gain: 0.3 }],
  },
};

const baker: Night = {
  slug: "four-in-the-morning-bread",
  name: "Four-in-the-Morning Bread",
  stop: "MILL LANE",
  sky: ["#2b1710", "#4a2416", "#7a3c1e", "#b5652f"],
  city: "#35190f",
  lit: ["#ffcf7a", "#ff9d4a"],
  face: {
    skin: "#e3b68f",
    hair: "#8a5a34",
    dress: "#f6f1e6",
    style: "bald",
    mouth: "smile",
    moustache: "#6b3f22",
    blush: "#e08a6a",
  },
  story: (c, t, p) => {
    k.fill(c, "#5a2a18");
    for (let r = 0; r < 7; r++)
      for (let i = -1; i < 12; i++)
        k.rect(c, i * 150 + (r % 2) * 75, r * 90, 142, 82, r % 3 ? "#6d3520" : "#642f1c", 8);
    k.shape(c, "M360 640 L360 380 C380 120 1220 120 1240 380 L1240 640 Z", "#2b1208");
    k.shape(c, "M410 640 L410 400 C430 180 1170 180 1190 400 L1190 640 Z", "#ff8a2a");
    for (let i = 0; i < 9; i++)
      k.poly(
        c,
        [
          [430 + i * 84, 640],
          [474 + i * 84 + k.sway(t, 0.8, i) * 14, 500 - 90 * k.noise(i, t * 3)],
          [520 + i * 84, 640],
        ],
        i % 2 ? "#ffd36b" : "#ffb03c",
      );
    for (let i = 0; i < 4; i++) {
      const rise = k.smooth(0, 0.8, p - i * 0.05);
      k.disc(c, 520 + i * 190, 640, 78 + rise * 12, k.mix("#f0d9a8", "#b5692f", rise), 30 + rise * 40);
      for (let n = -1; n < 2; n++)
        k.stroke(
          c,
          [
            [500 + i * 190 + n * 30, 616 - rise * 24],
            [530 + i * 190 + n * 30, 640 - rise * 24],
          ],
          "#f6e3b8",
          5,
        );
    }
    k.rect(c, 0, 650, 1600, 270, "#8a4a28");
    k.rect(c, 0, 650, 1600, 20, "#a8603a");
  },
  score: {
    tempo: 84,
    root: 55,
    scale: "mixolydian",
    chords: [0, 4, 3, 0],
    reverb: 0.3,
    parts: [
      {
        play: "accordion",
        on: "scale",
        notes: "4 5 4 2 0 - 2 - 3 4 3 1 0 - - .",
        step: 0.5,
        octave: 0,
        gain: 0.34,
      },
      { play: "pizzicato", on: "chord", notes: "0 1 2 1", step: 0.5, octave: -1, gain: 0.8 },
    ],
    drums: [{ hit: "stamp", beat: "x.o.", step: 0.5, gain: 0.3 }],
    air: [{ sound: "fire", gain: 0.4 }],
  },
};

const lost: Night = {
  slug: "lost-property",
  name: "Lost Property",
  stop: "DEPOT",
  sky: ["#141a1f", "#1f2b30", "#2f4246", "#4a5f5c"],
  city: "#1a2428",
  lit: ["#9fe3c9", "#d8e04a"],
  weather: (c, t) => k.rain(c, t, { color: "#9fc4c455", n: 30, slant: -0.2 }),
  face: {
    skin: "#d9b79a",
    hair: "#b9bcc4",
    dress: "#3f5f6f",
    style: "bob",
    eyes: "down",
    mouth: "calm",
    glasses: true,
  },
  story: (c, t, p) => {
    k.fill(c, "#39464a");
    for (let s = 0; s < 3; s++) k.rect(c, 60, 250 + s * 210, 1480, 18, "#8a6a4a");
    for (let i = 0; i < 24; i++) {
      const x = 130 + (i % 8) * 190;
      const y = 250 + Math.floor(i / 8) * 210;
      const color = ["#e4572e", "#ffd23f", "#4cc9f0", "#b388ff", "#7ae582", "#f4ead6"][i % 6] ?? "#e4572e";
      const hop = Math.max(0, Math.sin(t * 5 + i)) * 26 * k.smooth(0.3, 0.5, p);
      if (i % 4 === 0) k.umbrella(c, x, y - 60 - hop, 56, color, k.mix(color, "#000000", 0.3), t * 0.6 + i);
      else if (i % 4 === 1) k.rect(c, x - 54, y - 84 - hop, 108, 84, color, 14);
      if (i % 4 === 2)
        k.at(c, x, y - hop, {}, () =>
          k.shape(c, "M-60 0 L-60 -16 L60 -16 L60 0 Z M-36 -16 C-36 -90 36 -90 36 -16 Z", color),
        );
      if (i % 4 === 3) k.paperBoat(c, x, y - 12 - hop, 120, color, k.mix(color, "#000000", 0.25));
    }
  },
  score: {
    tempo: 76,
    root: 53,
    scale: "dorian",
    chords: [0, 3, 0, 6],
    reverb: 0.5,
    parts: [
      { play: "piano", on: "chord", notes: "0 . 2 4 . 3 . 2", step: 0.5, octave: 1, gain: 0.5 },
      { play: "marimba", on: "scale", notes: "7 . . 6 . 4 . .", step: 0.5, octave: 0, gain: 0.4 },
      { play: "pad", on: "chord", notes: "0+2 - - -", step: 1, octave: 0, gain: 0.3 },
    ],
    air: [{ sound: "rain", gain: 0.35, to: 12.5 }],
  },
};

const moons: Night = {
  slug: "two-moons-over-route-11",
  name: "Two Moons over Route 11",
  stop: "?",
  sky: ["#240b3d", "#4a1a6b", "#8a3a8c", "#d96a8c"],
  city: "#2a1047",
  lit: ["#7ff0e0", "#ff9ecb"],
  weather: (c, t) => {
    k.disc(c, 1250, 190, 90, "#7ff0e0");
    k.stars(c, 4, 26, t, { bottom: 400 });
  },
  face: {
    skin: "#7fb8a8",
    hair: "#2a1047",
    dress: "#c9b8ff",
    style: "long",
    mouth: "calm",
    blush: "#5f9a8c",
  },
  story: (c, t, p) => {
    k.bands(c, 0, 900, ["#240b3d", "#4a1a6b", "#8a3a8c", "#d96a8c"], 20);
    k.stars(c, 11, 90, t, { bottom: 700 });
    k.disc(c, 420, 260, 130, "#fff6da");
    k.disc(c, 1150, 220, 190, "#7ff0e0");
    k.disc(c, 1210, 170, 40, "#5fcfc0");
    k.disc(c, 1080, 280, 26, "#5fcfc0");
    k.at(c, 1150, 220, { turn: -0.35, stretch: [1, 0.22] }, () => k.ring(c, 0, 0, 300, "#fff6da88", 18));
    k.trace(c, "M-20 860 C400 860 520 640 800 600 C1060 560 1240 480 1640 520", "#c9b8ff55", 60);
    const x = k.lerp(-100, 1500, p);
    k.at(c, x, 700 - p * 150, { scale: 0.4, turn: -0.18 }, () =>
      bus(c, 0, 100, t, ["#c9b8ff", "#7ff0e0", "", "#ff9ecb", ""]),
    );
  },
  score: {
    tempo: 92,
    root: 50,
    scale: "whole",
    chords: [0, 1, 2, 1],
    reverb: 0.8,
    parts: [
      { play: "glass", on: "key", notes: "0 2 4 5 7 5 4 2", step: 0.5, octave: 1, gain: 0.45 },
      { play: "choir", on: "key", notes: "0+2 - - - 1+3 - - -", step: 1, octave: 0, gain: 0.36 },
      { play: "pulse", on: "key", notes: "0 . 0 2 . 0 . 4", step: 0.25, octave: 0, gain: 0.22 },
    ],
    air: [{ sound: "hum", gain: 0.2 }],
  },
};

const terminus: Night = {
  slug: "terminus",
  name: "Terminus",
  stop: "TERMINUS",
  sky: ["#3a5a8c", "#8a7fae", "#e3a08f", "#fbd79a"],
  city: "#46507a",
  lit: ["#fff1b8"],
  face: {
    skin: "#6f4a34",
    hair: "#2a2a2e",
    dress: "#2f6f5f",
    style: "short",
    mouth: "smile",
    moustache: "#c9c9cf",
  },
  story: (c, t, p) => {
    k.bands(c, 0, 620, ["#8a7fae", "#e3a08f", "#f7bd88", "#fde3b0"], 10);
    k.disc(c, 800, 600 - p * 190, 130, "#fff6d0");
    k.rect(c, -10, 600, 1700, 330, "#3f7f9a");
    k.sea(c, t, 620, ["#4a8ca5", "#3f7f9a", "#346f8a"], { height: 8, length: 420, speed: 0.1, bottom: 760 });
    k.glitter(c, t, 800, 606, 740, "#fff6d0", 200);
    k.rect(c, -10, 740, 1700, 200, "#2a2a34");
    k.at(c, 1140, 760, { scale: 0.62 }, () => bus(c, 0, 0, 0, ["", "", "", "", ""]));
    const crew = ["#7a1f3d", "#f2b01e", "#f6f1e6", "#3f5f6f", "#c9b8ff", "#2f6f5f"];
    for (const [i, color] of crew.entries())
      k.person(
        c,
        210 + i * 105,
        760,
        190 + (i % 3) * 12,
        {
          top: color,
          cut: i % 2 ? "coat" : "dress",
          legs: "#20202a",
          skin: ["#c98f6b", "#8a5a3c", "#e3b68f", "#d9b79a", "#7fb8a8", "#6f4a34"][i],
        },
        p > 0.6 ? k.poses.cheer(t + i * 0.2) : k.poses.stand(t + i),
      );
    k.flock(c, 1300 - t * 30, 260, 5, 44, "#4a3a5c", t);
  },
  score: {
    tempo: 80,
    root: 60,
    scale: "major",
    chords: [0, 4, 5, 3],
    reverb: 0.5,
    parts: [
      { play: "piano", on: "chord", notes: "0 1 2 3 2 1 2 1", step: 0.5, octave: 0, gain: 0.45 },
      { play: "strings", on: "chord", notes: "0+2 - - -", step: 1, octave: 0, gain: 0.34 },
      {
        play: "brass",
        on: "scale",
        notes: "4 - - 5 7 - - - 6 - 5 - 4 - - -",
        step: 0.5,
        octave: 0,
        gain: 0.26,
        from: 12.5,
      },
    ],
    drums: [{ hit: "shaker", beat: "x.o.", step: 0.5, gain: 0.25 }],
    air: [{ sound: "sea", gain: 0.35, from: 12 }],
  },
};

export const nightBus11: Film[] = [cellist, balloons, baker, lost, moons, terminus].map(film);
