/**
 * The one policy for trying again: only what changes nothing (a GET or HEAD), only where no answer came at all, at most
 * twice more, after a random part of a wait that doubles ("full jitter"), and never past the signal's end. A write is
 * tried again by the person alone, under the same idempotency key.
 */
export const RETRIES = 2;
const FIRST_WAIT_MS = 80;
const LONGEST_WAIT_MS = 1_000;

/** How long to wait before the nth try after the first (counted from 0), in milliseconds. */
export function backoffMs(retry: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** retry);
}

export const isSafeToRetry = (method: string): boolean => ["GET", "HEAD"].includes(method.toUpperCase());

/** Runs `attempt` again as the policy allows. With the end of the signal it ends, too. */
export async function withRetries<Result>(
  attempt: () => Promise<Result>,
  { method, signal }: { method: string; signal?: AbortSignal | undefined },
): Promise<Result> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (retry >= RETRIES || signal?.aborted || !isSafeToRetry(method)) throw error;
      await pause(backoffMs(retry), signal);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", end, { once: true });
  });
}
