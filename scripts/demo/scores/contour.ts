import type { Score } from "../sound/score";

export const contourScore: Score = {
  tempo: 68,
  root: 56,
  scale: "lydian",
  chords: [0, 4, 1, 0],
  reverb: 0.85,
  parts: [
    {
      play: "piano",
      on: "scale",
      notes: "0 . 4 . 7 . 8 . 4 . 6 . 7 . . .",
      step: 0.5,
      octave: 0,
      gain: 0.5,
    },
    { play: "strings", on: "chord", notes: "0+2 - - - 1+2 - - -", step: 1, octave: 0, gain: 0.3, from: 7 },
    { play: "glass", on: "scale", notes: "11 . . 9 . . 8 . . . . .", step: 0.5, octave: 0, gain: 0.3 },
    { play: "choir", on: "chord", notes: "0+1 - - - - - - -", step: 1, octave: 0, gain: 0.3, from: 15 },
  ],
  drums: [
    { hit: "gong", beat: "x", step: 16, gain: 0.7, from: 18 },
    { hit: "tick", beat: "x.x.x.x.", step: 0.5, gain: 0.15, to: 7 },
  ],
  air: [
    { sound: "wind", gain: 0.25 },
    { sound: "sea", gain: 0.4, from: 7 },
  ],
};
