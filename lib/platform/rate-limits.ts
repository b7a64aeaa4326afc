import { Ratelimit } from "@upstash/ratelimit";
import { AppError } from "@/lib/platform/errors";
import { redis, withRedis } from "@/lib/platform/redis";

/** Requests per window in seconds. The most specific class of a route counts. */
export const RATE_LIMITS = {
  "sign-in": { requests: 5, seconds: 300 },
  search: { requests: 20, seconds: 60 },
  write: { requests: 30, seconds: 60 },
  telemetry: { requests: 300, seconds: 60 },
  api: { requests: 100, seconds: 60 },
} as const;

export type RateLimitClass = keyof typeof RATE_LIMITS;

type Verdict = { isAllowed: boolean; resetAt: number };

const limiters = new Map<RateLimitClass, Ratelimit>();
const memory = new Map<string, { count: number; resetAt: number }>();
const MEMORY_ENTRIES = 10_000;

/** Counts one request of `who` (a user id, or a hash of the client's address); throws when there are too many. */
export async function requireWithinLimit(kind: RateLimitClass, who: string): Promise<void> {
  const verdict = await withRedis(
    async () => {
      const { success, reset } = await limiterOf(kind).limit(who);
      return { isAllowed: success, resetAt: reset };
    },
    () => limitInMemory(kind, who),
  );
  if (verdict.isAllowed) return;
  const seconds = Math.max(1, Math.ceil((verdict.resetAt - Date.now()) / 1000));
  throw new AppError("TOO_MANY_REQUESTS", "platform.errors.tooManyRequests", {
    values: { seconds },
    headers: { "retry-after": String(seconds) },
  });
}

function limiterOf(kind: RateLimitClass): Ratelimit {
  const known = limiters.get(kind);
  if (known) return known;
  const { requests, seconds } = RATE_LIMITS[kind];
  const limiter = new Ratelimit({
    redis: redis(),
    limiter: Ratelimit.slidingWindow(requests, `${seconds} s`),
    prefix: `ratelimit:${kind}`,
    // A timeout of the library's own would let the request pass uncounted; ours falls back to memory.
    timeout: 0,
  });
  limiters.set(kind, limiter);
  return limiter;
}

/** Without Redis each process counts for itself: weaker, but password guessing stays slow. */
function limitInMemory(kind: RateLimitClass, who: string): Verdict {
  const { requests, seconds } = RATE_LIMITS[kind];
  const now = Date.now();
  const key = `${kind}:${who}`;
  if (memory.size > MEMORY_ENTRIES) memory.clear();
  const entry = memory.get(key);
  const current = entry && entry.resetAt > now ? entry : { count: 0, resetAt: now + seconds * 1000 };
  current.count += 1;
  memory.set(key, current);
  return { isAllowed: current.count <= requests, resetAt: current.resetAt };
}
