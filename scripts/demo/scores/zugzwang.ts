import type { Score } from "../sound/score";

export const zugzwangScore: Score = {
  tempo: 66,
  root: 43,
  scale: "phrygian",
  chords: [0, 1, 0, 5],
  reverb: 0.5,
  parts: [
    {
      play: "piano",
      on: "chord",
      notes: "0 . . . 2 . . 4 . . 3 . . . . .",
      step: 0.5,
      octave: 1,
      gain: 0.7,
    },
    { play: "strings", on: "chord", notes: "0 - - - 1 - - -", step: 1, octave: 0, gain: 0.36 },
    {
      play: "strings",
      on: "scale",
      notes: "8 8 8 8 8 8 8 8 7 7 7 7 7 7 7 7",
      step: 0.25,
      octave: 1,
      gain: 0.22,
      from: 13,
      to: 19,
    },
    { play: "bass", on: "chord", notes: "0 - - - . . . .", step: 0.5, octave: -1, gain: 0.5 },
  ],
  drums: [
    { hit: "stamp", beat: "x.......", step: 0.5, gain: 0.5 },
    { hit: "gong", beat: "x", step: 16, gain: 0.6, from: 21 },
  ],
  air: [{ sound: "clock", gain: 0.5, to: 19 }],
};
