/** Everything random in the demo catalogue comes from here, so that two renders are the same. */
export const TAU = Math.PI * 2;

export const clamp = (x: number, low = 0, high = 1) => Math.min(high, Math.max(low, x));
export const lerp = (a: number, b: number, p: number) => a + (b - a) * p;
export const wrap = (x: number, size: number) => ((x % size) + size) % size;
/** 0 before a, 1 after b, an S-curve between. */
export const smooth = (a: number, b: number, x: number) => {
  const p = clamp((x - a) / (b - a));
  return p * p * (3 - 2 * p);
};
export const easeOut = (p: number) => 1 - (1 - clamp(p)) ** 3;
export const easeIn = (p: number) => clamp(p) ** 3;
/** Overshoots a little before it settles. */
export const spring = (p: number) =>
  p <= 0 ? 0 : p >= 1 ? 1 : 1 - Math.cos(p * TAU * 1.25) * (1 - p) ** 2.2;
/** -1..1, one turn per `period` seconds. */
export const sway = (t: number, period: number, phase = 0) => Math.sin((t / period + phase) * TAU);

/** A repeatable generator (mulberry32). */
export function random(seed: number): () => number {
  let state = (seed * 0x9e3779b1) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

/** A repeatable number 0..1 for a whole number. */
export function hash(seed: number, n: number): number {
  let x = Math.imul((n | 0) ^ Math.imul(seed | 0, 0x27d4eb2d), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) / 4294967296;
}

/** Smooth value noise, 0..1. */
export function noise(seed: number, x: number): number {
  const i = Math.floor(x);
  const f = x - i;
  return lerp(hash(seed, i), hash(seed, i + 1), f * f * (3 - 2 * f));
}

/** Noise with finer detail added `octaves` times, 0..1. */
export function fractal(seed: number, x: number, octaves = 3): number {
  let sum = 0;
  let total = 0;
  for (let o = 0; o < octaves; o++) {
    const weight = 0.5 ** o;
    sum += noise(seed + o, x * 2 ** o) * weight;
    total += weight;
  }
  return sum / total;
}

/** The item at i, counting round and round. */
export const pick = <T>(list: readonly [T, ...T[]], i: number): T => list[wrap(i, list.length)] ?? list[0];

/** n numbered things, each with its own repeatable random source. */
export function scatter(seed: number, n: number, each: (r: () => number, i: number) => void) {
  for (let i = 0; i < n; i++) each(random(seed * 1009 + i), i);
}

/** "#rrggbb" between two colours. */
export function mix(a: string, b: string, p: number): string {
  const parts = [1, 3, 5].map((i) => {
    const from = Number.parseInt(a.slice(i, i + 2), 16);
    const to = Number.parseInt(b.slice(i, i + 2), 16);
    return Math.round(lerp(from, to, clamp(p)))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** "#rrggbb" with an opacity of 0..1. */
export const fade = (color: string, opacity: number) =>
  `${color}${Math.round(clamp(opacity) * 255)
    .toString(16)
    .padStart(2, "0")}`;
