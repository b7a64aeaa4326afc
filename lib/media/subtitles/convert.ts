import { readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { trackLabel } from "@/lib/media/pipeline/language";
import type { Source } from "@/lib/media/pipeline/probe";
import { CommandError } from "@/lib/media/pipeline/run";
import { ffmpeg, inputArguments, type MediaTools } from "@/lib/media/pipeline/tools";
import type { SubtitleTrack } from "@/lib/media/schema";
import type { SideFile } from "@/lib/media/subtitles/side-files";
import { decodeText } from "@/lib/media/subtitles/text-encoding";
import { formatVtt, parseVtt } from "@/lib/media/subtitles/webvtt";

const MAX_SIDE_BYTES = 10 * 1024 * 1024;
const RAW = "subtitles.raw";
const KIND_LABELS = { subtitles: "", captions: " (CC)", sdh: " (SDH)" } as const;

type Found = {
  language: string;
  kind: SubtitleTrack["kind"];
  title: string;
  isDefault: boolean;
  text: string;
};
type Options = { folder: string; signal?: AbortSignal };

/**
 * Writes every text subtitle of the film and of its side files as WebVTT into `folder`. One that cannot be read is
 * left out: a film without a subtitle is better than none.
 */
export async function writeSubtitles(
  tools: MediaTools,
  source: Source,
  sideFiles: SideFile[],
  options: Options,
): Promise<SubtitleTrack[]> {
  const found: Found[] = [];
  for (const side of sideFiles) {
    const text = await orNothing(() => readSideFile(tools, side, options));
    if (text) found.push({ language: side.language, kind: side.kind, title: "", isDefault: false, text });
  }
  for (const track of source.subtitles) {
    const input = [...inputArguments(source.path), "-map", `0:${track.streamIndex}`];
    const text = await orNothing(() => toCues(tools, input, options));
    if (text) found.push({ ...track, text });
  }
  await rm(path.join(options.folder, RAW), { force: true });
  return Promise.all(name(found).map((track) => write(track, options.folder)));
}

async function write(
  { text, ...track }: SubtitleTrack & { text: string },
  folder: string,
): Promise<SubtitleTrack> {
  await writeFile(path.join(folder, track.path), text);
  return track;
}

/** Gives each its file and a label of its own; at most one stays the default. */
function name(found: Found[]): (SubtitleTrack & { text: string })[] {
  const taken = new Map<string, number>();
  const labels = new Set<string>();
  const preferred = found.findIndex((track) => track.isDefault);
  return found.map(({ language, kind, title, text }, position) => {
    const number = (taken.get(language) ?? 0) + 1;
    taken.set(language, number);
    const base = trackLabel(language, title, `Subtitles ${position + 1}`) + KIND_LABELS[kind];
    const label = (labels.has(base) ? `${base} ${number}` : base).slice(0, 100);
    labels.add(label);
    const file = `subtitles-${language}${number > 1 ? `-${number}` : ""}.vtt`;
    return { language, label, kind, path: file, isDefault: position === preferred, text };
  });
}

async function readSideFile(tools: MediaTools, side: SideFile, options: Options): Promise<string> {
  if ((await stat(side.path)).size > MAX_SIDE_BYTES) return "";
  const text = decodeText(await readFile(side.path), side.language);
  if (side.format === "vtt") return wellFormed(text);
  const decoded = path.join(options.folder, RAW);
  await writeFile(decoded, text.replaceAll("\0", ""));
  const format = side.format === "srt" ? "srt" : "ass";
  const input = ["-protocol_whitelist", "file,pipe", "-f", format, "-i", `file:${decoded}`, "-map", "0:0"];
  return toCues(tools, input, options);
}

async function toCues(tools: MediaTools, input: string[], { folder, signal }: Options): Promise<string> {
  const output = path.join(folder, `${RAW}.vtt`);
  try {
    const args = ["-v", "error", ...input, "-c:s", "webvtt", "-f", "webvtt", `${RAW}.vtt`];
    await ffmpeg(tools, args, { cwd: folder, signal, limitSeconds: 1800 });
    return wellFormed(await readFile(output, "utf8"));
  } finally {
    await rm(output, { force: true });
  }
}

/** Empty when there is not one cue. */
function wellFormed(text: string): string {
  const cues = parseVtt(text);
  return cues.length > 0 ? formatVtt(cues) : "";
}

async function orNothing(read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CommandError) return "";
    throw error;
  }
}
