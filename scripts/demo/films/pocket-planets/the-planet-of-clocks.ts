import * as k from "../../kit";
import { astronaut, type Planet } from "./planet";

export const clockPlanet: Planet = {
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
