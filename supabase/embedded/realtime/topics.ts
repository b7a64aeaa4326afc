import { type Member, Presence } from "./presence";
import { type Broadcast, encodeBroadcast, type Version } from "./protocol";

export type Listener = Member & {
  readonly topic: string;
  readonly version: Version;
  readonly mayReadBroadcasts: boolean;
  send(frame: string | Buffer): void;
};

export type Topic = { listeners: Set<Listener>; presence: Presence };

/** A private and a public channel of one name never hear each other. */
export type TopicKey = { name: string; isPrivate: boolean };

/** Who listens where, and the delivery of broadcasts to them. */
export class Topics {
  private readonly topics = new Map<string, Topic>();

  join(key: TopicKey, listener: Listener): Topic {
    const text = textOf(key);
    const topic = this.topics.get(text) ?? { listeners: new Set(), presence: new Presence() };
    this.topics.set(text, topic);
    topic.listeners.add(listener);
    return topic;
  }

  leave(key: TopicKey, listener: Listener): void {
    const topic = this.topics.get(textOf(key));
    if (!topic?.listeners.delete(listener)) return;
    topic.presence.untrack(listener, topic.listeners);
    if (topic.listeners.size === 0) this.topics.delete(textOf(key));
  }

  broadcast(key: TopicKey, message: Broadcast, except?: Listener): void {
    const topic = this.topics.get(textOf(key));
    if (!topic) return;
    const frames = new Map<Version, string | Buffer | null>();
    for (const listener of topic.listeners) {
      if (listener === except || !listener.mayReadBroadcasts) continue;
      if (!frames.has(listener.version)) {
        frames.set(listener.version, encodeBroadcast(listener.version, listener.topic, message));
      }
      const frame = frames.get(listener.version);
      if (frame) listener.send(frame);
    }
  }
}

function textOf({ name, isPrivate }: TopicKey): string {
  return `${isPrivate ? "private" : "public"}:${name}`;
}
