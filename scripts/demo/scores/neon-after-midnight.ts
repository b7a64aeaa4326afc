import type { Score } from "../sound/score";

export const neonAfterMidnightScore: Score = {
  tempo: 112,
  root: 45,
  scale: "minor",
  chords: [0, 0, 5, 6],
  reverb: 0.4,
  parts: [
    { play: "pulse", on: "chord", notes: "0 0 3 0 0 4 0 3", step: 0.25, octave: 0, gain: 0.4 },
    { play: "bass", on: "chord", notes: "0 . 0 0 . 0 . 0", step: 0.5, octave: -1, gain: 0.5 },
    { play: "pad", on: "chord", notes: "0+1+2 - - -", step: 1, octave: 1, gain: 0.34 },
    { play: "strings", on: "scale", notes: "7 - 9 8 - - 4 -", step: 0.5, octave: 1, gain: 0.28, from: 8.5 },
  ],
  drums: [
    { hit: "kick", beat: "x.....x.x.......", step: 0.25, gain: 0.8 },
    { hit: "clap", beat: "....x.......x...", step: 0.25, gain: 0.4 },
    { hit: "hat", beat: "..x.", step: 0.25, gain: 0.4 },
  ],
  air: [{ sound: "rain", gain: 0.25 }],
};
