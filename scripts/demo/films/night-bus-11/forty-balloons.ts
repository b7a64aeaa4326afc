import * as k from "../../kit";
import { bus, type Night } from "./bus";

export const balloons: Night = {
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
