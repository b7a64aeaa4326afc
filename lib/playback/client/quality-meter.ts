import type { Figures } from "@/lib/playback/schema";

/** A step between two reports of the position that is longer was a jump, not watching. */
const LONGEST_STEP_SECONDS = 5;

/** Counts how well one session plays, by what the video element says and what its engine tells. */
export class QualityMeter {
  readonly #video: HTMLVideoElement;
  readonly #droppedBefore: number;
  readonly #askedAt: number;
  readonly #counts = { playCount: 0, pauseCount: 0, seekCount: 0, bufferCount: 0 };
  #switches = 0;
  #errors = 0;
  #startupMs: number | null = null;
  #position = 0;
  #watched = 0;
  #bitrate: number | null = null;
  #bits = 0;
  #secondsOfBits = 0;
  #stalledAt: number | null = null;
  #stalledMs = 0;

  /** `askedAt` is when the stream was asked for, by performance.now(). */
  constructor(video: HTMLVideoElement, askedAt: number, signal: AbortSignal) {
    this.#video = video;
    this.#droppedBefore = droppedFrames(video);
    const on = (name: string, listen: () => void) => video.addEventListener(name, listen, { signal });
    this.#askedAt = askedAt;
    const shown = () => this.wasShown(performance.now());
    // What began before anybody counted was begun once.
    if (video.paused === false) this.#count("playCount");
    // The frame callback is the exact one; a tab in the background gets only the event.
    const frame = video.requestVideoFrameCallback?.(shown);
    signal.addEventListener("abort", () => frame !== undefined && video.cancelVideoFrameCallback(frame));
    on("playing", shown);
    on("playing", () => this.#endStall());
    on("pause", () => this.#endStall());
    on("emptied", () => this.#endStall());
    on("waiting", () => this.#beginStall());
    on("timeupdate", () => this.#step());
    on("play", () => this.#count("playCount"));
    on("pause", () => !video.ended && this.#count("pauseCount"));
    on("seeking", () => this.#startupMs !== null && this.#count("seekCount"));
  }

  /** The first picture was there at this time, by performance.now(); null where nobody saw when. */
  wasShown(at: number | null): void {
    if (at !== null) this.#startupMs ??= Math.max(0, Math.round(at - this.#askedAt));
  }

  /** The engine plays another rendition; the first one is no change. */
  setBitrate(bitsPerSecond: number): void {
    if (this.#bitrate !== null && this.#bitrate !== bitsPerSecond) this.#switches += 1;
    this.#bitrate = bitsPerSecond;
  }

  countError(): void {
    this.#errors += 1;
  }

  get startupMs(): number | null {
    return this.#startupMs;
  }

  figures(): Figures {
    const stalling = this.#stalledAt === null ? 0 : performance.now() - this.#stalledAt;
    return {
      ...this.#counts,
      startupTimeMs: this.#startupMs,
      qualityChangeCount: this.#switches,
      errorCount: this.#errors,
      droppedFrames: Math.max(0, droppedFrames(this.#video) - this.#droppedBefore),
      watchedSeconds: rounded(this.#watched),
      bufferingSeconds: rounded((this.#stalledMs + stalling) / 1000),
      averageBitrate: this.#secondsOfBits > 0 ? Math.round(this.#bits / this.#secondsOfBits) : null,
      screen: `${Math.round(window.screen.width)}x${Math.round(window.screen.height)}`,
    };
  }

  #count(name: keyof Figures & `${"play" | "pause" | "seek" | "buffer"}Count`): void {
    this.#counts[name] += 1;
  }

  #step(): void {
    const { currentTime, seeking } = this.#video;
    const step = currentTime - this.#position;
    this.#position = currentTime;
    if (seeking || step <= 0 || step > LONGEST_STEP_SECONDS) return;
    this.#watched += step;
    if (this.#bitrate === null) return;
    this.#bits += this.#bitrate * step;
    this.#secondsOfBits += step;
  }

  /** Waiting for a place that somebody jumped to is no stall, and neither is the start. */
  #beginStall(): void {
    if (this.#startupMs === null || this.#video.seeking || this.#video.paused || this.#stalledAt !== null)
      return;
    this.#stalledAt = performance.now();
    this.#count("bufferCount");
  }

  #endStall(): void {
    if (this.#stalledAt === null) return;
    this.#stalledMs += performance.now() - this.#stalledAt;
    this.#stalledAt = null;
  }
}

const droppedFrames = (video: HTMLVideoElement) => video.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0;
const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;
