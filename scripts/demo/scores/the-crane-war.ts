import type { Score } from "../sound/score";

export const theCraneWarScore: Score = {
  tempo: 144,
  root: 50,
  scale: "minorPentatonic",
  chords: [0, 0, 3, 1],
  reverb: 0.35,
  parts: [
    {
      play: "pluck",
      on: "key",
      notes: "0 0 2 0 3 2 0 -1 0 0 4 3 2 3 0 .",
      step: 0.5,
      octave: 0,
      gain: 0.8,
    },
    {
      play: "brass",
      on: "key",
      notes: "0+2 - - . 3+5 - 4 - 2+4 - - - 0+3 - - .",
      step: 1,
      octave: 0,
      gain: 0.34,
      from: 5.8,
      to: 16,
    },
    {
      play: "flute",
      on: "key",
      notes: "5 - 4 3 2 - 3 - 0 - - - . . . .",
      step: 1,
      octave: 0,
      gain: 0.4,
      from: 16,
    },
    { play: "drone", on: "key", notes: "0 - - - - - - -", step: 1, octave: -1, gain: 0.4 },
  ],
  drums: [
    { hit: "tom", beat: "x.xxo.x.x.xxoxxx", step: 0.25, gain: 0.8, from: 5.8, to: 16 },
    { hit: "stamp", beat: "x...x...", step: 0.5, gain: 0.7, from: 5.8, to: 16 },
    { hit: "rim", beat: "x..x..x.", step: 0.25, gain: 0.3 },
  ],
  air: [{ sound: "rain", gain: 0.3, from: 16 }],
};
