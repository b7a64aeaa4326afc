import { redis } from "@/lib/platform/redis";

const AT_ONCE = 500;

/** Removes every key that names one of these ids: what is cached of them, their limits, their marks. */
export async function eraseKeys(ids: string[]): Promise<void> {
  for (const id of ids) {
    let cursor = "0";
    do {
      const [next, keys] = await redis().scan(cursor, { match: `*${id}*`, count: AT_ONCE });
      if (keys.length > 0) await redis().del(...keys);
      cursor = String(next);
    } while (cursor !== "0");
  }
}
