import * as k from "../../kit";
import { bus, type Night } from "./bus";

export const moons: Night = {
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
