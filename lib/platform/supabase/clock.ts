import { log } from "@/lib/platform/log";

const KEY = Symbol.for("cineverse.supabase-clock");
/** A header tells seconds, and an answer takes its time: less than this is no difference. */
const NOTICEABLE_MS = 3_000;
const WORTH_A_WARNING_MS = 30_000;
/** Of an answer that was on its way for longer nobody knows when it was written. */
const LONGEST_WAY_MS = 2_000;

/** One for the process, however many bundles hold this file. */
function shared(): { offsetMs: number } {
  const place = globalThis as { [KEY]?: { offsetMs: number } };
  place[KEY] ??= { offsetMs: 0 };
  return place[KEY];
}

/** Any answer of Supabase's says what time it is there. `askedAt` is Date.now() when it was asked for. */
export function hearSupabase({ headers }: Pick<Response, "headers">, askedAt: number): void {
  const heardAt = Date.now();
  const told = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(told) || headers.has("age") || heardAt - askedAt > LONGEST_WAY_MS) return;
  const differenceMs = told + 500 - (askedAt + heardAt) / 2;
  const offsetMs = Math.abs(differenceMs) < NOTICEABLE_MS ? 0 : differenceMs;
  const clock = shared();
  if (Math.abs(offsetMs - clock.offsetMs) > WORTH_A_WARNING_MS)
    log.warn({ seconds: Math.round(-offsetMs / 1000) }, "this machine's clock and Supabase's differ");
  clock.offsetMs = offsetMs;
}

/**
 * Milliseconds since 1970 by Supabase's clock, which its tokens and rows are dated by: for whatever is compared with one of
 * those. By this machine's until Supabase has answered anything.
 */
export const supabaseNow = (): number => Date.now() + shared().offsetMs;

/** Where the library, which knows this machine's clock alone, takes a token for younger than it is. */
export const isBehindSupabase = (): boolean => shared().offsetMs > 0;
