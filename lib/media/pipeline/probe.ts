import { open } from "node:fs/promises";
import { MediaError } from "@/lib/media/errors";
import { constantFrameRate, type FrameRate } from "@/lib/media/pipeline/frame-rate";
import { printable, toLanguage } from "@/lib/media/pipeline/language";
import { type ProbeOutput, type ProbeStream, probeOutputSchema } from "@/lib/media/pipeline/probe-schema";
import { CommandError, run } from "@/lib/media/pipeline/run";
import { inputArguments, type MediaTools } from "@/lib/media/pipeline/tools";

export type SourceVideo = {
  streamIndex: number;
  /** As it is looked at: rotated and with square pixels. */
  width: number;
  height: number;
  frameRate: FrameRate;
  /** Where this stream ends; null when the container says nothing about it alone. */
  declaredSeconds: number | null;
  isHdr: boolean;
  isInterlaced: boolean;
};
export type SourceAudio = {
  streamIndex: number;
  language: string;
  title: string;
  channels: number;
  isDefault: boolean;
  isDescription: boolean;
  declaredSeconds: number | null;
};
export type SourceSubtitle = {
  streamIndex: number;
  language: string;
  title: string;
  kind: "subtitles" | "sdh";
  isDefault: boolean;
};
export type Source = {
  path: string;
  /** As the container declares it; zero when it does not. */
  durationSeconds: number;
  title: string;
  video: SourceVideo;
  audio: SourceAudio[];
  subtitles: SourceSubtitle[];
};

const MAX_PIXELS = 8192 * 4608;
const MAX_TRACKS = 32;
const MAX_HOURS = 12;
const TEXT_SUBTITLES = ["subrip", "srt", "ass", "ssa", "mov_text", "webvtt", "text"];
const HDR_TRANSFERS = ["smpte2084", "arib-std-b67"];
const INTERLACED = ["tt", "bb", "tb", "bt"];

/** Reads what a file contains. Throws a MediaError of problem `input` for whatever cannot become a stream. */
export async function probe(tools: MediaTools, path: string, signal?: AbortSignal): Promise<Source> {
  const output = await readProbe(tools, path, signal);
  const video = output.streams.find(isMovingPicture);
  if (!video) throw new MediaError("input", "There is no video in this file: choose one that has a picture.");
  const durationSeconds = output.format.duration ?? video.duration ?? 0;
  if (durationSeconds > MAX_HOURS * 3600) {
    throw new MediaError("input", `This file says it is longer than ${MAX_HOURS} hours: cut it into parts.`);
  }
  const ofType = (type: string) =>
    output.streams.filter((stream) => stream.codec_type === type).slice(0, MAX_TRACKS);
  return {
    path,
    durationSeconds,
    title: printable(output.format.tags.title),
    video: toVideo(video),
    audio: ofType("audio").filter(isDecodableSound).map(toAudio),
    subtitles: ofType("subtitle")
      .filter((stream) => TEXT_SUBTITLES.includes(stream.codec_name))
      .map(toSubtitle),
  };
}

async function readProbe(tools: MediaTools, path: string, signal?: AbortSignal): Promise<ProbeOutput> {
  const args = ["-v", "error", "-of", "json", "-show_streams", "-show_format", ...inputArguments(path)];
  try {
    const { stdout } = await run(tools.ffprobePath, args, { signal, stallSeconds: 60, limitSeconds: 120 });
    return fromZero(probeOutputSchema.parse(JSON.parse(stdout)));
  } catch (error) {
    if (error instanceof MediaError || signal?.aborted) throw error;
    const isCut = error instanceof CommandError && (await isFilmWithoutIndex(path, error.stderr));
    const message = isCut
      ? "This file is cut short: copy or download it again, whole."
      : "This is not a video file: choose an MP4, MOV, MKV, WebM, AVI or MPEG film.";
    throw new MediaError("input", message, { cause: error });
  }
}

