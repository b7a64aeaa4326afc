import os from "node:os";
import path from "node:path";
import { findTools, type MediaTools } from "@/lib/media/pipeline/tools";
import { env, requireEnv } from "@/lib/platform/env";

/** What the programs that make streams need from their surroundings. */
export type MediaConfig = {
  tools: MediaTools;
  databaseUrl: string;
  /** Work folders, one per attempt; whatever a killed worker left there is swept. */
  tempFolder: string;
};

/** Reads the environment and looks for ffmpeg. Throws a MediaError when it is missing. */
export async function readMediaConfig(): Promise<MediaConfig> {
  const { FFMPEG_PATH, FFPROBE_PATH } = env();
  return {
    tools: await findTools({ ffmpegPath: FFMPEG_PATH, ffprobePath: FFPROBE_PATH }),
    databaseUrl: requireEnv("DATABASE_URL"),
    tempFolder: path.join(os.tmpdir(), `cineverse-media-${os.userInfo().uid}`),
  };
}
