/** What a film says about its music. Patterns are words separated by spaces, one per step:
 *  a number is a degree (0 is the root), "." is silence, "-" lets the last note ring on. */
export interface Score {
  tempo: number;
  /** MIDI number of degree 0. */
  root: number;
  scale: keyof typeof scales;
  /** Degree of each bar's chord; the row repeats. */
  chords: number[];
  beatsPerBar?: number;
  /** 0 dry .. 1 cathedral. */
  reverb: number;
  parts: Part[];
  drums?: Drum[];
  air?: Air[];
}

export type Instrument =
  | "pad"
  | "strings"
  | "choir"
  | "organ"
  | "drone"
  | "pluck"
  | "harp"
  | "piano"
  | "musicbox"
  | "bell"
  | "marimba"
  | "bass"
  | "pulse"
  | "flute"
  | "accordion"
  | "brass"
  | "whistle"
  | "glass"
  | "pizzicato";

export interface Part {
  play: Instrument;
  /** "chord" counts degrees in the bar's triad (3 is the root an octave up), "scale" in the scale from the bar's chord, "key" from the root. */
  on: "chord" | "scale" | "key";
  notes: string;
  /** Length of a step in beats. */
  step: number;
  octave?: number;
  gain: number;
  pan?: number;
  /** Sounding time in seconds; the whole film when absent. */
  from?: number;
  to?: number;
  /** 0..1: how much of a step to swing or to humanise. */
  swing?: number;
}

export interface Drum {
  hit: "kick" | "snare" | "hat" | "shaker" | "tom" | "clap" | "tick" | "gong" | "stamp" | "rim";
  /** "x" loud, "o" soft, "." nothing; spaces are ignored. */
  beat: string;
  step: number;
  gain: number;
  from?: number;
  to?: number;
}

export interface Air {
  sound:
    | "rain"
    | "wind"
    | "sea"
    | "rails"
    | "hum"
    | "fire"
    | "static"
    | "bubbles"
    | "clock"
    | "crickets"
    | "thunder"
    | "murmur"
    | "sonar";
  gain: number;
  from?: number;
  to?: number;
}

export const scales = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  harmonic: [0, 2, 3, 5, 7, 8, 11],
  hijaz: [0, 1, 4, 5, 7, 8, 10],
  yo: [0, 2, 5, 7, 9],
  insen: [0, 1, 5, 7, 10],
  pentatonic: [0, 2, 4, 7, 9],
  minorPentatonic: [0, 3, 5, 7, 10],
  whole: [0, 2, 4, 6, 8, 10],
} as const;

/** MIDI number of the nth degree of a scale; negative degrees go down. */
export function degree(score: Score, n: number, octave = 0): number {
  const scale: readonly number[] = scales[score.scale];
  const turn = Math.floor(n / scale.length);
  return score.root + 12 * (turn + octave) + (scale[n - turn * scale.length] ?? 0);
}

export const frequency = (midi: number) => 440 * 2 ** ((midi - 69) / 12);
