import { TAU } from "../kit/math";
import type { Instrument } from "./score";

export const RATE = 48_000;

/** A voice is asked once per sample: seconds since the start, seconds it is held. Answers -1..1. */
type Voice = (t: number, held: number) => number;

type VoiceMaker = (hz: number, random: () => number) => { voice: Voice; tail: number };

export const sine = (phase: number) => Math.sin(phase * TAU);

const saw = (phase: number) => 2 * (phase - Math.floor(phase + 0.5));

const square = (phase: number) => (phase - Math.floor(phase) < 0.5 ? 1 : -1);

const triangle = (phase: number) => 4 * Math.abs(phase - Math.floor(phase + 0.5)) - 1;

/** Attack and release around a held note, in seconds. */
const swell = (t: number, held: number, attack: number, release: number) =>
  t < held ? Math.min(1, t / attack) : Math.min(1, held / attack) * Math.max(0, 1 - (t - held) / release);

export const struck = (t: number, decay: number) => Math.min(1, t * 400) * Math.exp(-t / decay);

export function lowpass(hz: number) {
  let state = 0;
  let second = 0;
  const k = 1 - Math.exp((-TAU * hz) / RATE);
  return (x: number) => {
    state += k * (x - state);
    second += k * (state - second);
    return second;
  };
}

/** Several detuned saws through a filter. */
function ensemble(
  brightness: number,
  attack: number,
  release: number,
  detune: number,
  vibrato = 0,
): VoiceMaker {
  return (hz, random) => {
    const offsets = [-1, 0, 1].map((k) => ({ ratio: 2 ** ((k * detune) / 1200), phase: random() }));
    const filter = lowpass(Math.min(9000, 300 + hz * brightness));
    return {
      tail: release,
      voice: (t, held) => {
        const wobble = vibrato * Math.sin(t * 5.2 * TAU) * Math.min(1, t);
        let sum = 0;
        for (const o of offsets) sum += saw(hz * o.ratio * t + wobble + o.phase);
        return filter(sum / 3) * swell(t, held, attack, release);
      },
    };
  };
}

/** A plucked string (Karplus and Strong). */
function string(brightness: number, decay: number): VoiceMaker {
  return (hz, random) => {
    const length = Math.max(2, Math.round(RATE / hz));
    const ring = Float32Array.from({ length }, () => random() * 2 - 1);
    for (let pass = 0; pass < 3 - brightness * 3; pass++) {
      for (let i = 1; i < length; i++) ring[i] = ((ring[i] ?? 0) + (ring[i - 1] ?? 0)) / 2;
    }
    let i = 0;
    const loss = 0.5 ** (1 / (decay * hz));
    return {
      tail: decay * 2.2,
      voice: (t, held) => {
        const next = (i + 1) % length;
        const out = ring[i] ?? 0;
        ring[i] = (out * 0.5 + (ring[next] ?? 0) * 0.5) * loss;
        i = next;
        return out * (t < held ? 1 : Math.max(0, 1 - (t - held) / (decay * 2.2)));
      },
    };
  };
}

/** A struck sound of several partials: [ratio, level, decay in seconds]. */
function partials(rows: readonly (readonly [number, number, number])[], tail: number): VoiceMaker {
  return (hz) => ({
    tail,
    voice: (t) => {
      let sum = 0;
      for (const [ratio, level, decay] of rows)
        if (hz * ratio < 16000) sum += sine(hz * ratio * t) * level * Math.exp(-t / decay);
      return sum * Math.min(1, t * 600);
    },
  });
}

function wind(
  shape: (phase: number) => number,
  cutoff: number,
  attack: number,
  breath: number,
  vibrato: number,
): VoiceMaker {
  return (hz, random) => {
    const filter = lowpass(Math.min(9000, hz * cutoff));
    const air = lowpass(2600);
    return {
      tail: 0.22,
      voice: (t, held) => {
        const phase = hz * t + vibrato * Math.sin(t * 5 * TAU) * Math.min(1, t * 1.5);
        return (filter(shape(phase)) + air(random() * 2 - 1) * breath) * swell(t, held, attack, 0.2);
      },
    };
  };
}

