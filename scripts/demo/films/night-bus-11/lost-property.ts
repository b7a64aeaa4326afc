import * as k from "../../kit";
import type { Night } from "./bus";

export const lost: Night = {
  slug: "lost-property",
  name: "Lost Property",
  stop: "DEPOT",
  sky: ["#141a1f", "#1f2b30", "#2f4246", "#4a5f5c"],
  city: "#1a2428",
  lit: ["#9fe3c9", "#d8e04a"],
  weather: (c, t) => k.rain(c, t, { color: "#9fc4c455", n: 30, slant: -0.2 }),
  face: {
    skin: "#d9b79a",
    hair: "#b9bcc4",
    dress: "#3f5f6f",
    style: "bob",
    eyes: "down",
    mouth: "calm",
    glasses: true,
  },
  story: (c, t, p) => {
    k.fill(c, "#39464a");
    for (let s = 0; s < 3; s++) k.rect(c, 60, 250 + s * 210, 1480, 18, "#8a6a4a");
    for (let i = 0; i < 24; i++) {
      const x = 130 + (i % 8) * 190;
      const y = 250 + Math.floor(i / 8) * 210;
      const color = ["#e4572e", "#ffd23f", "#4cc9f0", "#b388ff", "#7ae582", "#f4ead6"][i % 6] ?? "#e4572e";
      const hop = Math.max(0, Math.sin(t * 5 + i)) * 26 * k.smooth(0.3, 0.5, p);
      if (i % 4 === 0) k.umbrella(c, x, y - 60 - hop, 56, color, k.mix(color, "#000000", 0.3), t * 0.6 + i);
      else if (i % 4 === 1) k.rect(c, x - 54, y - 84 - hop, 108, 84, color, 14);
      if (i % 4 === 2)
        k.at(c, x, y - hop, {}, () =>
          k.shape(c, "M-60 0 L-60 -16 L60 -16 L60 0 Z M-36 -16 C-36 -90 36 -90 36 -16 Z", color),
        );
      if (i % 4 === 3) k.paperBoat(c, x, y - 12 - hop, 120, color, k.mix(color, "#000000", 0.25));
    }
  },
  score: {
    tempo: 76,
    root: 53,
    scale: "dorian",
    chords: [0, 3, 0, 6],
    reverb: 0.5,
    parts: [
      { play: "piano", on: "chord", notes: "0 . 2 4 . 3 . 2", step: 0.5, octave: 1, gain: 0.5 },
      { play: "marimba", on: "scale", notes: "7 . . 6 . 4 . .", step: 0.5, octave: 0, gain: 0.4 },
      { play: "pad", on: "chord", notes: "0+2 - - -", step: 1, octave: 0, gain: 0.3 },
    ],
    air: [{ sound: "rain", gain: 0.35, to: 12.5 }],
  },
};
