import { Inbox, publishableKey, realtimeUrl } from "./realtime-fixture";

export type RawFrame = {
  ref: string | null;
  topic: string;
  event: string;
  payload: { [name: string]: unknown };
};

/** A socket that says what it likes, for what no SDK would send. */
export class RawSocket {
  readonly frames = new Inbox<RawFrame>();
  readonly ended = new Inbox<number>();
  private ref = 0;

  private constructor(readonly socket: WebSocket) {
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => {
      if (typeof data !== "string") return;
      const [, ref, topic, event, payload] = JSON.parse(data);
      this.frames.push({ ref, topic, event, payload });
    });
    socket.addEventListener("close", ({ code }) => this.ended.push(code));
  }

  static open(parameters = `apikey=${publishableKey}&vsn=2.0.0`): Promise<RawSocket> {
    const url = `${realtimeUrl.replace(/^http/, "ws")}/websocket?${parameters}`;
    const raw = new RawSocket(new WebSocket(url));
    return new Promise((resolve, reject) => {
      raw.socket.addEventListener("open", () => resolve(raw));
      raw.socket.addEventListener("error", () => reject(new Error("The socket was refused")));
    });
  }

  say(topic: string, event: string, payload: unknown = {}): string {
    this.ref += 1;
    const ref = String(this.ref);
    this.socket.send(JSON.stringify([ref, ref, topic, event, payload]));
    return ref;
  }

  /** The answer to what is said: its status, and the reason where it is an error. */
  async ask(
    topic: string,
    event: string,
    payload: unknown = {},
  ): Promise<{ status: string; reason?: string }> {
    const ref = this.say(topic, event, payload);
    const reply = await this.frames.find((frame) => frame.event === "phx_reply" && frame.ref === ref);
    const { status, response } = reply.payload as { status: string; response?: { reason?: string } };
    return { status, ...(response?.reason !== undefined && { reason: response.reason }) };
  }

  beat(): Promise<{ status: string }> {
    return this.ask("phoenix", "heartbeat");
  }
}
