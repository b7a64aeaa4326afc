import { Redis } from "@upstash/redis";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { backoffMs, RETRIES } from "@/lib/platform/retry";

const REQUEST_TIMEOUT_MS = 800;
const PAUSE_AFTER_FAILURE_MS = 3_000;

let client: Redis | undefined;
let pausedUntil = 0;
let failedAt = 0;

/** The Upstash client. Nothing in Redis is the only copy of anything: use `withRedis` and have another way. */
export function redis(): Redis {
  client ??= new Redis({
    url: env().UPSTASH_REDIS_REST_URL,
    token: env().UPSTASH_REDIS_REST_TOKEN,
    // What is asked here may be asked twice; a request that counts twice only makes a limit stricter.
    retry: { retries: RETRIES, backoff: (retry) => backoffMs(retry) },
    signal: () => AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    enableTelemetry: false,
    // Text travels as it is: as Base64 it would be undone letter by letter, for lists of many kilobytes on every page.
    responseEncoding: false,
  });
  return client;
}

/** When Redis last failed this process, in milliseconds since 1970: until then a write may have been unable to tell it. */
export const redisFailedAt = () => failedAt;

/**
 * Runs a command; when Redis fails, answers with the fallback instead, and for a moment afterwards does not even ask, so
 * that a Redis that is down costs one timeout and not one per request. After that moment one caller tries for all.
 */
export async function withRedis<Result>(
  command: (client: Redis) => Promise<Result>,
  fallback: () => Result | Promise<Result>,
): Promise<Result> {
  const now = Date.now();
  if (now < pausedUntil) return fallback();
  if (pausedUntil > 0) pausedUntil = now + PAUSE_AFTER_FAILURE_MS;
  try {
    const result = await command(redis());
    pausedUntil = 0;
    return result;
  } catch (error) {
    failedAt = Date.now();
    pausedUntil = failedAt + PAUSE_AFTER_FAILURE_MS;
    // The library puts the whole command, values included, into its message; only the kind of error is logged.
    log.warn(
      { reason: error instanceof Error ? error.name : "unknown" },
      "redis does not answer; going on without it",
    );
    return fallback();
  }
}
