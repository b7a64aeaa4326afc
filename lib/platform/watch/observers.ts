type Facts = { requestId?: string | null; userId?: string | null; cron?: string; path?: string };

/** Who wants to know, where a trace or an error is sent somewhere (register.ts); nobody otherwise. */
type Observers = {
  onRequest?: (request: { requestId: string; userId: string | null }) => void;
  onError?: (error: unknown, facts: Facts) => void;
};

const KEY = Symbol.for("cineverse.observers");

/** One for the process, as in log/request.ts. */
export function observers(): Observers {
  const shared = globalThis as { [KEY]?: Observers };
  shared[KEY] ??= {};
  return shared[KEY];
}

/** Tells of an error that nobody expected; the log is told apart from this. */
export function reportError(error: unknown, facts: Facts): void {
  observers().onError?.(error, facts);
}
