import { LADDER_HEIGHTS } from "@/lib/media/schema";

export type Rung = {
  height: number;
  width: number;
  /** Ceiling for the encoder, bits per second; the real rate is measured afterwards. */
  maxBitrate: number;
};

const BITRATES: [height: number, bitsPerSecond: number][] = [
  [144, 200_000],
  [240, 400_000],
  [360, 800_000],
  [480, 1_400_000],
  [720, 2_800_000],
  [1080, 5_000_000],
  [1440, 9_000_000],
  [2160, 16_000_000],
];
/** A source so much taller than its best rung gets one of its own height (a 1920x1036 film is not made 720). */
const OWN_HEIGHT_FACTOR = 1.1;

/** The renditions of a source, lowest first. Never upscaled; every side even; the aspect kept to a pixel. */
export function ladderFor(source: { width: number; height: number; fps: number }): Rung[] {
  const heights: number[] = LADDER_HEIGHTS.filter((height) => height <= source.height);
  const best = heights.at(-1);
  const own = Math.min(even(source.height), 2160);
  if (best === undefined || own > best * OWN_HEIGHT_FACTOR) heights.push(own);
  const faster = source.fps > 31 ? 1.4 : 1;
  return heights.map((height) => ({
    height,
    width: Math.min(
      even(source.width),
      Math.max(2, 2 * Math.round((source.width * height) / source.height / 2)),
    ),
    maxBitrate: Math.round(bitrateAt(height) * faster),
  }));
}

/** Down to an even number, which 4:2:0 needs; rounding up would scale up. */
function even(pixels: number): number {
  return Math.max(2, pixels - (pixels % 2));
}

function bitrateAt(height: number): number {
  const above = BITRATES.findIndex(([rung]) => rung >= height);
  const upper = BITRATES[above === -1 ? BITRATES.length - 1 : above] ?? [2160, 16_000_000];
  const lower = BITRATES[above - 1];
  if (!lower) return upper[1];
  return lower[1] + ((upper[1] - lower[1]) * (height - lower[0])) / (upper[0] - lower[0]);
}
