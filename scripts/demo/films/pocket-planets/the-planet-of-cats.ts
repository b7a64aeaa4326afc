import * as k from "../../kit";
import { astronaut, type Planet } from "./planet";

export const catPlanet: Planet = {
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
