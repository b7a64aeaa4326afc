import * as k from "../../kit";
import { astronaut, type Planet } from "./planet";

export const sleepPlanet: Planet = {
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
      k.moon(c, 0, 0, 270, "#fff3c4", -0.22);
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
