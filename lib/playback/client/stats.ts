export type EngineStats = {
  /** Bits per second of the rendition on screen, and what the line carries by the engine's guess. */
  bitrate: number | null;
  bandwidth: number | null;
  /** Milliseconds from asking for the last segment to its first byte, and to its last. */
  latencyMs: number | null;
  segmentMs: number | null;
  codecs: string | null;
  frameRate: number | null;
};

export const NO_ENGINE_STATS: EngineStats = {
  bitrate: null,
  bandwidth: null,
  latencyMs: null,
  segmentMs: null,
  codecs: null,
  frameRate: null,
};

type StatName =
  | "rendition"
  | "viewport"
  | "bitrate"
  | "bandwidth"
  | "buffer"
  | "dropped"
  | "latency"
  | "codecs"
  | "volume"
  | "session";

export type StatLine = { name: StatName; value: string };

const UNKNOWN = "–";

/** What can be said about a film that plays, one line each. */
export function readStats(video: HTMLVideoElement, engine: EngineStats, sessionId: string): StatLine[] {
  const { droppedVideoFrames = 0, totalVideoFrames = 0 } = video.getVideoPlaybackQuality?.() ?? {};
  const { clientWidth, clientHeight } = video;
  const rate = engine.frameRate ? ` · ${Number(engine.frameRate.toFixed(3))} fps` : "";
  const lines: Record<StatName, string> = {
    rendition: video.videoWidth ? `${video.videoWidth}×${video.videoHeight}${rate}` : UNKNOWN,
    viewport: `${clientWidth}×${clientHeight} × ${window.devicePixelRatio}`,
    bitrate: megabits(engine.bitrate),
    bandwidth: megabits(engine.bandwidth),
    buffer: `${bufferedAhead(video).toFixed(1)} s`,
    dropped: `${droppedVideoFrames} / ${totalVideoFrames}`,
    latency: engine.latencyMs === null ? UNKNOWN : `${engine.latencyMs} ms · ${engine.segmentMs} ms`,
    codecs: engine.codecs ?? UNKNOWN,
    volume: `${Math.round((video.muted ? 0 : video.volume) * 100)} %`,
    session: sessionId.slice(0, 8),
  };
  return Object.entries(lines).map(([name, value]) => ({ name: name as StatName, value }));
}

/** Seconds that can be shown from here on without the network. */
export function bufferedAhead({
  buffered,
  currentTime,
}: Pick<HTMLVideoElement, "buffered" | "currentTime">): number {
  for (let index = 0; index < buffered.length; index += 1) {
    // Half a frame of tolerance: after a seek the position may lie just before what was fetched for it.
    if (buffered.start(index) <= currentTime + 0.05 && buffered.end(index) > currentTime) {
      return buffered.end(index) - currentTime;
    }
  }
  return 0;
}

const megabits = (bits: number | null) => (bits === null ? UNKNOWN : `${(bits / 1e6).toFixed(2)} Mbit/s`);
