import type { Score } from "../sound/score";

export const signalAtStationKiloScore: Score = {
  tempo: 80,
  root: 45,
  scale: "phrygian",
  chords: [0, 0, 1, 0],
  reverb: 0.5,
  parts: [
    {
      play: "pulse",
      on: "key",
      notes: "0 0 . 0 0 . 0 . 0 0 . 0 1 . 0 .",
      step: 0.25,
      octave: 0,
      gain: 0.34,
    },
    { play: "drone", on: "key", notes: "0 - - - - - - -", step: 1, octave: -1, gain: 0.6 },
    {
      play: "whistle",
      on: "key",
      notes: "14 . 14 . 14 14 14 . . . . .",
      step: 0.25,
      octave: 1,
      gain: 0.12,
      from: 13,
      to: 19.5,
    },
    { play: "strings", on: "chord", notes: "0+1 - - - 0+2 - - -", step: 1, octave: 1, gain: 0.26, from: 7 },
  ],
  drums: [
    { hit: "kick", beat: "x.......", step: 0.5, gain: 0.6 },
    { hit: "tick", beat: "x.x.x.xx", step: 0.25, gain: 0.3, from: 7 },
  ],
  air: [
    { sound: "static", gain: 0.4 },
    { sound: "wind", gain: 0.5, to: 7 },
  ],
};
