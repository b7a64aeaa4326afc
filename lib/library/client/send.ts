import { hearServerTime } from "@/lib/library/client/clock";
import { discard, type Pending, unsent } from "@/lib/library/client/outbox";
import type { WriteOutcome, WritesAnswer } from "@/lib/library/writes";
import { RequestError, requestJson } from "@/lib/platform/http/request-json";

/**
 * settled: the server took it, or knows something newer. refused: its effect is taken back; message says why.
 * kept: there is no connection. sent: what was kept has arrived. stopped: this tab may not write for its viewer now.
 */
export type OutboxEvent =
  | { type: "settled"; item: Pending; outcome: WriteOutcome }
  | { type: "refused"; item: Pending; message: string }
  | { type: "kept" }
  | { type: "sent"; count: number }
  | { type: "stopped"; message: string };

const AT_ONCE = 50;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
const ATTEMPTS = 3;
const LOCK = "cineverse-outbox";

type Listener = (event: OutboxEvent) => void;
const listeners = new Set<Listener>();
let waitMs = FIRST_WAIT_MS;
let failures = 0;
let kept = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(event: OutboxEvent): void {
  for (const listener of listeners) listener(event);
}

/** Sends what waits, oldest first. Of all tabs one sends at a time, so nothing is overtaken or sent by two. */
export async function sendAll(viewerId: string): Promise<void> {
  clearTimeout(timer);
  await withLock(async () => {
    for (let batch = unsent(viewerId); batch.length > 0; batch = unsent(viewerId)) {
      if (!(await sendSome(viewerId, batch.slice(0, failures > 0 ? 1 : AT_ONCE)))) return;
    }
    if (kept > 0) tell({ type: "sent", count: kept });
    kept = 0;
  });
}

/** False when it is no use to go on now. */
async function sendSome(viewerId: string, batch: Pending[]): Promise<boolean> {
  const askedAt = Date.now();
  try {
    const writes = batch.map(({ write }) => write);
    const answer = await requestJson<WritesAnswer>("/api/library", {
      method: "POST",
      body: { viewerId, writes },
    });
    hearServerTime(answer.serverTime, askedAt);
    settle(batch, answer);
    waitMs = FIRST_WAIT_MS;
    failures = 0;
    return true;
  } catch (error) {
    if (error instanceof RequestError) return afterRefusal(viewerId, batch, error);
    throw error;
  }
}

function settle(batch: Pending[], { answers }: WritesAnswer): void {
  for (const item of batch) {
    const outcome = answers.find(({ id }) => id === item.write.id)?.outcome ?? "superseded";
    tell(outcome === "refused" ? { type: "refused", item, message: "" } : { type: "settled", item, outcome });
    discard(item);
  }
}

/** A write that the server cannot take is tried alone before it is given up, so that it takes no other with it. */
function afterRefusal(viewerId: string, batch: Pending[], error: RequestError): boolean {
  const { status, message } = error;
  if (status === null || status === 503 || status === 429) {
    if (kept === 0 && status !== 429) tell({ type: "kept" });
    kept = Math.max(kept, unsent(viewerId).length);
    retry(viewerId);
    return false;
  }
  if (status === 401 || status === 403 || status === 409) {
    tell({ type: "stopped", message });
    return false;
  }
  failures += 1;
  const [item] = batch;
  if (status >= 500 && failures < ATTEMPTS) {
    retry(viewerId);
    return false;
  }
  if (batch.length === 1 && item) {
    tell({ type: "refused", item, message });
    discard(item);
    failures = 0;
  }
  return true;
}

function retry(viewerId: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => sendAll(viewerId), waitMs);
  waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
}

/** The connection is back: what waited goes at once. */
export function sendNow(viewerId: string): void {
  waitMs = FIRST_WAIT_MS;
  if (unsent(viewerId).length > 0) void sendAll(viewerId);
}

let running: Promise<void> = Promise.resolve();

function withLock(work: () => Promise<void>): Promise<void> {
  // Pages without TLS have no locks; their tabs may send a write twice, which changes nothing.
  if (navigator.locks) return navigator.locks.request(LOCK, work);
  running = running.then(work, work);
  return running;
}
