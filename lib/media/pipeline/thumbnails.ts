import { readdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { THUMBNAIL_INTERVAL_SECONDS } from "@/lib/media/schema";
import { formatVttTime } from "@/lib/media/subtitles/webvtt";

const COLUMNS = 5;
const ROWS = 5;
export const THUMBNAIL_WIDTH = 160;

export function thumbnailHeight({ width, height }: { width: number; height: number }): number {
  return Math.min(480, Math.max(2, 2 * Math.round((THUMBNAIL_WIDTH * height) / width / 2)));
}

/** Picks the picture at every tenth second and lays 25 of them on one sheet. */
export function spriteFilter(size: { width: number; height: number }): string {
  const pick = `select='gte(t,selected_n*${THUMBNAIL_INTERVAL_SECONDS})'`;
  return `${pick},scale=${THUMBNAIL_WIDTH}:${thumbnailHeight(size)}:out_range=pc,setsar=1,format=yuvj420p,tile=${COLUMNS}x${ROWS}`;
}

export function spriteOutput(): string[] {
  return [
    "-map",
    "[thumbnails]",
    "-fps_mode",
    "passthrough",
    "-c:v",
    "mjpeg",
    "-q:v",
    "5",
    "-f",
    "image2",
    "thumbnails-%d.jpg",
  ];
}

/** Writes `thumbnails.vtt` over the sheets in `folder`; false when there is none. */
export async function writeThumbnailTrack(
  folder: string,
  { durationSeconds, size }: { durationSeconds: number; size: { width: number; height: number } },
): Promise<boolean> {
  const sheets = (await readdir(folder)).filter((name) => /^thumbnails-\d+\.jpg$/.test(name)).length;
  if (sheets === 0) return false;
  const count = Math.min(
    sheets * COLUMNS * ROWS,
    Math.max(1, Math.ceil(durationSeconds / THUMBNAIL_INTERVAL_SECONDS)),
  );
  await writeFile(
    path.join(folder, "thumbnails.part"),
    thumbnailTrack(count, durationSeconds, thumbnailHeight(size)),
  );
  await rename(path.join(folder, "thumbnails.part"), path.join(folder, "thumbnails.vtt"));
  return true;
}

export function thumbnailTrack(count: number, durationSeconds: number, height: number): string {
  const cues = Array.from({ length: count }, (_, position) => {
    const start = position * THUMBNAIL_INTERVAL_SECONDS;
    const end = Math.min(durationSeconds, start + THUMBNAIL_INTERVAL_SECONDS);
    const sheet = Math.floor(position / (COLUMNS * ROWS)) + 1;
    const x = (position % COLUMNS) * THUMBNAIL_WIDTH;
    const y = (Math.floor(position / COLUMNS) % ROWS) * height;
    return `${formatVttTime(start)} --> ${formatVttTime(end)}\nthumbnails-${sheet}.jpg#xywh=${x},${y},${THUMBNAIL_WIDTH},${height}`;
  });
  return `WEBVTT\n\n${cues.join("\n\n")}\n`;
}
