import type { Score } from "../sound/score";

export const sol4112Score: Score = {
  tempo: 72,
  root: 53,
  scale: "dorian",
  chords: [0, 3, 5, 4],
  reverb: 0.7,
  parts: [
    { play: "pulse", on: "chord", notes: "0 1 2 3 4 3 2 1", step: 0.25, octave: 1, gain: 0.22, pan: -0.3 },
    { play: "pad", on: "chord", notes: "0+1+2 - - -", step: 1, gain: 0.42 },
    { play: "bass", on: "chord", notes: "0 - - - - - 0 .", step: 0.5, octave: -2, gain: 0.4, to: 16 },
    {
      play: "whistle",
      on: "scale",
      notes: "4 - - 5 7 - - - 6 - 5 - 4 - - -",
      step: 0.5,
      octave: 0,
      gain: 0.3,
      from: 8,
      pan: 0.25,
    },
    { play: "piano", on: "chord", notes: "0 . 2 . 4 . 3 .", step: 0.5, octave: 1, gain: 0.34, from: 16 },
  ],
  drums: [{ hit: "tick", beat: "x..x..x.", step: 0.25, gain: 0.3, from: 8, to: 16 }],
  air: [
    { sound: "wind", gain: 0.35 },
    { sound: "hum", gain: 0.16, to: 16 },
  ],
};
