import { MediaError } from "@/lib/media/errors";
import { framesPerSecond } from "@/lib/media/pipeline/frame-rate";
import type { Source } from "@/lib/media/pipeline/probe";
import { CommandError } from "@/lib/media/pipeline/run";
import { ffmpeg, inputArguments, type MediaTools } from "@/lib/media/pipeline/tools";

export const CUT_SHORT = "This file is cut short: copy or download it again, whole.";

/**
 * Walks over every packet without decoding, so that a file whose end is missing is refused before anything is made
 * of it. Answers the length of the picture in seconds, measured.
 */
export async function verifyWhole(
  tools: MediaTools,
  source: Source,
  options: { signal?: AbortSignal; onFraction?: (fraction: number) => void } = {},
): Promise<number> {
  let reached = 0;
  const onSeconds = (seconds: number) => {
    reached = Math.max(reached, seconds);
    if (source.durationSeconds) options.onFraction?.(Math.min(1, seconds / source.durationSeconds));
  };
  const args = [
    ...inputArguments(source.path),
    "-map",
    `0:${source.video.streamIndex}`,
    "-c",
    "copy",
    "-f",
    "null",
    "-",
  ];
  try {
    await ffmpeg(tools, ["-v", "error", ...args], { signal: options.signal, onSeconds });
  } catch (error) {
    if (error instanceof CommandError) throw new MediaError("input", CUT_SHORT, { cause: error });
    throw error;
  }
  if (reached <= 0) throw new MediaError("input", "There is no picture in this file: export the film again.");
  if (isCutShort(reached, source)) throw new MediaError("input", CUT_SHORT);
  return pictureSeconds(reached, source);
}

/** The last packet is counted from its start, and in decoding order: the declared length is better where it agrees. */
function pictureSeconds(reached: number, { video }: Source): number {
  const measured = reached + 1 / framesPerSecond(video.frameRate);
  const isAgreed = video.declaredSeconds !== null && Math.abs(video.declaredSeconds - measured) < 0.5;
  return isAgreed ? (video.declaredSeconds ?? measured) : measured;
}

/**
 * The picture's own declared length is exact. The container's may include a tail of sound without picture, so 2 s
 * and 3 % are allowed for that.
 */
export function isCutShort(
  reachedSeconds: number,
  source: { durationSeconds: number; video: { declaredSeconds: number | null } },
): boolean {
  const { declaredSeconds } = source.video;
  if (declaredSeconds !== null) return reachedSeconds < declaredSeconds * 0.99 - 0.5;
  return reachedSeconds < source.durationSeconds * 0.97 - 2;
}
