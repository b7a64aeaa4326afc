import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { Source } from "@/lib/media/pipeline/probe";
import { CommandError } from "@/lib/media/pipeline/run";
import { ffmpeg, inputArguments, type MediaTools } from "@/lib/media/pipeline/tools";
import { normalisingFilters } from "@/lib/media/pipeline/video";

export const POSTER_CANDIDATES = 3;
const SAMPLES = 9;
const MAX_WIDTH = 1600;
const FRAMES_LOOKED_AT = 24;
/** Of 255: darker or flatter than this is a black frame, a fade or a title card's background. */
const DARKEST = 24;
const FLATTEST = 10;

type Sample = { file: string; second: number; score: number };
type Options = { folder: string; durationSeconds: number; signal?: AbortSignal };

/**
 * Takes pictures from all over the film and keeps the three best, in the order of the film, as `poster-{n}.jpg`.
 * Fewer when the film has fewer that show anything.
 */
export async function writePosterCandidates(
  tools: MediaTools,
  source: Source,
  options: Options,
): Promise<string[]> {
  const samples: Sample[] = [];
  for (let number = 0; number < SAMPLES; number += 1) {
    const second = options.durationSeconds * (0.08 + (0.84 * number) / (SAMPLES - 1));
    const file = await takePicture(tools, source, { ...options, second, name: `sample-${number}.png` });
    if (file) samples.push({ file, second, score: await scorePicture(file) });
  }
  const kept = chooseSamples(samples, options.durationSeconds / (SAMPLES + 1));
  const names = await Promise.all(kept.map(({ file }, position) => keep(file, options.folder, position + 1)));
  await Promise.all(samples.map(({ file }) => rm(file, { force: true })));
  return names;
}

/** The best first, none of them black, no two closer than `apartSeconds` while others are left. */
export function chooseSamples<T extends { second: number; score: number }>(
  samples: T[],
  apartSeconds: number,
): T[] {
  const good = samples.filter((sample) => sample.score > 0).sort((one, other) => other.score - one.score);
  const chosen: T[] = [];
  for (const distance of [apartSeconds * 2, apartSeconds * 0.5]) {
    for (const sample of good) {
      const isFar = chosen.every((other) => Math.abs(other.second - sample.second) >= distance);
      if (chosen.length < POSTER_CANDIDATES && isFar) chosen.push(sample);
    }
  }
  return chosen.sort((one, other) => one.second - other.second);
}

async function takePicture(
  tools: MediaTools,
  source: Source,
  { folder, second, name, signal }: { folder: string; second: number; name: string; signal?: AbortSignal },
): Promise<string | null> {
  const filters = [
    ...normalisingFilters(source.video, source.video, tools.canTonemap),
    `thumbnail=${FRAMES_LOOKED_AT}`,
    `scale='min(${MAX_WIDTH},${source.video.width})':-2`,
    "setsar=1,format=rgb24",
  ];
  const input = inputArguments(source.path, ["-ss", second.toFixed(3)]);
  const args = [
    ...input,
    "-map",
    `0:${source.video.streamIndex}`,
    "-vf",
    filters.join(","),
    "-frames:v",
    "1",
    "-f",
    "image2",
    name,
  ];
  try {
    await ffmpeg(tools, ["-v", "error", ...args], { cwd: folder, signal, limitSeconds: 300 });
    const file = path.join(folder, name);
    return (await readFile(file).catch(() => null)) ? file : null;
  } catch (error) {
    if (error instanceof CommandError) return null;
    throw error;
  }
}

/** Colourful, detailed and neither dark nor burnt out scores high; zero is as good as black. */
async function scorePicture(file: string): Promise<number> {
  const { channels, entropy, sharpness } = await sharp(file).resize(320).stats();
  const mean = channels.slice(0, 3).reduce((sum, channel) => sum + channel.mean, 0) / 3;
  const spread = channels.slice(0, 3).reduce((sum, channel) => sum + channel.stdev, 0) / 3;
  if (mean < DARKEST || mean > 255 - DARKEST || spread < FLATTEST) return 0;
  const exposure = 1 - Math.abs(mean - 115) / 140;
  return entropy * (0.5 + Math.max(0, exposure)) * (1 + Math.min(1, sharpness / 10)) * Math.log2(2 + spread);
}

async function keep(file: string, folder: string, number: number): Promise<string> {
  const name = `poster-${number}.jpg`;
  await sharp(file).jpeg({ quality: 88, mozjpeg: true }).toFile(path.join(folder, name));
  return name;
}
