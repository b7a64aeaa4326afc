import type { Score } from "../sound/score";

export const theLastKeeperScore: Score = {
  tempo: 63,
  root: 50,
  scale: "minor",
  chords: [0, 5, 3, 4],
  reverb: 0.75,
  parts: [
    { play: "strings", on: "chord", notes: "0+2 - - - 1+3 - - -", step: 1, octave: 0, gain: 0.34 },
    { play: "drone", on: "chord", notes: "0 - - -", step: 1, octave: -2, gain: 0.5 },
    {
      play: "piano",
      on: "chord",
      notes: "3 . 4 5 . 4 3 .",
      step: 0.5,
      octave: 1,
      gain: 0.36,
      from: 7.6,
      pan: 0.2,
    },
    { play: "brass", on: "chord", notes: "0 - - 2 3 - - -", step: 1, octave: -1, gain: 0.3, from: 14 },
  ],
  drums: [{ hit: "tom", beat: "x..o x...", step: 0.5, gain: 0.6, to: 14 }],
  air: [
    { sound: "sea", gain: 0.5 },
    { sound: "wind", gain: 0.4, to: 16 },
    { sound: "thunder", gain: 0.7, to: 14 },
  ],
};
