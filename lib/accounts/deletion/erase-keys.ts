import type { Redis } from "@upstash/redis";
import { log } from "@/lib/platform/log";
import { withRedis } from "@/lib/platform/redis";

const AT_ONCE = 500;

/**
 * Removes every key that names one of these ids: what is cached of them, their limits, their marks. Without Redis they
 * end by themselves, within a day: the account is gone, and nothing about it is undone or told later for this.
 */
export async function eraseKeys(ids: string[]): Promise<void> {
  const isDone = await withRedis(
    async (client) => {
      for (const id of ids) await eraseMatching(client, `*${id}*`);
      return true;
    },
    () => false,
  );
  if (!isDone) log.warn("what Redis holds of an erased account ends by itself");
}

async function eraseMatching(client: Redis, match: string): Promise<void> {
  let cursor = "0";
  do {
    const [next, keys] = await client.scan(cursor, { match, count: AT_ONCE });
    if (keys.length > 0) await client.del(...keys);
    cursor = String(next);
  } while (cursor !== "0");
}
