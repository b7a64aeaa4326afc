import { readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { THUMBNAIL_INTERVAL_SECONDS } from "@/lib/media/schema";
import { formatVttTime } from "@/lib/media/subtitles/webvtt";

const COLUMNS = 5;
const ROWS = 5;
const PER_SHEET = COLUMNS * ROWS;
const SINGLE = "picture-";
export const THUMBNAIL_WIDTH = 160;

export function thumbnailHeight({ width, height }: { width: number; height: number }): number {
  return Math.min(480, Math.max(2, 2 * Math.round((THUMBNAIL_WIDTH * height) / width / 2)));
}

/**
 * Picks the picture at every tenth second. They are laid on sheets afterwards: ffmpeg reports no progress before each
 * of its outputs has begun, and the first sheet would begin after 25 pictures.
 */
export function thumbnailFilter(size: { width: number; height: number }): string {
  const pick = `select='gte(t,selected_n*${THUMBNAIL_INTERVAL_SECONDS})'`;
  return `${pick},scale=${THUMBNAIL_WIDTH}:${thumbnailHeight(size)}:out_range=pc,setsar=1,format=yuvj420p`;
}

export function thumbnailOutput(): string[] {
  const format = ["-c:v", "mjpeg", "-q:v", "2", "-f", "image2"];
  return ["-map", "[thumbnails]", "-fps_mode", "passthrough", ...format, `${SINGLE}%d.jpg`];
}

/** Lays the pictures in `folder` on sheets of 25 and writes `thumbnails.vtt` over them; false when there is none. */
export async function writeThumbnailTrack(
  folder: string,
  { durationSeconds, size }: { durationSeconds: number; size: { width: number; height: number } },
): Promise<boolean> {
  const singles = (await readdir(folder)).filter((name) => name.startsWith(SINGLE));
  const count = Math.min(
    singles.length,
    Math.max(1, Math.ceil(durationSeconds / THUMBNAIL_INTERVAL_SECONDS)),
  );
  if (count === 0) return false;
  const height = thumbnailHeight(size);
  for (let first = 0; first < count; first += PER_SHEET) {
    await writeSheet(folder, { first, count: Math.min(PER_SHEET, count - first), height });
  }
  await Promise.all(singles.map((name) => rm(path.join(folder, name))));
  await writeFile(path.join(folder, "thumbnails.vtt"), thumbnailTrack(count, durationSeconds, height));
  return true;
}

async function writeSheet(
  folder: string,
  { first, count, height }: { first: number; count: number; height: number },
) {
  const pictures = Array.from({ length: count }, (_, position) => ({
    input: path.join(folder, `${SINGLE}${first + position + 1}.jpg`),
    left: (position % COLUMNS) * THUMBNAIL_WIDTH,
    top: Math.floor(position / COLUMNS) * height,
  }));
  const sheet = { width: COLUMNS * THUMBNAIL_WIDTH, height: Math.ceil(count / COLUMNS) * height };
  await sharp({ create: { ...sheet, channels: 3, background: "black" } })
    .composite(pictures)
    .jpeg({ quality: 72, mozjpeg: true })
    .toFile(path.join(folder, `thumbnails-${first / PER_SHEET + 1}.jpg`));
}

export function thumbnailTrack(count: number, durationSeconds: number, height: number): string {
  const cues = Array.from({ length: count }, (_, position) => {
    const start = position * THUMBNAIL_INTERVAL_SECONDS;
    const end = Math.min(durationSeconds, start + THUMBNAIL_INTERVAL_SECONDS);
    const sheet = Math.floor(position / PER_SHEET) + 1;
    const x = (position % COLUMNS) * THUMBNAIL_WIDTH;
    const y = (Math.floor(position / COLUMNS) % ROWS) * height;
    return `${formatVttTime(start)} --> ${formatVttTime(end)}\nthumbnails-${sheet}.jpg#xywh=${x},${y},${THUMBNAIL_WIDTH},${height}`;
  });
  return `WEBVTT\n\n${cues.join("\n\n")}\n`;
}
