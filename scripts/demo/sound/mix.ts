import { pick, random } from "../kit/math";
import { airSound } from "./air";
import { drums } from "./drums";
import { instruments, RATE } from "./instruments";
import { reverberate } from "./reverb";
import { degree, frequency, type Part, type Score } from "./score";

export interface Stereo {
  left: Float32Array;
  right: Float32Array;
}

/** The whole score as samples, faded in and out, about -20 dBFS loud; the encoder sets the final loudness. */
export function mixScore(score: Score, seconds: number): Stereo {
  const size = Math.ceil(seconds * RATE);
  const wet: Stereo = { left: new Float32Array(size), right: new Float32Array(size) };
  const dry: Stereo = { left: new Float32Array(size), right: new Float32Array(size) };
  for (const [i, part] of score.parts.entries()) playPart(wet, score, part, seconds, 100 + i);
  for (const drum of score.drums ?? []) playDrum(wet, score, drum, seconds);
  for (const [i, air] of (score.air ?? []).entries()) {
    for (const [side, out] of [dry.left, dry.right].entries()) {
      const sound = airSound(air.sound, random(900 + i * 7 + side), i + 1 + side * 0.4);
      const from = Math.floor((air.from ?? 0) * RATE);
      const to = Math.min(size, Math.floor((air.to ?? seconds) * RATE));
      for (let n = from; n < to; n++) {
        const edge = Math.min(1, (n - from) / RATE, (to - n) / RATE);
        out[n] = (out[n] ?? 0) + sound(n / RATE) * air.gain * edge;
      }
    }
  }
  reverberate(wet, score.reverb);
  return finish(wet, dry, size);
}

function finish(wet: Stereo, dry: Stereo, size: number): Stereo {
  for (const side of ["left", "right"] as const) {
    const out = wet[side];
    const air = dry[side];
    for (let n = 0; n < size; n++) {
      const edge = Math.min(1, n / (RATE * 0.25), (size - n) / (RATE * 1.4));
      out[n] = Math.tanh(((out[n] ?? 0) * 0.55 + (air[n] ?? 0) * 0.55) * 0.9) * edge;
    }
  }
  return wet;
}

function pitch(score: Score, part: Part, word: string, bar: number): number {
  const n = Number(word);
  const chord = score.chords[bar % score.chords.length] ?? 0;
  if (part.on === "key") return degree(score, n, part.octave);
  if (part.on === "scale") return degree(score, chord + n, part.octave);
  const turn = Math.floor(n / 3);
  return degree(score, chord + pick([0, 2, 4], n), (part.octave ?? 0) + turn);
}

function playPart(out: Stereo, score: Score, part: Part, seconds: number, seed: number) {
  const words = part.notes.trim().split(/\s+/);
  const beat = 60 / score.tempo;
  const step = part.step * beat;
  const barSeconds = beat * (score.beatsPerBar ?? 4);
  const start = part.from ?? 0;
  const end = Math.min(part.to ?? seconds, seconds);
  const r = random(seed);
  for (let i = 0; start + i * step < end - 0.02; i++) {
    const word = words[i % words.length] ?? ".";
    if (word === "." || word === "-") continue;
    let held = step;
    for (let k = 1; words[(i + k) % words.length] === "-" && k < words.length; k++) held += step;
    const time = start + i * step + (i % 2 ? (part.swing ?? 0) * step * 0.33 : 0) + r() * 0.006;
    const accent = 0.85 + r() * 0.15;
    for (const one of word.split("+")) {
      const hz = frequency(pitch(score, part, one, Math.floor(time / barSeconds + 0.01)));
      playNote(out, part, hz, time, Math.min(held * 0.96, end - time), part.gain * accent, r);
    }
  }
}

function playNote(
  out: Stereo,
  part: Part,
  hz: number,
  time: number,
  held: number,
  gain: number,
  r: () => number,
) {
  const { make, level } = instruments[part.play];
  const { voice, tail } = make(hz, r);
  const first = Math.floor(time * RATE);
  const last = Math.min(out.left.length, first + Math.floor((held + tail) * RATE));
  const pan = part.pan ?? 0;
  const gainLeft = gain * level * Math.sqrt((1 - pan) / 2);
  const gainRight = gain * level * Math.sqrt((1 + pan) / 2);
  for (let n = first; n < last; n++) {
    const x = voice((n - first) / RATE, held);
    out.left[n] = (out.left[n] ?? 0) + x * gainLeft;
    out.right[n] = (out.right[n] ?? 0) + x * gainRight;
  }
}

function playDrum(out: Stereo, score: Score, drum: NonNullable<Score["drums"]>[number], seconds: number) {
  const hits = drum.beat.replaceAll(" ", "");
  const step = (drum.step * 60) / score.tempo;
  const { make, length } = drums[drum.hit];
  const r = random(77);
  const end = Math.min(drum.to ?? seconds, seconds);
  for (let i = 0; (drum.from ?? 0) + i * step < end; i++) {
    const mark = hits[i % hits.length];
    if (mark !== "x" && mark !== "o") continue;
    const voice = make(r);
    const first = Math.floor(((drum.from ?? 0) + i * step) * RATE);
    const last = Math.min(out.left.length, first + Math.floor(length * RATE));
    const gain = drum.gain * (mark === "x" ? 1 : 0.5) * 0.7;
    for (let n = first; n < last; n++) {
      const x = voice((n - first) / RATE) * gain;
      out.left[n] = (out.left[n] ?? 0) + x;
      out.right[n] = (out.right[n] ?? 0) + x;
    }
  }
}
