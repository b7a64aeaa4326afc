import * as k from "../../kit";
import { astronaut, type Planet } from "./planet";

export const rainPlanet: Planet = {
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
