import type { WebSocket } from "ws";
import type { ZodError } from "zod";
import { Channel, type Outlet, type Services } from "./channel";
import { joinSchema } from "./join";
import {
  MAX_CHANNELS_PER_SOCKET,
  MAX_EVENTS_PER_SECOND,
  MAX_JOINS_PER_SECOND,
  MAX_MALFORMED_FRAMES,
  MAX_TOPIC_LENGTH,
  MAX_UNSENT_BYTES,
  SILENCE_BEFORE_CLOSE_MS,
} from "./limits";
import { decodeFrame, encodeFrame, type Frame, MalformedFrame, type Version } from "./protocol";
import { RateLimit } from "./rate";

const POLICY_VIOLATION = 1008;

/** One socket of one client: takes its frames apart and hands them to the channels that it joined. */
export class Connection implements Outlet {
  private readonly channels = new Map<string, Channel>();
  private readonly joins = new RateLimit(MAX_JOINS_PER_SECOND);
  private readonly events = new RateLimit(MAX_EVENTS_PER_SECOND);
  private malformed = 0;
  private lastHeardAt = Date.now();

  constructor(
    private readonly socket: WebSocket,
    readonly version: Version,
    private readonly apiKey: string,
    private readonly services: Services,
  ) {
    socket.on("message", (data, isBinary) => this.receive(bytesOf(data), isBinary));
    socket.on("close", () => this.disposeChannels());
    // A frame over the limit or a broken one surfaces here, and ws closes the socket itself.
    socket.on("error", () => this.disposeChannels());
  }

  get isSilent(): boolean {
    return Date.now() - this.lastHeardAt > SILENCE_BEFORE_CLOSE_MS;
  }

  close(code: number, reason: string): void {
    this.disposeChannels();
    this.socket.close(code, reason);
  }

  terminate(): void {
    this.disposeChannels();
    this.socket.terminate();
  }

  send(frame: string | Buffer): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MAX_UNSENT_BYTES) this.terminate();
    else this.socket.send(frame);
  }

  forget(channel: Channel): void {
    if (this.channels.get(channel.topic) === channel) this.channels.delete(channel.topic);
  }

  private receive(data: Buffer, isBinary: boolean): void {
    this.lastHeardAt = Date.now();
    try {
      this.route(decodeFrame(this.version, data, isBinary));
    } catch (error) {
      if (!(error instanceof MalformedFrame)) console.error("realtime: a frame failed", error);
      this.malformed += 1;
      if (this.malformed > MAX_MALFORMED_FRAMES) this.close(POLICY_VIOLATION, "Too many malformed frames");
    }
  }

  private route(frame: Frame): void {
    const channel = this.channels.get(frame.topic);
    if (frame.topic === "phoenix") {
      if (frame.event === "heartbeat") this.answer(frame, "ok", {});
    } else if (frame.event === "phx_join") {
      this.join(frame);
    } else if (!channel) {
      this.refuse(frame, "unmatched topic");
    } else if (this.events.take()) {
      channel.handle(frame);
    } else {
      // A burst ends the channel that it came over, as on a hosted project, and nobody else's.
      channel.shutDown("Too many messages per second");
    }
  }

  private join(frame: Frame): void {
    const request = joinSchema.safeParse(frame.payload);
    const refusal = this.refusalOfJoin(frame.topic) ?? problemsOf(request.error);
    if (refusal !== null || !request.data) {
      this.refuse(frame, refusal ?? "Invalid join payload");
      return;
    }
    this.channels.get(frame.topic)?.close();
    const { config, access_token: token } = request.data;
    const channel = new Channel(this.services, this, frame.topic, frame.joinRef, config ?? {});
    this.channels.set(frame.topic, channel);
    channel.start(frame.ref, token || this.apiKey);
  }

  private refusalOfJoin(topic: string): string | null {
    if (!topic.startsWith("realtime:") || topic === "realtime:") {
      return "TopicNameRequired: You must provide a topic name";
    }
    if (topic.length > MAX_TOPIC_LENGTH) return "TopicNameRequired: The topic name is too long";
    if (!this.joins.take()) return "ClientJoinRateLimitReached: Too many joins per second";
    if (!this.channels.has(topic) && this.channels.size >= MAX_CHANNELS_PER_SOCKET) {
      return "ChannelRateLimitReached: Too many channels";
    }
    return null;
  }

  private refuse(frame: Frame, reason: string): void {
    this.answer(frame, "error", { reason });
  }

  private answer({ joinRef, ref, topic }: Frame, status: "ok" | "error", response: object): void {
    const payload = JSON.stringify({ status, response });
    this.send(encodeFrame(this.version, { joinRef, ref, topic, event: "phx_reply" }, payload));
  }

  private disposeChannels(): void {
    for (const channel of [...this.channels.values()]) channel.dispose();
  }
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}

function problemsOf(error: ZodError | undefined): string | null {
  const problems = error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  return problems ? `Invalid join payload: ${problems.join("; ").slice(0, 500)}` : null;
}
