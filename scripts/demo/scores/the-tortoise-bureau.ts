import type { Score } from "../sound/score";

export const theTortoiseBureauScore: Score = {
  tempo: 92,
  root: 53,
  scale: "mixolydian",
  chords: [0, 3, 0, 4],
  reverb: 0.15,
  parts: [
    { play: "bass", on: "chord", notes: "0 . 2 . 0 . 2 .", step: 0.5, octave: -1, gain: 0.6 },
    {
      play: "pizzicato",
      on: "scale",
      notes: ". 4 . 4 . 5 . 2",
      step: 0.5,
      octave: 1,
      gain: 0.8,
      swing: 0.5,
    },
    {
      play: "accordion",
      on: "scale",
      notes: "4 . 5 4 2 - 0 . 3 . 4 3 1 - - .",
      step: 0.5,
      octave: 0,
      gain: 0.3,
      swing: 0.5,
    },
    {
      play: "whistle",
      on: "scale",
      notes: "7 - 8 9 8 7 4 - 5 - 7 - - - . .",
      step: 0.5,
      octave: 0,
      gain: 0.24,
      from: 16,
    },
  ],
  drums: [
    { hit: "stamp", beat: "..x...x...x..xx.", step: 0.5, gain: 0.7, to: 16 },
    { hit: "rim", beat: ".x.x", step: 0.5, gain: 0.3 },
  ],
  air: [
    { sound: "murmur", gain: 0.2, to: 16 },
    { sound: "clock", gain: 0.3, to: 7 },
  ],
};
