import { offerAirplay } from "@/lib/playback/client/airplay";
import { type EngineStats, NO_ENGINE_STATS } from "@/lib/playback/client/stats";
import { type Attachment, beginPlaying, type StreamEngine } from "@/lib/playback/client/stream-engine";

const RELOADS = 4;
const RELOAD_AFTER_MS = 1000;
/** A browser that reads playlists itself may wait for a segment for ever without saying so. */
const LONGEST_WAIT_MS = 15_000;

export function canPlayNatively(video: HTMLVideoElement): boolean {
  return video.canPlayType("application/vnd.apple.mpegurl") !== "";
}

/**
 * Browsers without Media Source read the playlists themselves, and would go on asking for addresses whose signatures
 * have ended. Theirs are those of a receiver: our site sends each request to a fresh address, and another screen that takes
 * over may read them too. What fails all the same is loaded again at the same second.
 */
export class NativeEngine implements StreamEngine {
  readonly #attachment: Attachment;
  readonly #closing = new AbortController();
  #position: number;
  #isPlaying = true;
  #height: number | null = null;
  #isSaving: boolean;
  #reloads = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(attachment: Attachment) {
    this.#attachment = attachment;
    this.#position = attachment.startSeconds;
    this.#isSaving = attachment.isSaving;
    // Chromium's own HLS refuses a file that another origin answers for without this.
    attachment.video.crossOrigin = "anonymous";
    this.#listen(attachment.video);
    this.#load();
    // The source is one that a receiver can read as it is.
    offerAirplay(attachment.video, { url: null, signal: this.#closing.signal, onChange: () => undefined });
  }

  chooseHeight = (height: number | null): void => {
    this.#height = height;
    this.#attachment.onChoices({ chosenHeight: height });
    this.#load();
  };

  /** The browser's own menu chooses the sound here. */
  chooseAudio = (): void => undefined;

  /** Takes effect with the next source: a film that plays is not interrupted for it. */
  saveData = (isSaving: boolean): void => {
    this.#isSaving = isSaving;
  };

  readStats = (): EngineStats => NO_ENGINE_STATS;

  /** The element holds its source only while it plays: nothing is fetched for one that is paused. */
  rest = (): void => undefined;

  retry = (): void => this.#load();

  destroy = (): void => {
    this.#closing.abort();
    clearTimeout(this.#timer);
    const { video } = this.#attachment;
    video.removeAttribute("src");
    video.load();
  };

  #listen(video: HTMLVideoElement): void {
    const { onChoices, onProblem } = this.#attachment;
    const on = (name: string, listen: () => void) =>
      video.addEventListener(name, listen, { signal: this.#closing.signal });
    on("loadedmetadata", () => {
      video.currentTime = this.#position;
      if (this.#isPlaying) beginPlaying(video);
    });
    on("resize", () => onChoices({ currentHeight: video.videoHeight || null }));
    on("timeupdate", () => {
      // A source that is being loaded stands at 0 until it is told where to go on.
      if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !video.error) {
        this.#position = video.currentTime;
        this.#isPlaying = !video.paused;
      }
    });
    on("playing", () => {
      this.#reloads = 0;
      clearTimeout(this.#timer);
      onProblem(null);
    });
    on("seeking", () => {
      if (video.readyState > 0 && !video.error) this.#position = video.currentTime;
    });
    // After an error the browser pauses too: that is not somebody who wants to stop.
    on("pause", () => !video.error && clearTimeout(this.#timer));
    on("waiting", () => this.#later(LONGEST_WAIT_MS));
    on("error", () => this.#fail());
  }

  #fail(): void {
    const { session, onProblem } = this.#attachment;
    session.meter.countError();
    this.#reloads += 1;
    if (!navigator.onLine) onProblem("offline");
    else if (this.#reloads > RELOADS) onProblem("broken");
    else this.#later(RELOAD_AFTER_MS * this.#reloads);
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), milliseconds);
  }

  #load(): void {
    const { video, playback } = this.#attachment;
    const wanted = this.#height ?? (this.#isSaving ? playback.startHeight : null);
    video.src = `${playback.receiverUrl}/master.m3u8${wanted === null ? "" : `?height=${wanted}`}`;
  }
}
