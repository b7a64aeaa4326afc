import { statfs } from "node:fs/promises";
import { MediaError } from "@/lib/media/errors";
import type { Rung } from "@/lib/media/pipeline/ladder";

const AUDIO_BITRATE = 160_000;
const SPARE_BYTES = 256 * 1024 * 1024;

/** Refuses to begin what the disk cannot hold; the estimate is the ladder's ceiling, so it is on the safe side. */
export async function requireSpace(
  folder: string,
  rungs: Rung[],
  seconds: number,
  sourceBytes = 0,
): Promise<void> {
  const bitrate = rungs.reduce((sum, rung) => sum + rung.maxBitrate, AUDIO_BITRATE);
  const needed = (bitrate * seconds) / 8 + sourceBytes + SPARE_BYTES;
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= needed) return;
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  throw new MediaError(
    "environment",
    `There is too little room on the disk: ${gigabytes(needed)} GB are needed and ${gigabytes(bavail * bsize)} GB are free.`,
  );
}
