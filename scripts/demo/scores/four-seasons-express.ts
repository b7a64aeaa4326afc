import type { Score } from "../sound/score";

export const fourSeasonsExpressScore: Score = {
  tempo: 126,
  root: 60,
  scale: "major",
  chords: [0, 5, 3, 4, 0, 3, 1, 4],
  reverb: 0.3,
  parts: [
    { play: "accordion", on: "chord", notes: "3 4 5 4 . 4 3 -", step: 0.5, gain: 0.34, pan: -0.2 },
    { play: "pizzicato", on: "chord", notes: "0 2 1 2", step: 0.5, octave: 0, gain: 0.5, pan: 0.3 },
    { play: "bass", on: "chord", notes: "0 . 2 .", step: 1, octave: -2, gain: 0.45 },
    { play: "musicbox", on: "scale", notes: "7 9 8 7 4 - 5 -", step: 0.5, octave: 1, gain: 0.34, from: 18 },
    {
      play: "flute",
      on: "scale",
      notes: "4 - 5 7 - - 5 4",
      step: 0.5,
      octave: 1,
      gain: 0.26,
      from: 6,
      to: 18,
    },
  ],
  drums: [
    { hit: "shaker", beat: "xoxo", step: 0.25, gain: 0.35 },
    { hit: "rim", beat: "..x...x.", step: 0.5, gain: 0.2 },
  ],
  air: [{ sound: "rails", gain: 0.28 }],
};
