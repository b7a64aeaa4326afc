import { randomUUID } from "node:crypto";
import { InvalidSubscription } from "./changes/bindings";
import type { ChangeFeed } from "./changes/feed";
import type { IdentifiedBinding, Subscription } from "./changes/subscription";
import { onBroadcast, onPresence } from "./channel-events";
import type { Database } from "./database";
import { type Identify, type Identity, InvalidToken } from "./identity";
import type { JoinConfig } from "./join";
import { DEFAULT_SUBSCRIBE_WAIT_MS, MAX_SUBSCRIBE_WAIT_MS, MAX_WAITING_EVENTS } from "./limits";
import { replayMessages } from "./messages";
import { encodeBroadcast, encodeFrame, type Frame, type Version } from "./protocol";
import type { RateLimits } from "./rate";
import { Refused, Rights } from "./rights";
import type { Listener, Topic, TopicKey, Topics } from "./topics";

export type Services = {
  database: Database;
  identify: Identify;
  topics: Topics;
  changes: ChangeFeed;
  httpMessages: RateLimits;
};

/** The socket as a channel sees it. */
export type Outlet = { version: Version; send(frame: string | Buffer): void; forget(channel: Channel): void };

const RETRY_SUBSCRIBE_MS = 5_000;
const TOPIC_PREFIX = "realtime:";

let lastBindingId = 0;

