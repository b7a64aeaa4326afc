import * as k from "../../kit";
import { astronaut, type Planet } from "./planet";

export const glassPlanet: Planet = {
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
