import type { Score } from "../sound/score";

export const aMinuteForClaraScore: Score = {
  tempo: 90,
  root: 57,
  scale: "harmonic",
  chords: [0, 3, 4, 0],
  beatsPerBar: 3,
  reverb: 0.5,
  parts: [
    { play: "musicbox", on: "chord", notes: "0 4 5 3 5 4", step: 0.5, octave: 1, gain: 0.6 },
    { play: "harp", on: "chord", notes: "0 - - 2 - 1", step: 0.5, octave: -1, gain: 0.5 },
    { play: "strings", on: "chord", notes: "2+4 - - 1+3 - -", step: 1, gain: 0.3, from: 10 },
    { play: "bell", on: "chord", notes: "0 . .", step: 1, octave: 0, gain: 0.3, from: 16.5 },
  ],
  drums: [{ hit: "tick", beat: "x.o.", step: 0.25, gain: 0.4 }],
  air: [{ sound: "clock", gain: 0.4 }],
};