/** Starts counted from the file's first instant, as ffmpeg counts (broadcast files begin anywhere). */
function fromZero({ streams, format }: ProbeOutput): ProbeOutput {
  const start = format.start_time ?? 0;
  return {
    format,
    streams: streams.map((stream) => ({ ...stream, start_time: (stream.start_time ?? start) - start })),
  };
}

/** An MP4 keeps its index at either end; one that begins like an MP4 and has none has lost its end. */
async function isFilmWithoutIndex(path: string, stderr: string): Promise<boolean> {
  if (!/moov atom not found/.test(stderr)) return false;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return ["ftyp", "mdat", "wide", "free", "skip", "moov"].includes(buffer.toString("latin1", 4));
  } finally {
    await file.close();
  }
}

/** Cover pictures of music files are video streams too, in name. */
function isMovingPicture(stream: ProbeStream): boolean {
  return (
    stream.codec_type === "video" && !stream.disposition.attached_pic && !stream.disposition.timed_thumbnails
  );
}

function isDecodableSound(stream: ProbeStream): boolean {
  return (stream.channels ?? 0) > 0 && !["unknown", "none"].includes(stream.codec_name);
}

function toVideo(stream: ProbeStream): SourceVideo {
  const coded = { width: stream.width ?? 0, height: stream.height ?? 0 };
  if (coded.width < 16 || coded.height < 16) {
    throw new MediaError("input", "The picture in this file has no usable size: export the film again.");
  }
  if (coded.width * coded.height > MAX_PIXELS) {
    throw new MediaError("input", "The picture in this file is larger than 8K: export it smaller.");
  }
  return {
    streamIndex: stream.index,
    ...displaySize(stream, coded),
    frameRate: constantFrameRate(stream.r_frame_rate, stream.avg_frame_rate),
    declaredSeconds: declaredSeconds(stream),
    isHdr: HDR_TRANSFERS.includes(stream.color_transfer ?? ""),
    isInterlaced: INTERLACED.includes(stream.field_order ?? ""),
  };
}

function displaySize(stream: ProbeStream, coded: { width: number; height: number }) {
  const [across, down] = (stream.sample_aspect_ratio ?? "1:1").split(":").map(Number);
  const aspect = across && down ? across / down : 1;
  const width = Math.round(coded.width * Math.min(4, Math.max(0.25, aspect)));
  const isSideways = Math.abs(Math.round(rotationDegrees(stream) / 90)) % 2 === 1;
  return isSideways ? { width: coded.height, height: width } : { width, height: coded.height };
}

/** When a stream ends. Matroska writes that as a tag, "00:01:02.345000000"; others the start and the length. */
function declaredSeconds({ start_time, duration, tags }: ProbeStream): number | null {
  if (duration !== undefined) return Math.max(0, start_time ?? 0) + duration;
  const match = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(tags.duration ?? "");
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) : null;
}

function rotationDegrees(stream: ProbeStream): number {
  const fromMatrix = stream.side_data_list.find((data) => data.rotation !== undefined)?.rotation;
  return fromMatrix ?? (Number(stream.tags.rotate) || 0);
}

function toAudio(stream: ProbeStream): SourceAudio {
  return {
    streamIndex: stream.index,
    language: toLanguage(stream.tags.language),
    title: printable(stream.tags.title),
    channels: stream.channels ?? 2,
    isDefault: stream.disposition.default === 1,
    isDescription: isDescription(stream),
    declaredSeconds: declaredSeconds(stream),
  };
}

/** By what the file says of the track; programs that write neither flag name it. */
function isDescription({ disposition, tags }: ProbeStream): boolean {
  const isFlagged = disposition.visual_impaired === 1 || disposition.descriptions === 1;
  return isFlagged || /\b(audio[ -]?description|descriptive audio|described)\b/i.test(tags.title ?? "");
}

function toSubtitle(stream: ProbeStream): SourceSubtitle {
  return {
    streamIndex: stream.index,
    language: toLanguage(stream.tags.language),
    title: printable(stream.tags.title),
    kind: stream.disposition.hearing_impaired === 1 ? "sdh" : "subtitles",
    isDefault: stream.disposition.default === 1,
  };
}
