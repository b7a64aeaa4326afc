/** A frame rate as the fraction that ffmpeg takes without rounding. */
export type FrameRate = { numerator: number; denominator: number };

const STANDARD: FrameRate[] = [
  { numerator: 10, denominator: 1 },
  { numerator: 12, denominator: 1 },
  { numerator: 15, denominator: 1 },
  { numerator: 24_000, denominator: 1001 },
  { numerator: 24, denominator: 1 },
  { numerator: 25, denominator: 1 },
  { numerator: 30_000, denominator: 1001 },
  { numerator: 30, denominator: 1 },
  { numerator: 48, denominator: 1 },
  { numerator: 50, denominator: 1 },
  { numerator: 60_000, denominator: 1001 },
  { numerator: 60, denominator: 1 },
];
const FASTEST = 60;
const FALLBACK: FrameRate = { numerator: 25, denominator: 1 };

export function framesPerSecond(rate: FrameRate): number {
  return rate.numerator / rate.denominator;
}

export function parseFrameRate(text: string | undefined): FrameRate | null {
  const match = /^(\d+)\/(\d+)$/.exec(text ?? "");
  const rate = { numerator: Number(match?.[1] ?? 0), denominator: Number(match?.[2] ?? 0) };
  return rate.numerator > 0 && rate.denominator > 0 ? rate : null;
}

/**
 * The constant rate that a stream is made at. A rate that never varies is kept (halved until it is at most 60);
 * a varying one becomes the standard rate nearest to its average.
 */
export function constantFrameRate(base: string | undefined, average: string | undefined): FrameRate {
  const nominal = parseFrameRate(base);
  const mean = parseFrameRate(average) ?? nominal;
  if (!mean) return FALLBACK;
  const isSteady = nominal && Math.abs(framesPerSecond(nominal) / framesPerSecond(mean) - 1) < 0.002;
  let rate = isSteady ? nominal : nearestStandard(framesPerSecond(mean));
  while (framesPerSecond(rate) > FASTEST + 0.01) rate = { ...rate, denominator: rate.denominator * 2 };
  return framesPerSecond(rate) < 1 ? nearestStandard(framesPerSecond(rate)) : rate;
}

function nearestStandard(fps: number): FrameRate {
  const distance = (rate: FrameRate) => Math.abs(Math.log(framesPerSecond(rate) / fps));
  return STANDARD.reduce((best, rate) => (distance(rate) < distance(best) ? rate : best));
}
