// What a client sends on a channel that it has joined.
import { randomUUID } from "node:crypto";
import type { Channel } from "./channel";
import { MAX_MESSAGE_BYTES, MAX_PRESENCE_BYTES } from "./limits";
import { keepMessage, parsePersist } from "./messages";
import type { Broadcast, Frame } from "./protocol";

export async function onBroadcast(channel: Channel, frame: Frame): Promise<void> {
  const wantsAnswer = channel.config.broadcast?.ack === true;
  const refusal = await broadcast(channel, frame);
  if (!wantsAnswer) return;
  if (refusal) channel.reply(frame.ref, "error", { reason: refusal, error: refusal });
  else channel.reply(frame.ref, "ok");
}

/** The reason for which the message was not sent, or null. */
async function broadcast(channel: Channel, frame: Frame): Promise<string | null> {
  const { services, key } = channel;
  const message = frame.broadcast ?? textBroadcast(frame.payload);
  if (message.body.length > MAX_MESSAGE_BYTES) return "payload_size_exceeded";
  if (!(await channel.rights.mayWrite("broadcast"))) return "Unauthorized";
  const persist = parsePersist(frame.broadcast?.persist);
  if (persist) {
    if (!key.isPrivate) return "Only messages on private channels can be stored";
    if (!(await channel.rights.mayWrite("persistence"))) return "Unauthorized";
    message.meta = { id: randomUUID() };
    await keepMessage(services.database, key.name, message, persist);
  }
  services.topics.broadcast(key, message, channel.config.broadcast?.self ? undefined : channel);
  return null;
}

function textBroadcast(payload: Record<string, unknown>): Broadcast {
  return {
    event: String(payload.event ?? ""),
    encoding: "json",
    body: Buffer.from(JSON.stringify(payload.payload ?? {})),
    text: JSON.stringify(payload),
  };
}

export async function onPresence(channel: Channel, frame: Frame): Promise<void> {
  const { presence, listeners } = channel.joined ?? {};
  if (!presence || !listeners) return;
  const event = String(frame.payload.event).toLowerCase();
  if (event === "untrack") {
    presence.untrack(channel, listeners);
    return channel.reply(frame.ref, "ok");
  }
  if (event !== "track") return channel.reply(frame.ref, "error", { reason: "Unknown presence event" });
  const refusal = await track(channel, frame.payload.payload ?? {});
  if (refusal) channel.reply(frame.ref, "error", { reason: refusal });
  else channel.reply(frame.ref, "ok");
}

async function track(channel: Channel, payload: unknown): Promise<string | null> {
  const { presence, listeners } = channel.joined ?? {};
  if (typeof payload !== "object" || payload === null || Array.isArray(payload))
    return "Invalid presence payload";
  if (JSON.stringify(payload).length > MAX_PRESENCE_BYTES) return "payload_size_exceeded";
  if (!(await channel.rights.mayWrite("presence"))) return "Unauthorized";
  if (!presence || !listeners || channel.isClosed) return "The channel was left";
  const sawPresence = channel.presenceEnabled;
  presence.track(channel, { ...payload }, listeners);
  // Who tracks takes part: the members from before, of whom it heard nothing so far, are sent once.
  channel.presenceEnabled = true;
  if (!sawPresence && channel.seesPresence) channel.push("presence_state", presence.state());
  return null;
}
