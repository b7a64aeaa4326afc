import { refusals } from "./errors";
import type { AuthSettings } from "./settings";

const MAX_KEYS = 50_000;
const HOUR_MS = 3_600_000;

export type Limits = {
  /** Refuses a second mail of a kind to an address too soon, whether or not anyone has that address. */
  mail(kind: string, address: string): void;
  /** Counts a guess at `key`, before it is looked at; refuses when too many lately were wrong or are still open. */
  guess(key: string): void;
  /** The last guess was right, so it does not count. */
  guessed(key: string): void;
};

const GUESSES = 20;
const GUESS_WINDOW_MS = 10 * 60_000;

/** Held in memory: a restart of the embedded stack forgets them, which a hosted project does not. */
export function createLimits(settings: AuthSettings): Limits {
  const lastMails = new Map<string, number>();
  const guesses = new Map<string, number[]>();
  let sent: number[] = [];
  return {
    mail(kind, address) {
      const key = `${kind}:${address.toLowerCase()}`;
      const now = Date.now();
      const wait = (lastMails.get(key) ?? 0) + settings.mailIntervalSeconds * 1000 - now;
      if (wait > 0) throw refusals.tooManyMails(Math.ceil(wait / 1000));
      sent = sent.filter((time) => time > now - HOUR_MS);
      if (sent.length >= settings.mailsPerHour) throw refusals.tooManyRequests();
      sent.push(now);
      remember(lastMails, key, now);
    },
    guess(key) {
      const recent = (guesses.get(key) ?? []).filter((time) => time > Date.now() - GUESS_WINDOW_MS);
      if (recent.length >= GUESSES) throw refusals.tooManyRequests();
      remember(guesses, key, [...recent, Date.now()]);
    },
    guessed(key) {
      guesses.get(key)?.pop();
    },
  };
}

/** Forgets the oldest first, so that a flood of addresses cannot fill the memory. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > MAX_KEYS ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}
