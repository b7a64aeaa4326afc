import * as k from "../../kit";
import type { Night } from "./bus";

export const cellist: Night = {
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
