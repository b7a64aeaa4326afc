import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { packageSource } from "@/lib/media/pipeline/package";
import { findTools } from "@/lib/media/pipeline/tools";
import { CLIPS, ffmpeg } from "@/tests/fixtures/media/clips";
import { type PartReport, printReport } from "./figures";

export type TranscodeFigure = {
  name: string;
  sourceSeconds: number;
  renditions: number[];
  seconds: number;
  /** Seconds of film made into a whole package in one second. */
  timesRealTime: number;
};

/** How fast the whole pipeline is, from the file to the packaged folder; real footage where there is some. */
export async function benchTranscode(): Promise<PartReport> {
  const root = await mkdtemp(path.join(os.tmpdir(), "cineverse-bench-"));
  try {
    const figures: TranscodeFigure[] = [];
    for (const [name, file] of await sources(root)) figures.push(await measure(name, file, root));
    return {
      figures,
      rows: figures.map(({ name, timesRealTime }) => [`transcode, ${name}`, timesRealTime, "x real time"]),
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function measure(name: string, file: string, root: string): Promise<TranscodeFigure> {
  const tools = await findTools();
  const folder = await mkdtemp(path.join(root, "out-"));
  const startedAt = performance.now();
  const { stream } = await packageSource(tools, { sourcePath: file, sideFiles: [], folder });
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    name,
    sourceSeconds: stream.durationSeconds,
    renditions: stream.renditions.map((rendition) => rendition.height),
    seconds: Math.round(seconds * 100) / 100,
    timesRealTime: Math.round((stream.durationSeconds / seconds) * 100) / 100,
  };
}

async function sources(root: string): Promise<[name: string, file: string][]> {
  const encoder = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "16", "-c:a", "aac"];
  const large = path.join(root, "1080.mp4");
  const upscaled = ["-vf", "scale=1920:1080:flags=lanczos", ...encoder];
  await ffmpeg("-ss", "10", "-t", "20", "-i", CLIPS.film360, ...upscaled, large);
  return [
    ["480p film", CLIPS.film480],
    ["1080p film", large],
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printReport(await benchTranscode());
}
