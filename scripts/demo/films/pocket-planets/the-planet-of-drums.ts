import * as k from "../../kit";
import { astronaut, type Planet } from "./planet";

export const musicPlanet: Planet = {
  slug: "the-planet-of-drums",
  name: "The Planet of Drums",
  suit: "#2ec4b6",
  ink: "#ffe45c",
  space: ["#1b0f2e", "#35123f", "#5a1a4a", "#8c2450"],
  ground: "#e4572e",
  edge: "#b83a1c",
  core: "#ffb347",
  grows: (c, h, t, i) => {
    const hit = Math.max(0, Math.sin(t * k.TAU * 1.1 + i * 1.7)) ** 8;
    k.at(c, 0, 0, { stretch: [1 + hit * 0.15, 1 - hit * 0.2] }, () => {
      k.rect(
        c,
        -h * 0.3,
        -h * 0.6,
        h * 0.6,
        h * 0.6,
        ["#ffb347", "#2ec4b6", "#ff5d8f"][i % 3] ?? "#ffb347",
        8,
      );
      for (let n = -2; n < 3; n++)
        k.stroke(
          c,
          [
            [n * h * 0.12, -h * 0.55],
            [n * h * 0.12 + h * 0.06, -8],
          ],
          "#1b0f2e",
          3,
        );
      k.disc(c, 0, -h * 0.6, h * 0.31, "#fff3e0", h * 0.1);
    });
    if (hit > 0.3) k.ring(c, 0, -h * 0.7, h * 0.3 + hit * h * 0.2, "#ffe45c", 4, Math.PI, k.TAU);
  },
  event: (c, t, p) => {
    k.fill(c, "#35123f");
    for (let i = 10; i > 0; i--) {
      const beat = k.wrap(t * 1.1 + i * 0.1, 1);
      k.disc(c, 800, 400, i * 92 + beat * 92, i % 2 ? "#5a1a4a" : "#8c2450");
    }
    const hit = Math.max(0, Math.sin(t * k.TAU * 1.1)) ** 4;
    k.disc(c, 800, 520 + hit * 10, 330, "#b83a1c", 120);
    k.rect(c, 470, 510, 660, 160, "#b83a1c");
    k.disc(c, 800, 510 + hit * 12, 330, "#fff3e0", 112);
    k.person(
      c,
      800,
      516 - Math.abs(Math.cos(t * k.TAU * 0.55)) * 190,
      240,
      astronaut("#2ec4b6"),
      k.poses.cheer(t),
    );
    k.rect(c, 0, 742, 1600, 170, k.fade("#1b0f2e", k.smooth(0.4, 0.5, p)));
  },
  score: {
    tempo: 132,
    root: 52,
    scale: "minorPentatonic",
    chords: [0, 0, 1, 0],
    parts: [
      {
        play: "marimba",
        on: "key",
        notes: "0 3 2 0 . 4 3 . 0 2 . 5 4 3 2 .",
        step: 0.25,
        octave: 1,
        gain: 0.6,
      },
      { play: "bass", on: "key", notes: "0 . 0 . . 2 . 1", step: 0.5, octave: -1, gain: 0.6 },
    ],
    drums: [
      { hit: "tom", beat: "x..xx.x.x..xo.xx", step: 0.25, gain: 0.8 },
      { hit: "kick", beat: "x...", step: 0.5, gain: 0.7 },
      { hit: "clap", beat: "..x.", step: 0.5, gain: 0.4, from: 6 },
      { hit: "shaker", beat: "xoxo", step: 0.25, gain: 0.3 },
    ],
  },
};
