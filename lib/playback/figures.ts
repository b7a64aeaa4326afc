import { deviceFamilies, deviceKind } from "@/lib/accounts";
import type { Figures } from "@/lib/playback/schema";

type Position = { positionSeconds: number | null; durationSeconds: number };

/** A report's figures by the columns of video_analytics, with what the server itself can tell. */
export function toFiguresRow(
  figures: Figures,
  { positionSeconds, durationSeconds }: Position,
  userAgent: string,
) {
  const { browser, system } = deviceFamilies(userAgent);
  return {
    startup_time_ms: figures.startupTimeMs,
    play_count: figures.playCount,
    pause_count: figures.pauseCount,
    seek_count: figures.seekCount,
    buffer_count: figures.bufferCount,
    quality_change_count: figures.qualityChangeCount,
    dropped_frames: figures.droppedFrames,
    error_count: figures.errorCount,
    watched_seconds: figures.watchedSeconds,
    buffering_seconds: figures.bufferingSeconds,
    average_bitrate: figures.averageBitrate,
    completion_rate: positionSeconds === null ? 0 : Math.min(1, positionSeconds / durationSeconds),
    drop_off_seconds: positionSeconds,
    screen: figures.screen,
    device: deviceKind(userAgent),
    browser,
    os: system,
  };
}
