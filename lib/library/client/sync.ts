import { hearServerTime } from "@/lib/library/client/clock";
import { Line, type LineOptions } from "@/lib/library/client/line";
import type { ChangesAnswer } from "@/lib/library/schema";
import { requestJson } from "@/lib/platform/http/request-json";

const WITHOUT_LINE_MS = 60_000;
/** A line may be dead without knowing it, behind a proxy for example. */
const WITH_LINE_MS = 5 * 60_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

export type SyncOptions = Omit<LineOptions, "onBell" | "onJoined"> & {
  /** When the page was made: what changed since then is asked for first. */
  since: string;
  /** More changed than can be told one by one. */
  onStale: () => void;
};

/** Follows what other devices and tabs of this viewer do. Misses nothing: each time it is back it asks what was missed. */
export class LibrarySync {
  readonly #options: SyncOptions;
  readonly #line: Line;
  #since: string;
  #askedAt = Date.now();
  #isAsking = false;
  #isAskedAgain = false;
  #waitMs = FIRST_WAIT_MS;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#since = options.since;
    const catchUp = () => void this.catchUp();
    this.#line = new Line({ ...options, onBell: catchUp, onJoined: catchUp });
    document.addEventListener("visibilitychange", this.#onVisible);
    window.addEventListener("online", this.#onOnline);
    this.#timer = setInterval(() => {
      const longestMs = this.#line.isJoined ? WITH_LINE_MS : WITHOUT_LINE_MS;
      if (Date.now() - this.#askedAt >= longestMs) this.#onVisible();
    }, WITHOUT_LINE_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#retry);
    document.removeEventListener("visibilitychange", this.#onVisible);
    window.removeEventListener("online", this.#onOnline);
    this.#line.stop();
  }

  /** Reads what changed since the last time. Asked while it asks, it asks once more; not answered, it asks again later. */
  async catchUp(): Promise<void> {
    if (this.#isAsking) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isAsking = true;
    clearTimeout(this.#retry);
    try {
      do {
        this.#isAskedAgain = false;
        await this.#ask();
      } while (this.#isAskedAgain);
      this.#waitMs = FIRST_WAIT_MS;
    } catch {
      // The line may be well while the question was lost: nobody else would ask it again.
      this.#retry = setTimeout(() => void this.catchUp(), this.#waitMs);
      this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
    } finally {
      this.#isAsking = false;
    }
  }

  async #ask(): Promise<void> {
    this.#askedAt = Date.now();
    const path = `/api/library/changes?since=${encodeURIComponent(this.#since)}`;
    const answer = await requestJson<ChangesAnswer>(path);
    hearServerTime(answer.serverTime, this.#askedAt);
    this.#since = answer.now;
    if (answer.isComplete) this.#options.onChanges(answer.changes);
    else this.#options.onStale();
  }

  readonly #onVisible = () => {
    if (document.visibilityState === "visible") void this.catchUp();
  };

  /** A socket of before may take a minute to notice that it is dead. */
  readonly #onOnline = () => {
    this.#line.connect();
    void this.catchUp();
  };
}
