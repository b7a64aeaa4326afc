import type { Score } from "../sound/score";

export const theThirdCupScore: Score = {
  tempo: 58,
  root: 62,
  scale: "insen",
  chords: [0],
  reverb: 0.55,
  parts: [
    {
      play: "pluck",
      on: "key",
      notes: "0 . . 2 1 . 0 . . . -1 . 3 . 2 . 1 . . . 0 . . .",
      step: 0.5,
      gain: 0.8,
    },
    { play: "flute", on: "key", notes: ". . . . 4 - - - 3 - 2 - - - . .", step: 1, octave: 0, gain: 0.34 },
    { play: "glass", on: "key", notes: ". . . 5 . . 4 .", step: 1, octave: 1, gain: 0.26 },
  ],
  drums: [{ hit: "gong", beat: "x...............", step: 1, gain: 0.3 }],
  air: [
    { sound: "rain", gain: 0.06 },
    { sound: "bubbles", gain: 0.3, from: 9.5, to: 15 },
  ],
};
