import { hash, noise, TAU } from "../kit/math";
import { RATE } from "./instruments";
import type { Air } from "./score";

/** The sound of a place, one value a sample, left and right from different seeds. */
export function airSound(kind: Air["sound"], random: () => number, seed: number): (t: number) => number {
  const white = () => random() * 2 - 1;
  const low = (hz: number) => {
    let state = 0;
    const k = 1 - Math.exp((-TAU * hz) / RATE);
    return (x: number) => (state += k * (x - state));
  };
  const a = low(400);
  const b = low(2800);
  const c = low(140);
  switch (kind) {
    case "rain":
      return () => {
        const x = white();
        return (x - b(x)) * 0.22 + a(x) * 0.5 + (random() > 0.9994 ? white() * 0.5 : 0);
      };
    case "wind": {
      let p = 0,
        q = 0;
      // A resonant band that wanders: two integrators in a loop.
      return (t) => {
        const f = 2 * Math.sin((Math.PI * (250 + 520 * noise(seed, t * 0.45))) / RATE);
        p += f * q;
        q += f * (white() * 0.5 - p - 0.16 * q);
        return q * (0.4 + 0.9 * noise(seed + 5, t * 0.35));
      };
    }
    case "sea":
      return (t) => {
        const x = white();
        const wave = 0.5 + 0.5 * Math.sin((t / 5.5) * TAU + seed * 0.8);
        return a(x) * 1.4 * (0.3 + wave) + (x - b(x)) * 0.1 * wave * wave;
      };
    case "rails":
      return (t) => {
        const x = c(white()) * 1.6;
        const beat = t % 0.72;
        const clack = [0, 0.11].some((k) => beat >= k && beat < k + 0.05);
        return x + (clack ? b(white()) * 0.5 * Math.exp(-((beat % 0.11) * 60)) : 0);
      };
    case "hum":
      return (t) =>
        Math.sin(t * 60 * TAU) * 0.3 +
        Math.sin(t * 120 * TAU) * 0.15 +
        Math.sin(t * 181 * TAU) * 0.05 +
        a(white()) * 0.2;
    case "fire":
      return () => a(white()) * 0.8 + (random() > 0.9996 ? white() : 0) * 0.9;
    case "static":
      return (t) => {
        const x = white();
        return (
          (b(x) - a(x)) * 0.35 * (0.3 + noise(seed, t * 3)) +
          (noise(seed + 1, t * 2) > 0.75 ? Math.sin(t * 1900 * TAU) * 0.04 : 0)
        );
      };
    case "bubbles":
      return (t) => {
        const slot = Math.floor(t * 5);
        const age = t - slot / 5 - hash(seed, slot) * 0.1;
        const hz = 300 + 900 * hash(seed + 3, slot);
        return (
          c(white()) * 0.8 +
          (age > 0 && hash(seed + 9, slot) > 0.35
            ? Math.sin(TAU * (hz * age + hz * 3 * age * age)) * Math.exp(-age * 26) * 0.3
            : 0)
        );
      };
    case "clock":
      return (t) => {
        const beat = t % 1;
        const half = t % 0.5;
        const hz = beat < 0.5 ? 2100 : 1700;
        return (Math.sin(half * hz * TAU) + white() * 0.4) * Math.exp(-half * 150) * 0.6;
      };
    case "crickets":
      return (t) => {
        const chirp = noise(seed, t * 1.3) > 0.42 ? 1 : 0;
        return (
          Math.sin(t * (4300 + seed * 90) * TAU) * 0.16 * chirp * Math.max(0, Math.sin(t * 31 * TAU)) +
          c(white()) * 0.15
        );
      };
    case "thunder":
      return (t) => {
        const slot = Math.floor(t / 7);
        const age = t - slot * 7 - 1.4;
        return age < 0
          ? 0
          : c(white()) * 5 * Math.min(1, age * 8) * Math.exp(-age / 1.3) * (0.6 + 0.4 * noise(seed, t * 9));
      };
    case "murmur":
      return (t) => {
        const x = white();
        return (b(x) - a(x)) * 0.3 * noise(seed, t * 4) + a(x) * 0.9 * noise(seed + 2, t * 3);
      };
    case "sonar":
      return (t) => {
        const age = t % 3.2;
        return Math.sin(age * 1180 * TAU) * Math.exp(-age * 2.2) * 0.35 + c(white()) * 0.5;
      };
  }
}
