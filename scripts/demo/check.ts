// Looks at what make.ts has made: node scripts/run.mjs scripts/demo/check.ts. Exits with 1 when a film could not be played.
import { execFile } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { streamSchema } from "@/lib/media/schema";
import { FPS, filmSeconds } from "./film";
import { films } from "./films";

const run = promisify(execFile);
const media = path.resolve(import.meta.dirname, "../../supabase/seed/media");
const LIMIT = { total: 48e6, file: 5e6 };
const LOUDNESS = { low: -19, high: -15.5, peak: -0.5 };

async function main() {
  const problems: string[] = [];
  for (const film of films) {
    const folder = path.join(media, film.slug);
    for (const problem of await checkFilm(folder, filmSeconds(film)))
      problems.push(`${film.slug}: ${problem}`);
    process.stdout.write(".");
  }
  const { total, big } = await weigh();
  problems.push(...big.map((file) => `${file} is over ${LIMIT.file / 1e6} MB`));
  if (total > LIMIT.total) problems.push(`everything weighs ${(total / 1e6).toFixed(1)} MB`);
  console.log(`\n${films.length} films, ${(total / 1e6).toFixed(1)} MB, ${problems.length} problems`);
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}

async function checkFilm(folder: string, seconds: number): Promise<string[]> {
  const stream = streamSchema.parse(JSON.parse(await readFile(path.join(folder, "stream.json"), "utf8")));
  const problems: string[] = [];
  for (const { path: file, playlistPath, height, width } of stream.renditions) {
    problems.push(...(await checkRanges(folder, playlistPath, file)));
    const shown = await probe(path.join(folder, file));
    if (shown.width !== width || shown.height !== height)
      problems.push(`${file} is ${shown.width}x${shown.height}`);
    if (Math.abs(shown.frames - seconds * FPS) > 1)
      problems.push(`${file} has ${shown.frames} frames, not ${seconds * FPS}`);
    problems.push(...(await decode(path.join(folder, playlistPath))));
  }
  for (const { path: file, playlistPath } of stream.audioTracks) {
    problems.push(
      ...(await checkRanges(folder, playlistPath, file)),
      ...(await decode(path.join(folder, playlistPath))),
    );
    problems.push(...(await checkLoudness(path.join(folder, file))));
  }
  for (const { path: file } of stream.subtitles) await stat(path.join(folder, file));
  return problems;
}

/** Every byte of the file belongs to the header or to exactly one segment, in order. */
async function checkRanges(folder: string, playlist: string, file: string): Promise<string[]> {
  const text = await readFile(path.join(folder, playlist), "utf8");
  const { size } = await stat(path.join(folder, file));
  let next = 0;
  for (const [, length, offset] of text.matchAll(/BYTERANGE[:=]"?(\d+)@(\d+)/g)) {
    if (Number(offset) !== next) return [`${playlist}: a range starts at ${offset}, not at ${next}`];
    next += Number(length);
  }
  return next === size ? [] : [`${playlist} covers ${next} of ${size} bytes`];
}

async function probe(file: string) {
  const entries = "stream=width,height,nb_read_packets";
  const { stdout } = await run("ffprobe", [
    "-v",
    "error",
    "-count_packets",
    "-show_entries",
    entries,
    "-of",
    "csv=p=0",
    file,
  ]);
  const [width = 0, height = 0, frames = 0] = stdout.trim().split(",").map(Number);
  return { width, height, frames };
}

async function decode(playlist: string): Promise<string[]> {
  const { stderr } = await run("ffmpeg", ["-v", "error", "-xerror", "-i", playlist, "-f", "null", "-"]);
  return stderr ? [`${playlist}: ${stderr.split("\n")[0]}`] : [];
}

async function checkLoudness(file: string): Promise<string[]> {
  const { stderr } = await run("ffmpeg", [
    "-nostats",
    "-i",
    file,
    "-af",
    "ebur128=peak=true",
    "-f",
    "null",
    "-",
  ]);
  const loudness = Number(stderr.match(/I:\s+(-?[\d.]+) LUFS\s+Threshold/)?.[1]);
  const peak = Number(stderr.match(/Peak:\s+(-?[\d.]+) dBFS/)?.[1]);
  const good = loudness > LOUDNESS.low && loudness < LOUDNESS.high && peak < LOUDNESS.peak;
  return good ? [] : [`${file}: ${loudness} LUFS, peak ${peak} dBFS`];
}

async function weigh() {
  const big: string[] = [];
  let total = 0;
  for (const entry of await readdir(media, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size } = await stat(path.join(entry.parentPath, entry.name));
    total += size;
    if (size > LIMIT.file) big.push(path.join(entry.parentPath, entry.name));
  }
  return { total, big };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
