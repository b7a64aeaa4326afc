// Private channels: what a subscriber may do on a topic is what the policies on realtime.messages let them do with
// a row of that topic. The rows that are tried are never committed.
import { becomeSubscriber, type Database, withoutTrace } from "./database";
import type { Identity } from "./identity";

export type Extension = "broadcast" | "presence" | "persistence";
export type ReadAccess = { broadcast: boolean; presence: boolean };

const INSUFFICIENT_PRIVILEGE = "42501";

export function readAccess(database: Database, identity: Identity, topic: string): Promise<ReadAccess> {
  return withoutTrace(database, async (tx) => {
    const tried = await tx`
      insert into realtime.messages (topic, extension, private)
      values (${topic}, 'broadcast', true), (${topic}, 'presence', true)
      returning id, extension`;
    await becomeSubscriber(tx, identity, topic);
    const ids = tried.map((row) => String(row.id));
    const seen = await tx`
      select extension from realtime.messages
      where topic = ${topic} and id in (${ids[0] ?? null}::uuid, ${ids[1] ?? null}::uuid)`;
    const extensions = seen.map((row) => row.extension);
    return { broadcast: extensions.includes("broadcast"), presence: extensions.includes("presence") };
  });
}

export async function mayWrite(
  database: Database,
  identity: Identity,
  topic: string,
  extension: Extension,
): Promise<boolean> {
  try {
    return await withoutTrace(database, async (tx) => {
      await becomeSubscriber(tx, identity, topic);
      await tx`insert into realtime.messages (topic, extension, private) values (${topic}, ${extension}, true)`;
      return true;
    });
  } catch (error) {
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  }
}
