import type { Score } from "../sound/score";

export const medusaWaltzScore: Score = {
  tempo: 168,
  root: 62,
  scale: "major",
  chords: [0, 0, 4, 4, 1, 4, 0, 0],
  beatsPerBar: 3,
  reverb: 0.6,
  parts: [
    { play: "strings", on: "chord", notes: ". 1+2 1+2", step: 1, gain: 0.3, pan: -0.3 },
    { play: "pizzicato", on: "chord", notes: "0 . .", step: 1, octave: -2, gain: 1 },
    {
      play: "strings",
      on: "scale",
      notes: "4 - - 6 - 7 9 - - 8 - - 7 - 6 5 - 4 6 - - - - .",
      step: 1,
      octave: 0,
      gain: 0.4,
      pan: 0.2,
    },
    { play: "harp", on: "chord", notes: "0 1 2 3 4 5", step: 0.5, octave: 0, gain: 0.34, from: 7 },
    { play: "musicbox", on: "chord", notes: "5 . 4 . 3 .", step: 0.5, octave: 1, gain: 0.3, from: 14 },
  ],
  drums: [{ hit: "gong", beat: "x...................................", step: 1, gain: 0.25, from: 20 }],
};
