import type { Score } from "../sound/score";

export const paperFleetScore: Score = {
  tempo: 104,
  root: 65,
  scale: "lydian",
  chords: [0, 1, 0, 4],
  reverb: 0.35,
  parts: [
    { play: "marimba", on: "scale", notes: "0 2 4 7 4 2 4 . 1 3 5 8 5 3 5 .", step: 0.25, gain: 0.6 },
    { play: "pizzicato", on: "chord", notes: "0 . 1 . 2 . 1 .", step: 0.5, octave: -1, gain: 0.7 },
    {
      play: "whistle",
      on: "scale",
      notes: "4 - 6 7 - 6 4 2 - - . .",
      step: 0.5,
      octave: 1,
      gain: 0.26,
      from: 4.6,
    },
    { play: "glass", on: "chord", notes: "3 . . 5 . . 4 .", step: 0.5, octave: 1, gain: 0.3, from: 9 },
  ],
  drums: [
    { hit: "shaker", beat: "x.o.xoo.", step: 0.25, gain: 0.25 },
    { hit: "tom", beat: "x...o...", step: 0.5, gain: 0.3, from: 9, to: 16 },
  ],
  air: [{ sound: "bubbles", gain: 0.4 }],
};
