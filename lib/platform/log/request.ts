import { AsyncLocalStorage } from "node:async_hooks";
import { observers } from "@/lib/platform/watch/observers";

/** What every line of the log says of the request it belongs to. */
export type CurrentRequest = { requestId: string; userId: string | null };

const KEY = Symbol.for("cineverse.request");
type Shared = { [KEY]?: AsyncLocalStorage<CurrentRequest> };

/** One for the process: Next.js bundles this file into handlers, pages and instrumentation, each on its own. */
function storage(): AsyncLocalStorage<CurrentRequest> {
  const shared = globalThis as Shared;
  shared[KEY] ??= new AsyncLocalStorage();
  return shared[KEY];
}

export const currentRequest = (): CurrentRequest | undefined => storage().getStore();

/** Whatever follows in this flow belongs to a new request; for where there is no function to run in. */
export function enterRequest(): CurrentRequest {
  const request = { requestId: crypto.randomUUID(), userId: null };
  storage().enterWith(request);
  return request;
}

export function inRequest<Result>(requestId: string, work: () => Result): Result {
  return storage().run({ requestId, userId: null }, work);
}

/** The gate's id of this request, as soon as a handler or page has read it. */
export function requestIsKnown(requestId: string): void {
  const request = currentRequest();
  if (request) request.requestId = requestId;
  else storage().enterWith({ requestId, userId: null });
  observers().onRequest?.({ requestId, userId: request?.userId ?? null });
}

export function callerIsKnown(userId: string): void {
  const request = currentRequest();
  if (!request) return;
  request.userId = userId;
  observers().onRequest?.(request);
}
