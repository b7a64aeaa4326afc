import type { Score } from "../sound/score";

export const noodlesAtNineScore: Score = {
  tempo: 76,
  root: 55,
  scale: "pentatonic",
  chords: [0, 3, 4, 0],
  reverb: 0.45,
  parts: [
    {
      play: "pluck",
      on: "key",
      notes: "0 2 4 5 4 2 3 . 1 3 5 6 5 3 2 .",
      step: 0.5,
      octave: 0,
      gain: 0.7,
      pan: -0.25,
    },
    {
      play: "flute",
      on: "key",
      notes: "5 - 7 6 5 - 4 - 3 - 5 - 4 - - -",
      step: 1,
      octave: 0,
      gain: 0.34,
      pan: 0.2,
      from: 4,
    },
    { play: "bass", on: "key", notes: "0 - - . 3 - - . 2 - - . 0 - - .", step: 0.5, octave: -2, gain: 0.5 },
    {
      play: "piano",
      on: "chord",
      notes: "0+1+2 - . . 1+2+3 - . .",
      step: 0.5,
      octave: 0,
      gain: 0.3,
      from: 15,
    },
  ],
  drums: [
    { hit: "shaker", beat: "x.o.", step: 0.25, gain: 0.25 },
    { hit: "rim", beat: "....x.......x.x.", step: 0.25, gain: 0.25 },
  ],
  air: [
    { sound: "murmur", gain: 0.3, to: 15 },
    { sound: "rain", gain: 0.45, from: 15 },
    { sound: "fire", gain: 0.2, to: 15 },
  ],
};
