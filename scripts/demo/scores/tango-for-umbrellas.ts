import type { Score } from "../sound/score";

export const tangoForUmbrellasScore: Score = {
  tempo: 126,
  root: 57,
  scale: "harmonic",
  chords: [0, 0, 3, 4, 0, 3, 4, 0],
  reverb: 0.35,
  parts: [
    {
      play: "accordion",
      on: "scale",
      notes: "4 - 3 4 5 4 3 2 4 - - - . 2 3 4 7 - 6 5 4 - 2 3 1 - - - . . . .",
      step: 0.5,
      octave: 0,
      gain: 0.4,
    },
    {
      play: "piano",
      on: "chord",
      notes: "0+1+2 . 0+1+2 . 0+1+2 . 0+1+2 1",
      step: 0.5,
      octave: -1,
      gain: 0.5,
    },
    { play: "bass", on: "chord", notes: "0 - - 0 2 - 0 .", step: 0.5, octave: -2, gain: 0.5 },
    {
      play: "strings",
      on: "scale",
      notes: "7 - - - 6 - - - 5 - - - 4 - - -",
      step: 0.5,
      octave: 0,
      gain: 0.28,
      from: 14,
    },
  ],
  drums: [{ hit: "stamp", beat: "x..xx.x.", step: 0.5, gain: 0.4 }],
  air: [{ sound: "rain", gain: 0.3, to: 15 }],
};
