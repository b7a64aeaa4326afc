import type { RealtimeClient } from "@supabase/realtime-js";
import { hearServerTime } from "@/lib/library/client/clock";
import type { ChangesAnswer, LibraryChange } from "@/lib/library/schema";
import { requestJson } from "@/lib/platform/http/request-json";
import { connectRealtime, type RealtimeConfig } from "@/lib/platform/supabase/realtime";

const TABLES = ["user_favorites", "user_watchlist", "hidden_movies", "movie_ratings", "viewing_history"];
const WITHOUT_REALTIME_MS = 60_000;

export type SyncOptions = {
  config: RealtimeConfig;
  viewerId: string;
  /** The topic for whoever gets no token; null for everybody else. */
  doorbell: string | null;
  /** When the page was made: what changed since then is asked for first. */
  since: string;
  onChanges: (changes: LibraryChange[]) => void;
  /** More changed than can be told one by one. */
  onStale: () => void;
};

/** Follows what other devices and tabs of this viewer do. Misses nothing: each time it is back it asks what was missed. */
export class LibrarySync {
  readonly #options: SyncOptions;
  #client: RealtimeClient | undefined;
  #since: string;
  #isJoined = false;
  #isAsking = false;
  #isAskedAgain = false;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#since = options.since;
    this.#connect();
    document.addEventListener("visibilitychange", this.#onVisible);
    window.addEventListener("online", this.#onOnline);
    this.#timer = setInterval(() => {
      if (!this.#isJoined && document.visibilityState === "visible") void this.catchUp();
    }, WITHOUT_REALTIME_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    document.removeEventListener("visibilitychange", this.#onVisible);
    window.removeEventListener("online", this.#onOnline);
    void this.#client?.disconnect();
  }

  /** Reads what changed since the last time. Asked while it asks, it asks once more. */
  async catchUp(): Promise<void> {
    if (this.#isAsking) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isAsking = true;
    try {
      do {
        this.#isAskedAgain = false;
        await this.#ask();
      } while (this.#isAskedAgain);
    } catch {
      // Not reached: it asks again when it is back.
    } finally {
      this.#isAsking = false;
    }
  }

  async #ask(): Promise<void> {
    const askedAt = Date.now();
    const path = `/api/library/changes?since=${encodeURIComponent(this.#since)}`;
    const answer = await requestJson<ChangesAnswer>(path);
    hearServerTime(answer.serverTime, askedAt);
    this.#since = answer.now;
    if (answer.isComplete) this.#options.onChanges(answer.changes);
    else this.#options.onStale();
  }

  #connect(): void {
    const { config, doorbell } = this.#options;
    void this.#client?.disconnect();
    this.#isJoined = false;
    this.#client = connectRealtime(config, { isAnonymous: doorbell !== null });
    if (doorbell) this.#listenForBell(this.#client, doorbell);
    else this.#listenForRows(this.#client);
  }

  #listenForBell(client: RealtimeClient, doorbell: string): void {
    client
      .channel(doorbell)
      .on("broadcast", { event: "changed" }, () => void this.catchUp())
      .subscribe((status) => this.#joined(status === "SUBSCRIBED"));
  }

  #listenForRows(client: RealtimeClient): void {
    const { viewerId, onChanges } = this.#options;
    const channel = client.channel(`library:${viewerId}`);
    const listen = (table: string, filter: string) =>
      channel.on("postgres_changes", { event: "*", schema: "public", table, filter }, ({ new: record }) =>
        onChanges([{ table, record: record as LibraryChange["record"] }]),
      );
    for (const table of TABLES) listen(table, `viewer_profile_id=eq.${viewerId}`);
    listen("viewer_profiles", `id=eq.${viewerId}`);
    // Rows are told from this message on, not from the moment of joining.
    channel.on("system", {}, ({ extension, status }: { extension?: string; status?: string }) => {
      if (extension === "postgres_changes") this.#joined(status === "ok");
    });
    channel.subscribe((status) => {
      if (status !== "SUBSCRIBED") this.#joined(false);
    });
  }

  #joined(isJoined: boolean): void {
    this.#isJoined = isJoined;
    if (isJoined) void this.catchUp();
  }

  readonly #onVisible = () => {
    if (document.visibilityState === "visible") void this.catchUp();
  };

  /** A socket of before may take a minute to notice that it is dead. */
  readonly #onOnline = () => {
    this.#connect();
    void this.catchUp();
  };
}
