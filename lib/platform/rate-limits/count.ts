import { Ratelimit } from "@upstash/ratelimit";
import { AppError } from "@/lib/platform/errors";
import { RATE_LIMITS, type RateLimitClass } from "@/lib/platform/rate-limits/classes";
import { redis, withRedis } from "@/lib/platform/redis";
import { count } from "@/lib/platform/statistics";

/** What the count of one request says; `isCounted` is false where Redis could not be asked. */
export type Verdict = {
  limit: RateLimitClass;
  isAllowed: boolean;
  isCounted: boolean;
  remaining: number;
  /** Whole seconds until the window has moved on. */
  resetSeconds: number;
};

const limiters = new Map<RateLimitClass, Ratelimit>();

/**
 * Counts one request of `who` (a user id, or a hash of the client's address). Without Redis nothing is counted: sign-in is
 * refused then, because guessing would be free, and everything else goes on.
 */
export async function countRequest(limit: RateLimitClass, who: string): Promise<Verdict> {
  const verdict = await withRedis<Verdict>(
    async () => {
      const { success, remaining, reset } = await limiterOf(limit).limit(who);
      const resetSeconds = Math.max(1, Math.ceil((reset - Date.now()) / 1000));
      return { limit, isAllowed: success, isCounted: true, remaining: Math.max(0, remaining), resetSeconds };
    },
    () => ({ limit, isAllowed: limit !== "sign-in", isCounted: false, remaining: 0, resetSeconds: 5 }),
  );
  if (!verdict.isAllowed) count("limits", limit);
  return verdict;
}

/** The same; throws TOO_MANY_REQUESTS, or UNAVAILABLE where sign-in cannot be counted. */
export async function requireWithinLimit(limit: RateLimitClass, who: string): Promise<Verdict> {
  const verdict = await countRequest(limit, who);
  if (verdict.isAllowed) return verdict;
  throw refusalOf(verdict);
}

/** What somebody over the limit is told. */
export function refusalOf(verdict: Verdict): AppError {
  const { isCounted, resetSeconds } = verdict;
  const headers = { ...limitHeaders(verdict), "retry-after": String(resetSeconds) };
  return isCounted
    ? new AppError("TOO_MANY_REQUESTS", "platform.errors.tooManyRequests", {
        values: { seconds: resetSeconds },
        headers,
      })
    : new AppError("UNAVAILABLE", "platform.errors.signInPaused", { headers });
}

/** RateLimit-* as the IETF's drafts up to 06 name them, which clients know; none where nothing was counted. */
export function limitHeaders({ limit, isCounted, remaining, resetSeconds }: Verdict): Record<string, string> {
  if (!isCounted) return {};
  const { requests, seconds } = RATE_LIMITS[limit];
  return {
    "ratelimit-limit": String(requests),
    "ratelimit-policy": `${requests};w=${seconds}`,
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(resetSeconds),
  };
}

function limiterOf(limit: RateLimitClass): Ratelimit {
  const known = limiters.get(limit);
  if (known) return known;
  const { requests, seconds } = RATE_LIMITS[limit];
  const limiter = new Ratelimit({
    redis: redis(),
    limiter: Ratelimit.slidingWindow(requests, `${seconds} s`),
    prefix: `ratelimit:${limit}`,
    // A timeout of the library's own would let the request pass as if it had been counted.
    timeout: 0,
  });
  limiters.set(limit, limiter);
  return limiter;
}
