import type { Score } from "../sound/score";

export const belowTheLightScore: Score = {
  tempo: 54,
  root: 48,
  scale: "lydian",
  chords: [0, 2, 1, 0],
  reverb: 1,
  parts: [
    { play: "pad", on: "chord", notes: "0+2 - - - ", step: 1, gain: 0.4 },
    { play: "drone", on: "key", notes: "0 - - - - - - -", step: 1, octave: -2, gain: 0.6 },
    {
      play: "glass",
      on: "chord",
      notes: "4 . 6 . . 5 . 8 . . 7 . . . 3 .",
      step: 0.5,
      octave: 1,
      gain: 0.4,
      pan: 0.3,
    },
    { play: "choir", on: "chord", notes: "3 - - - 4 - - -", step: 1, gain: 0.3, from: 15 },
    { play: "harp", on: "scale", notes: "0 2 4 6 8 6 4 2", step: 0.5, gain: 0.3, to: 9, pan: -0.3 },
  ],
  air: [
    { sound: "bubbles", gain: 0.5 },
    { sound: "sonar", gain: 0.4, from: 8 },
  ],
};
