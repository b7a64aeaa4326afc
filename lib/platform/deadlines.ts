import { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";
import { IS_EDGE } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { currentRequest } from "@/lib/platform/log/request";

/**
 * How long a request of each class may take at most, and how much of that its body may take to arrive. What is late is
 * answered with "try again"; Postgres gives up before (migration limit_statement_time).
 */
export const DEADLINES = {
  "sign-in": { answerMs: 10_000, bodyMs: 5_000 },
  search: { answerMs: 6_000, bodyMs: 3_000 },
  write: { answerMs: 10_000, bodyMs: 5_000 },
  telemetry: { answerMs: 8_000, bodyMs: 4_000 },
  api: { answerMs: 8_000, bodyMs: 4_000 },
  upload: { answerMs: 40_000, bodyMs: 25_000 },
  page: { answerMs: 12_000, bodyMs: 0 },
  file: { answerMs: 10_000, bodyMs: 0 },
} as const;

export type DeadlineClass = keyof typeof DEADLINES;

/** One call to another service, within the deadline of the request that makes it. */
export const CALL_MS = 7_000;

/** What the gate may take of a page's time, all its questions together; the rest is for rendering. */
export const GATE_MS = 4_000;

type Deadline = { answer: AbortSignal; body: AbortSignal };

const current = new AsyncLocalStorage<Deadline>();

const newPageSignal = () => AbortSignal.timeout(DEADLINES.page.answerMs - GATE_MS);
/** The same for all that one rendering reads; outside of one each call gets its own. */
const renderingSignal = cache(newPageSignal);
const requestSignals = new WeakMap<object, AbortSignal>();

/** One for the whole request where it is known: a page that failed is rendered once more, as the page that says so. */
function pageSignal(): AbortSignal {
  const request = currentRequest();
  if (!request) return renderingSignal();
  const signal = requestSignals.get(request) ?? newPageSignal();
  requestSignals.set(request, signal);
  return signal;
}

/** Everything that `work` asks of other services ends with the deadline, which begins now. */
export function withDeadline<Result>(kind: DeadlineClass, work: () => Promise<Result>): Promise<Result> {
  const { answerMs, bodyMs } = DEADLINES[kind];
  return current.run({ answer: AbortSignal.timeout(answerMs), body: AbortSignal.timeout(bodyMs) }, work);
}

/** Throws UNAVAILABLE at the deadline of the request, whatever `work` still waits for. */
export function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const answer = current.getStore()?.answer;
  return answer ? orAborted(work, answer, tooLate) : work;
}

/** Throws INVALID when the body takes too long: the sender's line is at fault, and only they can try again. */
export function whileBodyArrives<Result>(work: Promise<Result>): Promise<Result> {
  const body = current.getStore()?.body;
  return body ? orAborted(work, body, tooSlow) : work;
}

/** The signal of the request that is being answered; undefined for programs such as the worker. */
export const routeSignal = (): AbortSignal | undefined => current.getStore()?.answer;

/** For one call: ends with the request, or after a time of its own. */
export function callSignal(own?: AbortSignal | null, milliseconds: number = CALL_MS): AbortSignal {
  const signals = [AbortSignal.timeout(milliseconds)];
  if (!IS_EDGE) signals.push(routeSignal() ?? pageSignal());
  return firstOf(own ? [...signals, own] : signals);
}

/** AbortSignal.any, which the edge runtime does not have. */
function firstOf(signals: AbortSignal[]): AbortSignal {
  if (!IS_EDGE) return AbortSignal.any(signals);
  const first = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) first.abort(signal.reason);
    signal.addEventListener("abort", () => first.abort(signal.reason), { once: true });
  }
  return first.signal;
}

function tooLate(): never {
  throw new AppError("UNAVAILABLE", "platform.errors.unavailable", { cause: new Error("deadline") });
}

function tooSlow(): never {
  throw new AppError("INVALID", "platform.errors.bodyTooSlow", { headers: { connection: "close" } });
}

/** What `work` comes to, or, where the signal ends before it, what `instead` says or throws. */
export async function orAborted<Result, Instead>(
  work: Promise<Result>,
  signal: AbortSignal,
  instead: () => Instead,
): Promise<Result | Instead> {
  const { promise: end, resolve } = Promise.withResolvers<void>();
  const onAbort = () => resolve();
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([end.then(instead), work]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