/** One topic joined over one socket: its rights, its presence and its database changes. */
export class Channel implements Listener {
  readonly key: TopicKey;
  readonly presenceKey: string;
  readonly version: Version;
  readonly rights: Rights;
  joined?: Topic;
  presenceEnabled: boolean;
  isClosed = false;
  private subscription?: Subscription;
  private retry?: NodeJS.Timeout;
  private tail: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    readonly services: Services,
    private readonly outlet: Outlet,
    readonly topic: string,
    private readonly joinRef: string | null,
    readonly config: JoinConfig,
  ) {
    this.key = { name: topic.slice(TOPIC_PREFIX.length), isPrivate: config.private === true };
    this.presenceKey = config.presence?.key || randomUUID();
    this.presenceEnabled = config.presence?.enabled ?? true;
    this.version = outlet.version;
    const onExpired = () => this.shutDown("Token has expired 0 seconds ago");
    this.rights = new Rights(services.database, services.identify, this.key, onExpired);
  }

  get mayReadBroadcasts(): boolean {
    return this.rights.mayRead.broadcast;
  }

  get seesPresence(): boolean {
    return this.presenceEnabled && this.rights.mayRead.presence;
  }

  start(ref: string | null, token: string): void {
    this.inTurn(() => this.join(ref, token));
  }

  /** Events of a channel are handled one after the other, whatever the database takes for each. */
  handle(frame: Frame): void {
    if (this.waiting < MAX_WAITING_EVENTS) this.inTurn(() => this.dispatch(frame));
    else this.shutDown("Too many messages per second");
  }

  private inTurn(work: () => Promise<void> | void): void {
    this.waiting += 1;
    this.tail = this.tail
      .then(() => (this.isClosed ? undefined : work()))
      .catch((error) => (isRefusal(error) ? this.shutDown(messageOf(error)) : this.crash(error)))
      .finally(() => {
        this.waiting -= 1;
      });
  }

  private dispatch(frame: Frame): Promise<void> | void {
    switch (frame.event) {
      case "broadcast":
        return onBroadcast(this, frame);
      case "presence":
        return onPresence(this, frame);
      case "access_token":
        return this.refresh(frame.payload.access_token);
      case "phx_leave":
        this.reply(frame.ref, "ok");
        return this.close();
    }
  }

  private async join(ref: string | null, token: string): Promise<void> {
    const bindings = (this.config.postgres_changes ?? []).map((binding) => ({
      id: ++lastBindingId,
      binding,
    }));
    const waits = Boolean(this.config.postgres_changes_options?.wait) && bindings.length > 0;
    try {
      const identity = await this.rights.take(token);
      if (waits && !this.isClosed) await this.subscribeInTime(identity, bindings);
    } catch (error) {
      this.reply(ref, "error", { reason: messageOf(error) });
      return this.dispose();
    }
    if (this.isClosed) return;
    this.joined = this.services.topics.join(this.key, this);
    this.reply(ref, "ok", { postgres_changes: bindings.map(({ id, binding }) => ({ ...binding, id })) });
    if (waits) this.system("postgres_changes", "ok", "Subscribed to PostgreSQL");
    else if (bindings.length > 0) void this.subscribe(bindings);
    if (this.seesPresence) this.push("presence_state", this.joined.presence.state());
    await this.sendExtras();
  }

  private async sendExtras(): Promise<void> {
    const { replay, replication_ready: wantsReadiness } = this.config.broadcast ?? {};
    if (replay && this.key.isPrivate) {
      for (const message of await replayMessages(this.services.database, this.key.name, replay)) {
        const frame = encodeBroadcast(this.version, this.topic, message);
        if (frame) this.send(frame);
      }
    }
    if (wantsReadiness) {
      const announce = () => this.system("system", "ok", "Replication connection established");
      void this.services.changes.whenReady().then(announce);
    }
  }

  private async refresh(token: unknown): Promise<void> {
    if (typeof token !== "string" || token === this.rights.identity?.token) return;
    const identity = await this.rights.take(token);
    this.subscription?.changeIdentity(identity);
  }

  private async subscribe(bindings: IdentifiedBinding[]): Promise<void> {
    const { identity } = this.rights;
    if (!identity || this.isClosed) return;
    this.subscription = this.services.changes.open(this, identity, bindings);
    try {
      await this.subscription.establish();
      this.system("postgres_changes", "ok", "Subscribed to PostgreSQL");
    } catch (error) {
      this.subscription.close();
      this.system("postgres_changes", "error", messageOf(error));
      // A table may join the publication later, and the database may come back.
      if (!this.isClosed) this.retry = setTimeout(() => void this.subscribe(bindings), RETRY_SUBSCRIBE_MS);
    }
  }

  private async subscribeInTime(identity: Identity, bindings: IdentifiedBinding[]): Promise<void> {
    const wished = this.config.postgres_changes_options?.timeout ?? DEFAULT_SUBSCRIBE_WAIT_MS;
    const limit = Math.min(wished, MAX_SUBSCRIBE_WAIT_MS);
    const reason = `Timed out after ${limit}ms waiting for the postgres_changes subscription`;
    this.subscription = this.services.changes.open(this, identity, bindings);
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Refused(`PostgresChangesSubscribeTimeout: ${reason}`)), limit);
    });
    await Promise.race([this.subscription.establish(), timeout]).finally(() => clearTimeout(timer));
  }

  send(frame: string | Buffer): void {
    if (!this.isClosed) this.outlet.send(frame);
  }

  push(event: string, payload: unknown): void {
    this.pushJson(event, JSON.stringify(payload));
  }

  private pushJson(event: string, payloadJson: string, ref: string | null = null): void {
    this.send(
      encodeFrame(this.version, { joinRef: this.joinRef, ref, topic: this.topic, event }, payloadJson),
    );
  }

  reply(ref: string | null, status: "ok" | "error", response: object = {}): void {
    this.pushJson("phx_reply", JSON.stringify({ status, response }), ref);
  }

  deliverChange(ids: number[], dataJson: string): void {
    this.pushJson("postgres_changes", `{"ids":${JSON.stringify(ids)},"data":${dataJson}}`);
  }

  system(extension: "system" | "postgres_changes", status: "ok" | "error", message: string): void {
    this.push("system", { extension, status, message, channel: this.key.name });
  }

  /** Ends the channel from this side: the client is told why and does not rejoin by itself. */
  shutDown(message: string): void {
    if (this.isClosed) return;
    this.system("system", "error", message);
    this.close();
  }

  /** Ends the channel after a failure that may pass: the client rejoins by itself. */
  crash(error: unknown): void {
    if (this.isClosed) return;
    console.error("realtime: a channel failed", error);
    this.pushJson("phx_error", "{}", this.joinRef);
    this.dispose();
  }

  close(): void {
    this.pushJson("phx_close", "{}", this.joinRef);
    this.dispose();
  }

  dispose(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    clearTimeout(this.retry);
    this.rights.end();
    this.subscription?.close();
    this.services.topics.leave(this.key, this);
    this.outlet.forget(this);
  }
}

function isRefusal(error: unknown): error is Error {
  return error instanceof InvalidToken || error instanceof Refused || error instanceof InvalidSubscription;
}

/** What a client may read of an error: its own mistakes in full, the server's troubles in one sentence. */
function messageOf(error: unknown): string {
  if (error instanceof InvalidToken) return `InvalidJWTToken: ${error.message}`;
  if (isRefusal(error)) return error.message;
  console.error("realtime: a request failed", error);
  return "UnableToConnectToProject: Realtime was unable to ask the project database";
}
