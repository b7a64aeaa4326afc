import type { Score } from "../sound/score";

export const redLineScore: Score = {
  tempo: 138,
  root: 38,
  scale: "minor",
  chords: [0, 0, 0, 5],
  reverb: 0.45,
  parts: [
    { play: "bass", on: "key", notes: "0 0 0 0 0 0 1 0", step: 0.5, octave: 0, gain: 0.6 },
    { play: "pulse", on: "key", notes: "0 . 7 . 5 . 2 .", step: 0.25, octave: 2, gain: 0.2, from: 4 },
    {
      play: "strings",
      on: "key",
      notes: "7+8 - - - - - - - 9+10 - - - - - - -",
      step: 0.5,
      octave: 1,
      gain: 0.26,
      from: 7.5,
    },
    {
      play: "brass",
      on: "key",
      notes: "0+4 - - - - - - - . . . . . . . .",
      step: 0.5,
      octave: 0,
      gain: 0.5,
      from: 15,
    },
  ],
  drums: [
    { hit: "kick", beat: "x.x.", step: 0.5, gain: 0.5, from: 7.5 },
    { hit: "hat", beat: "..x.", step: 0.25, gain: 0.3 },
  ],
  air: [
    { sound: "rails", gain: 0.6, from: 7 },
    { sound: "hum", gain: 0.3 },
  ],
};
