import { RequestError, requestJson } from "@/lib/platform/http/request-json";
import { ServerClock } from "@/lib/platform/server-clock";
import { onSignOut } from "@/lib/platform/viewer-switch";
import { QualityMeter } from "@/lib/playback/client/quality-meter";
import { SignedUrls } from "@/lib/playback/client/signed-urls";
import { HEARTBEAT_SECONDS, PROGRESS_SECONDS } from "@/lib/playback/limits";
import type { Heartbeat, Playback, ProgressReport } from "@/lib/playback/schema";

type Options = {
  /** When the stream was asked for, by performance.now(). */
  askedAt: number;
  /** The stream was ended elsewhere, lost its place, or may not be watched any more. */
  onLost: (error: RequestError) => void;
  /** The browser had kept the page as it was and shows it again. */
  onReturn: () => void;
};

const EXPIRY_MARGIN_MS = 10_000;

/** One running stream as the browser keeps it: counted, its addresses fresh, its position saved. */
export class StreamSession {
  readonly meter: QualityMeter;
  readonly #playback: Playback;
  readonly #video: HTMLVideoElement;
  /** What shows the film: the video of the page, or the one that another screen took over. */
  #shown: HTMLVideoElement;
  readonly #urls = new SignedUrls();
  readonly #clock: ServerClock;
  readonly #options: Options;
  readonly #closing = new AbortController();
  #expiresAt: number;
  #renewal: Promise<void> | null = null;
  #reported = -1;

  constructor(playback: Playback, video: HTMLVideoElement, options: Options) {
    this.#playback = playback;
    this.#video = video;
    this.#shown = video;
    this.#options = options;
    this.meter = new QualityMeter(video, options.askedAt, this.#closing.signal);
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

  /** Another screen shows the film, which is then where it stands; null brings it back. */
  showOn(element: HTMLVideoElement | null): void {
    this.#report();
    this.#shown = element ?? this.#video;
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
    const beat = () => void this.#beat(this.#expiresAt);
    const beats = setInterval(beat, HEARTBEAT_SECONDS * 1000);
    const reports = setInterval(() => !this.#shown.paused && this.#report(), PROGRESS_SECONDS * 1000);
    signal.addEventListener("abort", () => {
      clearInterval(beats);
      clearInterval(reports);
    });
    this.#video.addEventListener("pause", () => this.#report(), { signal });
    this.#video.addEventListener("ended", () => this.#report(), { signal });
    this.#video.addEventListener("seeked", () => this.#video.paused && this.#report(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.#report(), { signal });
    // A timer of a page that slept is late: the place in the plan is asked for at once.
    document.addEventListener("visibilitychange", () => !document.hidden && beat(), { signal });
    // What was reported meanwhile reached nobody.
    const reconnected = () => {
      this.#reported = -1;
      this.#report();
      beat();
    };
    window.addEventListener("online", reconnected, { signal });
    // The server ends the stream with the session; only the position is ours to say.
    onSignOut(async () => this.#report(sendAwaited), signal);
    window.addEventListener("pagehide", () => this.#leave(), { signal });
  }

  #leave(): void {
    this.close();
    const returned = ({ persisted }: PageTransitionEvent) => persisted && this.#options.onReturn();
    window.addEventListener("pageshow", returned, { once: true });
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
      if (isFinal && !this.#closing.signal.aborted) this.#options.onLost(error);
    }
  }

  /** The same position is not sent twice in a row. */
  #report(send: Send = sendBeacon): unknown {
    if (this.#closing.signal.aborted) return null;
    const { currentTime, duration } = this.#shown;
    const { videoHeight } = this.#video;
    const hasBegun = duration > 0 && Number.isFinite(duration) && currentTime > 0;
    const position = hasBegun ? Math.min(currentTime, duration) : null;
    if (Math.abs((position ?? 0) - this.#reported) < 0.05) return null;
    this.#reported = position ?? 0;
    const report: ProgressReport = {
      positionSeconds: position,
      durationSeconds: hasBegun ? duration : this.#playback.durationSeconds || 1,
      sequence: this.#clock.next(),
      height: videoHeight || null,
      figures: this.meter.figures(),
    };
    const body = new Blob([JSON.stringify(report)], { type: "application/json" });
    return send(this.#path("progress"), body);
  }

  #path(action: "heartbeat" | "progress" | "end"): string {
    return `/api/playback/${this.#playback.sessionId}/${action}`;
  }
}

type Send = (path: string, body: Blob) => unknown;

/** Outlives the page, and answers nothing. */
const sendBeacon: Send = (path, body) => navigator.sendBeacon(path, body);

const sendAwaited: Send = (path, body) => fetch(path, { method: "POST", body, keepalive: true });
