import { lowpass, sine, struck } from "./instruments";
import type { Drum } from "./score";

export const drums: Record<
  Drum["hit"],
  { length: number; make: (random: () => number) => (t: number) => number }
> = {
  kick: {
    length: 0.4,
    make: () => (t) => sine(48 * t + 7 * (1 - Math.exp(-t * 28)) * 0.35) * struck(t, 0.12),
  },
  tom: { length: 0.6, make: () => (t) => sine(82 * t + 1.6 * (1 - Math.exp(-t * 14))) * struck(t, 0.18) },
  stamp: {
    length: 0.3,
    make: (random) => {
      const f = lowpass(900);
      return (t) => (f(random() * 2 - 1) * 2.4 + sine(70 * t)) * struck(t, 0.05);
    },
  },
  snare: {
    length: 0.3,
    make: (random) => {
      const f = lowpass(6500);
      return (t) => (f(random() * 2 - 1) * 0.9 + sine(190 * t) * 0.4) * struck(t, 0.075);
    },
  },
  clap: {
    length: 0.25,
    make: (random) => {
      const f = lowpass(3800);
      return (t) => f(random() * 2 - 1) * 1.6 * struck(t % 0.012, 0.02 + t * 0.6) * Math.exp(-t / 0.06);
    },
  },
  hat: {
    length: 0.09,
    make: (random) => {
      let last = 0;
      return (t) => {
        const x = random() * 2 - 1;
        const y = x - last;
        last = x;
        return y * 0.5 * struck(t, 0.018);
      };
    },
  },
  shaker: {
    length: 0.12,
    make: (random) => {
      let last = 0;
      return (t) => {
        const x = random() * 2 - 1;
        const y = x - last;
        last = x;
        return y * 0.35 * Math.min(1, t * 40) * Math.exp(-t / 0.03);
      };
    },
  },
  tick: { length: 0.05, make: () => (t) => (sine(2400 * t) + 0.5 * sine(5300 * t)) * 0.5 * struck(t, 0.008) },
  rim: { length: 0.1, make: () => (t) => (sine(820 * t) + 0.6 * sine(1730 * t)) * 0.5 * struck(t, 0.02) },
  gong: {
    length: 4,
    make: () => (t) =>
      (sine(92 * t) + 0.7 * sine(151 * t) + 0.5 * sine(217 * t + 0.6 * sine(3 * t)) + 0.3 * sine(389 * t)) *
      0.4 *
      Math.min(1, t * 30) *
      Math.exp(-t / 1.4),
  },
};