export const instruments: Record<Instrument, { make: VoiceMaker; level: number }> = {
  pad: { make: ensemble(2.2, 0.9, 1.6, 9), level: 0.5 },
  strings: { make: ensemble(4.5, 0.28, 0.7, 7, 0.06), level: 0.42 },
  choir: { make: ensemble(1.7, 0.5, 1.2, 14, 0.08), level: 0.6 },
  brass: { make: ensemble(5.5, 0.09, 0.3, 4, 0.02), level: 0.4 },
  organ: {
    make: (hz) => ({
      tail: 0.18,
      voice: (t, held) =>
        (sine(hz * t) + 0.6 * sine(2 * hz * t) + 0.35 * sine(3 * hz * t) + 0.25 * sine(4 * hz * t)) *
        0.45 *
        swell(t, held, 0.04, 0.16),
    }),
    level: 0.45,
  },
  drone: {
    make: (hz, random) => {
      const p = random();
      return {
        tail: 2,
        voice: (t, held) =>
          (sine(hz * t) + 0.5 * sine(hz * 1.003 * t + p) + 0.3 * sine(hz * 2.01 * t)) *
          0.55 *
          swell(t, held, 1.6, 2) *
          (0.8 + 0.2 * sine(t * 0.21 + p)),
      };
    },
    level: 0.6,
  },
  pluck: { make: string(0.8, 0.5), level: 0.75 },
  harp: { make: string(0.35, 1.3), level: 0.9 },
  pizzicato: { make: string(0.2, 0.12), level: 1.2 },
  piano: {
    make: partials(
      [
        [1, 0.6, 1.3],
        [2.001, 0.26, 0.8],
        [3.004, 0.14, 0.5],
        [4.01, 0.09, 0.34],
        [5.02, 0.05, 0.22],
        [0.999, 0.25, 1.6],
      ],
      2.8,
    ),
    level: 0.55,
  },
  musicbox: {
    make: partials(
      [
        [1, 0.55, 0.9],
        [3.01, 0.2, 0.45],
        [6.2, 0.12, 0.16],
      ],
      2,
    ),
    level: 0.55,
  },
  bell: {
    make: partials(
      [
        [0.5, 0.2, 2.6],
        [1, 0.5, 2],
        [1.19, 0.22, 1.6],
        [2.0, 0.3, 1.2],
        [2.74, 0.16, 0.8],
        [4.1, 0.1, 0.4],
      ],
      4,
    ),
    level: 0.5,
  },
  glass: {
    make: partials(
      [
        [1, 0.5, 1.8],
        [2.76, 0.12, 1.1],
        [5.4, 0.06, 0.5],
      ],
      3,
    ),
    level: 0.55,
  },
  marimba: {
    make: partials(
      [
        [1, 0.8, 0.32],
        [3.93, 0.22, 0.09],
        [9.2, 0.07, 0.03],
      ],
      0.9,
    ),
    level: 0.8,
  },
  bass: {
    make: (hz) => {
      const f = lowpass(hz * 3.5);
      return {
        tail: 0.16,
        voice: (t, held) =>
          (f(saw(hz * t)) * 0.7 + sine(hz * t) * 0.6) *
          swell(t, held, 0.012, 0.14) *
          (0.6 + 0.4 * Math.exp(-t * 3)),
      };
    },
    level: 0.75,
  },
  pulse: {
    make: (hz) => {
      const f = lowpass(hz * 7);
      return {
        tail: 0.08,
        voice: (t, held) =>
          f(square(hz * t) * 0.5 + square(hz * 1.006 * t) * 0.4) *
          swell(t, held, 0.005, 0.07) *
          (0.5 + 0.5 * Math.exp(-t * 7)),
      };
    },
    level: 0.4,
  },
  flute: { make: wind(triangle, 3, 0.08, 0.09, 0.05), level: 0.7 },
  whistle: { make: wind(sine, 6, 0.05, 0.03, 0.09), level: 0.6 },
  accordion: {
    make: (hz) => {
      const f = lowpass(hz * 7 + 600);
      return {
        tail: 0.12,
        voice: (t, held) =>
          f(square(hz * t) * 0.4 + square(hz * 1.007 * t) * 0.4) *
          swell(t, held, 0.06, 0.1) *
          (0.88 + 0.12 * sine(t * 5.6)),
      };
    },
    level: 0.42,
  },
};
