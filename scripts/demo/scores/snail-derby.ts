import type { Score } from "../sound/score";

export const snailDerbyScore: Score = {
  tempo: 150,
  root: 60,
  scale: "major",
  chords: [0, 0, 4, 4, 3, 0, 4, 0],
  reverb: 0.15,
  parts: [
    {
      play: "brass",
      on: "chord",
      notes: "0 . 2 . 3 3 2 . 4 . 3 . 2 0 2 .",
      step: 0.5,
      octave: 0,
      gain: 0.36,
      swing: 0.3,
    },
    { play: "bass", on: "chord", notes: "0 . 2 .", step: 1, octave: -2, gain: 0.7 },
    { play: "accordion", on: "chord", notes: ". 1+2 . 1+2", step: 0.5, octave: 0, gain: 0.3 },
    {
      play: "whistle",
      on: "scale",
      notes: "7 8 9 7 4 . 4 . 5 6 7 5 2 . . .",
      step: 0.5,
      octave: 0,
      gain: 0.26,
      from: 14,
    },
  ],
  drums: [
    { hit: "snare", beat: "x.xxx.x.", step: 0.5, gain: 0.3 },
    { hit: "kick", beat: "x.", step: 1, gain: 0.6 },
    { hit: "gong", beat: "x", step: 32, gain: 0.6, from: 9 },
  ],
  air: [{ sound: "murmur", gain: 0.35 }],
};
