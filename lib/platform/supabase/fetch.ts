import { callSignal, routeSignal } from "@/lib/platform/deadlines";
import { withRetries } from "@/lib/platform/retry";
import { hearSupabase } from "@/lib/platform/supabase/clock";

/** What every client on the server asks Supabase with: bounded by the request's deadline, under our one retry policy. */
export const boundedFetch: typeof fetch = (input, init) => {
  const signal = isLongTransfer(input) ? (init?.signal ?? undefined) : callSignal(init?.signal);
  const ask = async () => {
    const askedAt = Date.now();
    const answer = await fetch(input, { ...init, ...(signal && { signal }) });
    hearSupabase(answer, askedAt);
    return answer;
  };
  return withRetries(ask, { method: init?.method ?? "GET", signal });
};

/** The same, for as long as whoever asks can wait. */
export const fetchUntil =
  (signal: AbortSignal): typeof fetch =>
  (input, init) =>
    boundedFetch(input, { ...init, signal: init?.signal ?? signal });

/** The worker moves films, for as long as that takes; a route moves only what fits its deadline. */
function isLongTransfer(input: Parameters<typeof fetch>[0]): boolean {
  return !routeSignal() && String(input instanceof Request ? input.url : input).includes("/storage/v1/");
}

/** For createClient and createServerClient; the library's own second tries would know nothing of our deadline. */
export const BOUNDED = { global: { fetch: boundedFetch }, db: { retry: false } } as const;
