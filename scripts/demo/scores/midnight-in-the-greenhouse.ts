import type { Score } from "../sound/score";

export const midnightInTheGreenhouseScore: Score = {
  tempo: 60,
  root: 41,
  scale: "whole",
  chords: [0, 1],
  reverb: 0.9,
  parts: [
    { play: "drone", on: "key", notes: "0+1 - - - - - - -", step: 1, octave: -1, gain: 0.6 },
    { play: "strings", on: "key", notes: "12 - 13 - 12 - 14 -", step: 0.5, octave: 1, gain: 0.2, from: 5 },
    {
      play: "musicbox",
      on: "key",
      notes: "6 . 8 . 7 . . 5 . . 9 . . . . .",
      step: 0.5,
      octave: 1,
      gain: 0.5,
    },
    { play: "choir", on: "key", notes: "3+4 - - - 5+6 - - -", step: 1, octave: 1, gain: 0.36, from: 13 },
  ],
  drums: [
    { hit: "kick", beat: "x.x.....", step: 0.5, gain: 0.8, from: 7, to: 20 },
    { hit: "gong", beat: "x", step: 8, gain: 0.9, from: 19.6 },
  ],
  air: [
    { sound: "wind", gain: 0.4 },
    { sound: "crickets", gain: 0.3, to: 7 },
  ],
};
