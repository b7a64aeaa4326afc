import type { Score } from "../sound/score";

export const twoCactiAtNoonScore: Score = {
  tempo: 100,
  root: 52,
  scale: "minor",
  chords: [0, 0, 6, 5],
  reverb: 0.5,
  parts: [
    {
      play: "whistle",
      on: "key",
      notes: "0 4 0 4 0 - - . 2 1 -1 - - - . .",
      step: 0.5,
      octave: 2,
      gain: 0.34,
      pan: 0.2,
    },
    { play: "pluck", on: "chord", notes: "0 2 3 2 0 2 3 2", step: 0.5, octave: 0, gain: 0.7, pan: -0.3 },
    {
      play: "choir",
      on: "chord",
      notes: "0+2 - - - - - - -",
      step: 0.5,
      octave: 0,
      gain: 0.3,
      from: 8,
      to: 14.5,
    },
    {
      play: "brass",
      on: "key",
      notes: "4 - 7 - 9 - 8 7 4 - - - . . . .",
      step: 0.5,
      octave: 0,
      gain: 0.34,
      from: 17.5,
    },
    { play: "bell", on: "key", notes: "0 . . . . . . .", step: 1, octave: 0, gain: 0.3, to: 14 },
  ],
  drums: [
    { hit: "rim", beat: "x.xxx.xx", step: 0.25, gain: 0.3, from: 4 },
    { hit: "tom", beat: "x.......x...x...", step: 0.25, gain: 0.5 },
  ],
  air: [{ sound: "wind", gain: 0.35, to: 14 }],
};
