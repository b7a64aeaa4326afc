import { framesPerSecond } from "@/lib/media/pipeline/frame-rate";
import { hlsOutput, SEGMENT_SECONDS } from "@/lib/media/pipeline/hls";
import type { Rung } from "@/lib/media/pipeline/ladder";
import type { Source, SourceVideo } from "@/lib/media/pipeline/probe";
import { thumbnailFilter, thumbnailOutput } from "@/lib/media/pipeline/thumbnails";
import { ffmpeg, inputArguments, type MediaTools } from "@/lib/media/pipeline/tools";

/** Two groups of pictures in a segment: the player may join in the middle of one. */
const GROUPS_PER_SEGMENT = 2;
/** Part of the pictures that may fail to decode; more than that and nobody would want to watch it. */
const DAMAGE_ALLOWED = "0.1";
const QUALITY = "22";
const PRESET = "veryfast";
const HDR_TO_SDR = [
  "zscale=t=linear:npl=100",
  "format=gbrpf32le",
  "zscale=p=bt709",
  "tonemap=tonemap=hable:desat=0",
  "zscale=t=bt709:m=bt709:r=tv",
];

export type EncodeVideo = {
  source: Source;
  rungs: Rung[];
  folder: string;
  /** Longest result, seconds: bounds the output of a file that lies about itself. */
  limitSeconds: number;
  /** Seconds for which the last picture is held, for a film whose sound goes on. */
  holdSeconds: number;
  signal?: AbortSignal;
  onSeconds?: (seconds: number) => void;
};

/**
 * Encodes every rendition and the scrubbing pictures from one decode into `folder`. All renditions pass the same
 * constant frame rate and the same fixed group of pictures, so their keyframes are on the same instants.
 */
export async function encodeVideo(tools: MediaTools, options: EncodeVideo): Promise<void> {
  const { source, rungs, folder, signal, onSeconds } = options;
  const args = [
    ...["-v", "error", "-max_error_rate", DAMAGE_ALLOWED],
    ...inputArguments(source.path),
    "-filter_complex",
    videoGraph(source.video, rungs, { ...options, canTonemap: tools.canTonemap }),
    ...rungs.flatMap((rung, position) => renditionOutput(rung, position, source.video, options.limitSeconds)),
    ...thumbnailOutput(),
  ];
  const limitSeconds = 3600 + options.limitSeconds * 60;
  await ffmpeg(tools, args, { cwd: folder, signal, onSeconds, limitSeconds, stallSeconds: 300 });
}

/** Filters that make any source progressive, 8-bit, SDR and of constant rate; shared with the poster candidates. */
export function normalisingFilters(
  video: SourceVideo,
  size: { width: number; height: number },
  canTonemap: boolean,
) {
  const filters = video.isInterlaced ? ["bwdif=mode=send_frame:deint=interlaced"] : [];
  if (video.isHdr && canTonemap) filters.push(`scale=${size.width}:${size.height}`, ...HDR_TO_SDR);
  return filters;
}

export function videoGraph(
  video: SourceVideo,
  rungs: Rung[],
  { holdSeconds, canTonemap }: { holdSeconds: number; canTonemap: boolean },
): string {
  const top = rungs.at(-1) ?? { width: video.width, height: video.height };
  const { numerator, denominator } = video.frameRate;
  const common = [
    ...normalisingFilters(video, top, canTonemap),
    `fps=${numerator}/${denominator}:start_time=0`,
    ...(holdSeconds > 0 ? [`tpad=stop_mode=clone:stop_duration=${holdSeconds.toFixed(3)}`] : []),
    `split=${rungs.length + 1}`,
  ].join(",");
  const branches = rungs.map(
    ({ width, height }, position) =>
      `[s${position}]scale=${width}:${height}:flags=bicubic:out_range=tv,setsar=1,format=yuv420p[v${position}]`,
  );
  const outlets = rungs.map((_, position) => `[s${position}]`).join("");
  return [
    `[0:${video.streamIndex}]${common}${outlets}[st]`,
    ...branches,
    `[st]${thumbnailFilter(top)}[thumbnails]`,
  ].join(";");
}

function renditionOutput(rung: Rung, position: number, video: SourceVideo, limitSeconds: number): string[] {
  const fps = framesPerSecond(video.frameRate);
  const group = Math.max(1, Math.round((fps * SEGMENT_SECONDS) / GROUPS_PER_SEGMENT));
  const rates = ["-crf", QUALITY, "-maxrate", `${rung.maxBitrate}`, "-bufsize", `${rung.maxBitrate * 2}`];
  const groups = ["-g", `${group}`, "-keyint_min", `${group}`, "-sc_threshold", "0"];
  return [
    ...["-map", `[v${position}]`, "-map_metadata", "-1", "-t", limitSeconds.toFixed(3)],
    ...["-c:v", "libx264", "-preset", PRESET, "-profile:v", "high", ...rates, ...groups],
    // Just under the whole groups' length, so that rounding never carries a segment over to the next keyframe.
    ...hlsOutput(`video-${rung.height}`, (group * GROUPS_PER_SEGMENT) / fps - 0.000_01),
  ];
}
