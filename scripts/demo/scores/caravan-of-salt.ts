import type { Score } from "../sound/score";

export const caravanOfSaltScore: Score = {
  tempo: 84,
  root: 50,
  scale: "hijaz",
  chords: [0, 0, 1, 0, 3, 0, 1, 0],
  reverb: 0.6,
  parts: [
    {
      play: "pluck",
      on: "key",
      notes: "0 . 2 1 0 . 4 3 2 1 2 . 0 . . . 4 . 5 4 3 2 3 . 1 0 1 2 0 . . .",
      step: 0.5,
      octave: 0,
      gain: 0.6,
      pan: -0.2,
    },
    { play: "drone", on: "key", notes: "0+4 - - - - - - -", step: 1, octave: -1, gain: 0.4 },
    {
      play: "flute",
      on: "key",
      notes: "7 - - 8 7 - 5 4 - - - . 5 - 4 3 2 - 1 - 0 - - - . . . . . . . .",
      step: 0.5,
      octave: 0,
      gain: 0.36,
      from: 24,
      pan: 0.25,
    },
    { play: "strings", on: "chord", notes: "0+2 - - - 1+2 - - -", step: 1, gain: 0.24, from: 64 },
    { play: "choir", on: "chord", notes: "0+1+2 - - - - - - -", step: 1, gain: 0.3, from: 118 },
    { play: "bell", on: "key", notes: "7 . . . . . . .", step: 1, octave: 0, gain: 0.2, from: 64, to: 78 },
  ],
  drums: [
    { hit: "tom", beat: "x..x..x.x..x..o.", step: 0.25, gain: 0.5, from: 10, to: 48 },
    { hit: "rim", beat: "..x...x...x.x.x.", step: 0.25, gain: 0.25, from: 10, to: 48 },
    { hit: "tom", beat: "x.o.x.o.", step: 0.25, gain: 0.6, from: 90, to: 103 },
    { hit: "tom", beat: "x..x..x.x..x..o.", step: 0.25, gain: 0.5, from: 115, to: 164 },
    { hit: "clap", beat: "....x.......x...", step: 0.25, gain: 0.25, from: 131, to: 164 },
  ],
  air: [
    { sound: "wind", gain: 0.22 },
    { sound: "wind", gain: 0.7, from: 90, to: 103 },
    { sound: "fire", gain: 0.35, from: 48, to: 64 },
    { sound: "crickets", gain: 0.3, from: 48, to: 78 },
  ],
};
