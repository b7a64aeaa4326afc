// Broadcasts that go through the table realtime.messages: sent from SQL, kept for replay, and thrown away in time.
import type { Database } from "./database";
import { MAX_REPLAYED_MESSAGES, MESSAGES_KEPT_HOURS } from "./limits";
import type { Broadcast } from "./protocol";
import type { TopicKey } from "./topics";

type Row = Record<string, string | null | undefined>;

/** A row of realtime.messages in Postgres' text form; null when it is not to be delivered (again). */
export function broadcastOf(row: Row): { key: TopicKey; message: Broadcast } | null {
  const { topic, extension, event, payload, id, broadcasted_at: deliveredAt } = row;
  if (extension !== "broadcast" || !topic || deliveredAt) return null;
  const message: Broadcast = {
    event: event ?? "",
    encoding: "json",
    body: Buffer.from(payload ?? "null"),
    ...(id && { meta: { id } }),
  };
  return { key: { name: topic, isPrivate: row.private === "t" }, message };
}

export type Persist = true | { ttlSeconds: number };

/** What a sender asked for with `persist`; null when the message is not to be kept. */
export function parsePersist(value: unknown): Persist | null {
  if (value === true || value === "true") return true;
  const ttl = typeof value === "object" && value !== null && "ttl" in value ? Number(value.ttl) : Number.NaN;
  return Number.isFinite(ttl) && ttl > 0 ? { ttlSeconds: Math.min(ttl, MESSAGES_KEPT_HOURS * 3600) } : null;
}

/** Keeps a message that was delivered already, for channels that ask for a replay. JSON bodies only. */
export async function keepMessage(
  database: Database,
  topic: string,
  message: Broadcast,
  persist: Persist,
): Promise<void> {
  if (message.encoding !== "json") return;
  const ttlSeconds = persist === true ? null : persist.ttlSeconds;
  await database`
    insert into realtime.messages (id, topic, extension, event, payload, private, broadcasted_at, expires_at)
    values (
      ${message.meta?.id ?? null}, ${topic}, 'broadcast', ${message.event},
      ${message.body.toString("utf8")}::text::jsonb, true, now(),
      now() + make_interval(secs => ${ttlSeconds}::float8)
    )`;
}

/** The latest private broadcasts of a topic since a moment (ms since 1970), oldest first. */
export async function replayMessages(
  database: Database,
  topic: string,
  replay: { since: number; limit?: number },
): Promise<Broadcast[]> {
  const limit = Math.max(1, Math.min(replay.limit ?? MAX_REPLAYED_MESSAGES, MAX_REPLAYED_MESSAGES));
  const rows = await database`
    select id::text, event, payload::text from realtime.messages
    where topic = ${topic} and private and extension = 'broadcast'
      and inserted_at >= to_timestamp(${replay.since}::float8 / 1000) at time zone 'utc'
      and (expires_at is null or expires_at > now())
    order by inserted_at desc
    limit ${limit}`;
  return rows.reverse().map((row) => ({
    event: row.event ?? "",
    encoding: "json",
    body: Buffer.from(row.payload ?? "null"),
    meta: { id: row.id, replayed: true },
  }));
}

export async function deleteOldMessages(database: Database): Promise<void> {
  await database`
    delete from realtime.messages
    where inserted_at < now() - make_interval(hours => ${MESSAGES_KEPT_HOURS}::int) or expires_at < now()`;
}
