import { RATE } from "./instruments";
import type { Stereo } from "./mix";

const COMBS = [1557, 1617, 1491, 1422, 1277, 1356];
const ALLPASSES = [225, 556, 441];

/** Schroeder's reverberator with Moorer's damped combs (as in Freeverb), added to the sound in place. */
export function reverberate(sound: Stereo, amount: number) {
  if (amount <= 0) return;
  const feedback = 0.72 + 0.22 * amount;
  for (const [side, out] of [sound.left, sound.right].entries()) {
    const combs = COMBS.map((n) => ({
      line: new Float32Array(Math.round((n * RATE) / 44100) + side * 23),
      at: 0,
      low: 0,
    }));
    const passes = ALLPASSES.map((n) => ({
      line: new Float32Array(Math.round((n * RATE) / 44100) + side * 23),
      at: 0,
    }));
    for (let n = 0; n < out.length; n++) {
      const x = out[n] ?? 0;
      let sum = 0;
      for (const comb of combs) {
        const y = comb.line[comb.at] ?? 0;
        comb.low = y * 0.72 + comb.low * 0.28;
        comb.line[comb.at] = x * 0.12 + comb.low * feedback;
        comb.at = (comb.at + 1) % comb.line.length;
        sum += y;
      }
      for (const pass of passes) {
        const y = pass.line[pass.at] ?? 0;
        pass.line[pass.at] = sum + y * 0.5;
        pass.at = (pass.at + 1) % pass.line.length;
        sum = y - sum;
      }
      out[n] = x + sum * amount * 0.9;
    }
  }
}

/** 16-bit PCM in a WAV file. */
export function toWav({ left, right }: Stereo): Buffer {
  const bytes = left.length * 4;
  const wav = Buffer.alloc(44 + bytes);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(2, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 4, 28);
  wav.writeUInt16LE(4, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(bytes, 40);
  for (let i = 0; i < left.length; i++) {
    wav.writeInt16LE(Math.round((left[i] ?? 0) * 32000), 44 + i * 4);
    wav.writeInt16LE(Math.round((right[i] ?? 0) * 32000), 46 + i * 4);
  }
  return wav;
}
