import type { RateLimitClass } from "@/lib/platform/rate-limits/classes";
import { withRedis } from "@/lib/platform/redis";

const KEPT_SECONDS = 2 * 24 * 60 * 60;

/** What the page for staff shows: how often each class was refused in each hour (UTC). */
export const refusalsKey = (at: Date) => `stats:limits:${at.toISOString().slice(0, 13).replace(/[-T]/g, "")}`;

export async function noteRefusal(limit: RateLimitClass): Promise<void> {
  const key = refusalsKey(new Date());
  await withRedis<unknown>(
    (client) => client.pipeline().hincrby(key, limit, 1).expire(key, KEPT_SECONDS).exec(),
    () => null,
  );
}
