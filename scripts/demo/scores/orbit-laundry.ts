import type { Score } from "../sound/score";

export const orbitLaundryScore: Score = {
  tempo: 118,
  root: 57,
  scale: "major",
  chords: [0, 5, 1, 4],
  reverb: 0.3,
  parts: [
    { play: "pulse", on: "chord", notes: "0 2 1 3 2 4 3 5", step: 0.25, octave: 0, gain: 0.3, pan: -0.2 },
    { play: "bass", on: "chord", notes: "0 . . 0 . . 0 .", step: 0.5, octave: -2, gain: 0.6 },
    { play: "organ", on: "chord", notes: ". 0+1+2 . 0+1+2", step: 0.5, octave: 0, gain: 0.3 },
    {
      play: "glass",
      on: "scale",
      notes: "4 7 6 . 4 2 . 3 4 . 2 0 . . . .",
      step: 0.5,
      octave: 1,
      gain: 0.5,
    },
  ],
  drums: [
    { hit: "kick", beat: "x...x...", step: 0.5, gain: 0.6 },
    { hit: "clap", beat: "..x...x.", step: 0.5, gain: 0.35 },
    { hit: "shaker", beat: "xoxo", step: 0.25, gain: 0.3 },
  ],
  air: [
    { sound: "bubbles", gain: 0.45 },
    { sound: "hum", gain: 0.1 },
  ],
};
