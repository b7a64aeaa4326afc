import type { Score } from "../sound/score";

export const theBlueprintJobScore: Score = {
  tempo: 132,
  root: 52,
  scale: "dorian",
  chords: [0, 0, 3, 0],
  reverb: 0.2,
  parts: [
    {
      play: "bass",
      on: "scale",
      notes: "0 . 0 2 . 3 4 . 0 . 6 . 4 3 2 1",
      step: 0.5,
      octave: -1,
      gain: 0.6,
      swing: 0.6,
    },
    {
      play: "brass",
      on: "chord",
      notes: ". . . 0+2 . . 1+3 . . . . . 2+4 . . .",
      step: 0.5,
      octave: 1,
      gain: 0.34,
    },
    {
      play: "pizzicato",
      on: "scale",
      notes: "7 . 9 . 8 7 . 4",
      step: 0.5,
      octave: 0,
      gain: 0.6,
      from: 3.6,
    },
    {
      play: "marimba",
      on: "scale",
      notes: "0 2 4 6 7 6 4 2",
      step: 0.25,
      octave: 1,
      gain: 0.3,
      from: 10.5,
      to: 17,
    },
  ],
  drums: [
    { hit: "hat", beat: "x.oxx.ox", step: 0.5, gain: 0.4 },
    { hit: "rim", beat: "..x...x.", step: 0.5, gain: 0.4 },
    { hit: "kick", beat: "x...x.o.", step: 0.5, gain: 0.5 },
  ],
  air: [{ sound: "clock", gain: 0.25, from: 17 }],
};
