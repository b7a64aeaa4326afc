import * as k from "../../kit";
import type { Night } from "./bus";

export const baker: Night = {
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
