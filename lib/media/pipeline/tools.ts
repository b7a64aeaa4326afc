import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { diskFull, MediaError } from "@/lib/media/errors";
import { CommandError, type RunOptions, run } from "@/lib/media/pipeline/run";

export type MediaTools = {
  ffmpegPath: string;
  ffprobePath: string;
  /** zscale and tonemap are there, so that HDR becomes SDR properly. */
  canTonemap: boolean;
};

/** Real container formats only: a playlist, a slide show or a script of other files is not a film. */
const CONTAINERS =
  "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,avi,flv,asf,ogg,mxf,rm,wtv,dv,gxf,ivf,nut,h264,hevc";
const NO_FFMPEG =
  "ffmpeg is not here: install it (Debian: apt install ffmpeg; macOS: brew install ffmpeg) or set FFMPEG_PATH and FFPROBE_PATH.";

/** Finds ffmpeg and ffprobe and asks once what they can do. */
export async function findTools(
  paths: { ffmpegPath?: string; ffprobePath?: string } = {},
): Promise<MediaTools> {
  const ffmpegPath = paths.ffmpegPath ?? "ffmpeg";
  const ffprobePath = paths.ffprobePath ?? "ffprobe";
  const execute = promisify(execFile);
  try {
    const [filters, encoders] = await Promise.all([
      execute(ffmpegPath, ["-v", "error", "-filters"]),
      execute(ffmpegPath, ["-v", "error", "-encoders"]),
      execute(ffprobePath, ["-version"]),
    ]);
    if (!/\blibx264\b/.test(encoders.stdout)) throw new Error("no libx264");
    const has = (name: string) => new RegExp(`\\s${name}\\s`).test(filters.stdout);
    return { ffmpegPath, ffprobePath, canTonemap: has("zscale") && has("tonemap") };
  } catch (error) {
    const message =
      (error as Error).message === "no libx264"
        ? "This ffmpeg was built without H.264 (libx264): install a complete one."
        : NO_FFMPEG;
    throw new MediaError("environment", message, { cause: error });
  }
}

/** `file:` keeps a name that begins with a hyphen or looks like an address from being anything but a name. */
export function inputArguments(path: string, before: string[] = []): string[] {
  return [
    "-protocol_whitelist",
    "file,pipe",
    "-format_whitelist",
    CONTAINERS,
    ...before,
    "-i",
    `file:${path}`,
  ];
}

/** Runs ffmpeg; `onSeconds` hears how far into the film it is. */
export async function ffmpeg(
  tools: MediaTools,
  args: string[],
  options: Omit<RunOptions, "onLine"> & { onSeconds?: (seconds: number) => void } = {},
): Promise<string> {
  const { onSeconds, ...rest } = options;
  const onLine = (line: string) => {
    const time = /^out_time_us=(\d+)/.exec(line)?.[1];
    if (time) onSeconds?.(Number(time) / 1e6);
  };
  const common = ["-hide_banner", "-nostdin", "-y", "-nostats", "-progress", "pipe:1"];
  try {
    const { stderr } = await run(tools.ffmpegPath, [...common, ...args], { ...rest, onLine });
    return stderr;
  } catch (error) {
    if (error instanceof CommandError && /No space left on device/i.test(error.stderr)) {
      throw diskFull(error);
    }
    throw error;
  }
}
