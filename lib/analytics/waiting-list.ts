import "server-only";
import type { Redis } from "@upstash/redis";

/** Names of what has been taken; each has a list `{list}:taken:{name}` until it is stored. */
const takenKey = (list: string) => `${list}:taken`;
const AT_ONCE = 500;

type Store = (entries: unknown[]) => Promise<void>;

/**
 * Empties a list that others write to: it is moved aside as a whole, stored bit by bit, and deleted when all of it is
 * stored. Whoever is killed on the way leaves it aside for the next, who stores it again from its beginning; so `store`
 * must make one of what it is told twice. Two at once take different lists, or store the same one twice.
 */
export async function drainList(
  { client, list, signal }: { client: Redis; list: string; signal: AbortSignal },
  store: Store,
): Promise<void> {
  await moveAside(client, list);
  for (const name of await client.smembers<string[]>(takenKey(list))) {
    const key = `${takenKey(list)}:${name}`;
    for (let from = 0; ; from += AT_ONCE) {
      if (signal.aborted) return;
      const entries = await client.lrange<unknown>(key, from, from + AT_ONCE - 1);
      if (entries.length > 0) await store(entries);
      if (entries.length < AT_ONCE) break;
    }
    await client.del(key);
    await client.srem(takenKey(list), name);
  }
}

/** The name is written down first: a list that nobody knows of would never be stored. */
async function moveAside(client: Redis, list: string): Promise<void> {
  if ((await client.exists(list)) === 0) return;
  const name = crypto.randomUUID();
  await client.sadd(takenKey(list), name);
  try {
    await client.rename(list, `${takenKey(list)}:${name}`);
  } catch (error) {
    // Somebody else was quicker, and the name leads nowhere, which harms nobody.
    if (!(error instanceof Error && error.message.includes("no such key"))) throw error;
  }
}
