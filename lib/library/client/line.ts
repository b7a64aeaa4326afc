import type { RealtimeClient } from "@supabase/realtime-js";
import type { LibraryChange } from "@/lib/library/schema";
import { connectRealtime, type RealtimeConfig } from "@/lib/platform/supabase/realtime";

const TABLES = [
  "user_favorites",
  "user_watchlist",
  "hidden_movies",
  "movie_ratings",
  "viewing_history",
  "notifications",
];
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

export type LineOptions = {
  config: RealtimeConfig;
  viewerId: string;
  /** The topic for whoever gets no token; null for everybody else. */
  doorbell: string | null;
  onChanges: (changes: LibraryChange[]) => void;
  /** Something changed, and it is not said what. */
  onBell: () => void;
  /** From now on everything is heard; what came before has to be asked for. */
  onJoined: () => void;
};

/** Hears of changes by Realtime. A line that is refused, closed or never answered is made anew until it is stopped. */
export class Line {
  readonly #options: LineOptions;
  #client: RealtimeClient | undefined;
  #isJoined = false;
  #waitMs = FIRST_WAIT_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the attempts: what an older one still has to say is not heard any more. */
  #attempt = 0;

  constructor(options: LineOptions) {
    this.#options = options;
    this.connect();
  }

  get isJoined(): boolean {
    return this.#isJoined;
  }

  stop(): void {
    this.#attempt += 1;
    clearTimeout(this.#timer);
    void this.#client?.disconnect();
  }

  connect(): void {
    this.stop();
    this.#isJoined = false;
    void this.#join(this.#attempt);
    this.#timer = setTimeout(() => this.#again(), this.#waitMs);
  }

  async #join(attempt: number): Promise<void> {
    const { config, doorbell } = this.#options;
    try {
      const client = await connectRealtime(config, { isAnonymous: doorbell !== null });
      if (attempt !== this.#attempt) return;
      this.#client = client;
      const onJoined = (isJoined: boolean) => attempt === this.#attempt && this.#joined(isJoined);
      if (doorbell) this.#listenForBell(client, doorbell, onJoined);
      else this.#listenForRows(client, onJoined);
    } catch {
      // No token, or nothing is reached: it is tried again when its time is over.
    }
  }

  #again(): void {
    if (this.#isJoined) return;
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
    this.connect();
  }

  #joined(isJoined: boolean): void {
    const wasJoined = this.#isJoined;
    this.#isJoined = isJoined;
    if (isJoined) {
      this.#waitMs = FIRST_WAIT_MS;
      this.#options.onJoined();
    } else if (wasJoined) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#again(), this.#waitMs);
    }
  }

  #listenForBell(client: RealtimeClient, doorbell: string, onJoined: (isJoined: boolean) => void): void {
    client
      .channel(doorbell)
      .on("broadcast", { event: "changed" }, this.#options.onBell)
      .subscribe((status) => onJoined(status === "SUBSCRIBED"));
  }

  #listenForRows(client: RealtimeClient, onJoined: (isJoined: boolean) => void): void {
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
      if (extension === "postgres_changes") onJoined(status === "ok");
    });
    channel.subscribe((status) => {
      if (status !== "SUBSCRIBED") onJoined(false);
    });
  }
}
