import { RequestError, requestJson } from "@/lib/platform/http/request-json";
import { ServerClock } from "@/lib/playback/client/server-clock";
import { SignedUrls } from "@/lib/playback/client/signed-urls";
import {
  HEARTBEAT_SECONDS,
  type Heartbeat,
  type Playback,
  PROGRESS_SECONDS,
  type ProgressReport,
} from "@/lib/playback/schema";

type Listeners = {
  /** The stream was ended elsewhere, lost its place, or may not be watched any more. */
  onLost: (error: RequestError) => void;
};

const EXPIRY_MARGIN_MS = 10_000;

/** One running stream as the browser keeps it: counted, its addresses fresh, its position saved. */
export class StreamSession {
  readonly #playback: Playback;
  readonly #video: HTMLVideoElement;
  readonly #urls = new SignedUrls();
  readonly #clock: ServerClock;
  readonly #listeners: Listeners;
  readonly #closing = new AbortController();
  #expiresAt: number;
  #renewal: Promise<void> | null = null;
  #reported = -1;

  constructor(playback: Playback, video: HTMLVideoElement, listeners: Listeners) {
    this.#playback = playback;
    this.#video = video;
    this.#listeners = listeners;
    this.#clock = new ServerClock(playback.serverTime);
    this.#expiresAt = playback.expiresAt;
    this.#begin();
  }

  /** The address to ask for right now instead of the one that stood in the playlist. */
  async address(url: string): Promise<string> {
    if (this.#renewal || this.#expiresAt - this.#clock.now() < EXPIRY_MARGIN_MS) await this.renew();
    return this.#urls.newest(url);
  }

  /** Storage refused an address: what comes next waits for new ones. */
  renew(): Promise<void> {
    this.#renewal ??= this.#beat(0).finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  /** Saves the position and gives the stream's place back; the page may be going away. */
  close(): void {
    if (this.#closing.signal.aborted) return;
    this.#report();
    this.#closing.abort();
    navigator.sendBeacon(this.#path("end"));
  }

  #begin(): void {
    const { signal } = this.#closing;
    const beats = setInterval(() => void this.#beat(this.#expiresAt), HEARTBEAT_SECONDS * 1000);
    const reports = setInterval(() => !this.#video.paused && this.#report(), PROGRESS_SECONDS * 1000);
    signal.addEventListener("abort", () => {
      clearInterval(beats);
      clearInterval(reports);
    });
    this.#video.addEventListener("pause", () => this.#report(), { signal });
    this.#video.addEventListener("ended", () => this.#report(), { signal });
    this.#video.addEventListener("seeked", () => this.#video.paused && this.#report(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.#report(), { signal });
    // A timer of a page that slept is late: the place in the plan is asked for at once.
    document.addEventListener(
      "visibilitychange",
      () => !document.hidden && void this.#beat(this.#expiresAt),
      {
        signal,
      },
    );
    window.addEventListener("pagehide", () => this.close(), { signal });
  }

  async #beat(expiresAt: number): Promise<void> {
    if (this.#closing.signal.aborted) return;
    try {
      const answer = await requestJson<Heartbeat>(this.#path("heartbeat"), {
        method: "POST",
        body: { expiresAt },
      });
      this.#clock.sync(answer.serverTime);
      this.#expiresAt = answer.expiresAt;
      this.#urls.add(answer.urls);
    } catch (error) {
      // Without a connection the next beat tries again; a refusal is final.
      const isFinal = error instanceof RequestError && [401, 402, 403, 404].includes(error.status ?? 0);
      if (isFinal && !this.#closing.signal.aborted) this.#listeners.onLost(error);
    }
  }

  /** As a beacon, which outlives the page. The same position is not sent twice in a row. */
  #report(): void {
    const { currentTime, duration, videoHeight } = this.#video;
    if (this.#closing.signal.aborted || !Number.isFinite(duration) || duration <= 0) return;
    if (currentTime <= 0 || Math.abs(currentTime - this.#reported) < 0.05) return;
    this.#reported = currentTime;
    const report: ProgressReport = {
      positionSeconds: Math.min(currentTime, duration),
      durationSeconds: duration,
      sequence: this.#clock.next(),
      height: videoHeight || null,
    };
    const body = new Blob([JSON.stringify(report)], { type: "application/json" });
    navigator.sendBeacon(this.#path("progress"), body);
  }

  #path(action: "heartbeat" | "progress" | "end"): string {
    return `/api/playback/${this.#playback.sessionId}/${action}`;
  }
}
