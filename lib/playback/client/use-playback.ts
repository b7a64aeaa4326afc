"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { RequestError, readJson, requestJson } from "@/lib/platform/http/request-json";
import { dropEarly } from "@/lib/playback/client/early-engine";
import { LAST_SESSION, takeEarlyStart } from "@/lib/playback/client/early-start";
import type { Playback, PlaybackTarget } from "@/lib/playback/schema";

/** `askedAt` is when the stream was asked for, by performance.now(). */
export type StartedPlayback = { playback: Playback; startSeconds: number; askedAt: number };

export type PlaybackState =
  | { status: "starting" }
  | { status: "started"; started: StartedPlayback }
  | { status: "refused"; error: RequestError };

const RETRY_MS = 4000;
/** Nobody answered, or a server that is just being started again. */
const PASSING = new Set([null, 502, 503, 504]);

/** Starts playing the target and starts again on demand; `restart` goes on at a position of its own. */
export function usePlayback(target: PlaybackTarget) {
  const [state, setState] = useState<PlaybackState>({ status: "starting" });
  const [attempt, setAttempt] = useState({ count: 0, isQuiet: false });
  /** Where to go on instead of where the server knows the viewer; kept until a start succeeds. */
  const startSeconds = useRef<number | null>(null);
  const { movieId, episodeId } = target;

  useEffect(() => {
    const abort = new AbortController();
    if (!attempt.isQuiet) setState({ status: "starting" });
    // React mounts twice while developing; only the mount that stays may take a place in the plan.
    const timer = setTimeout(async () => {
      const next = await start({ movieId, episodeId }, startSeconds.current, abort.signal);
      if (abort.signal.aborted || !next) return;
      if (next.status === "started") startSeconds.current = null;
      setState(next);
    });
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [movieId, episodeId, attempt]);

  useRetryWhilePassing(state, () => setAttempt(({ count }) => ({ count: count + 1, isQuiet: true })));

  const restart = useCallback((seconds?: number) => {
    if (seconds !== undefined) startSeconds.current = seconds;
    setAttempt(({ count }) => ({ count: count + 1, isQuiet: false }));
  }, []);
  const refuse = useCallback((error: RequestError, seconds: number) => {
    startSeconds.current = seconds;
    setState({ status: "refused", error });
  }, []);
  return { state, restart, refuse };
}

/** A start that met no server is tried again without being asked, the message staying as it is. */
function useRetryWhilePassing(state: PlaybackState, retry: () => void): void {
  const again = useEffectEvent(retry);
  useEffect(() => {
    if (state.status !== "refused" || !PASSING.has(state.error.status)) return;
    const timer = setTimeout(() => again(), RETRY_MS);
    const reconnected = () => again();
    window.addEventListener("online", reconnected);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", reconnected);
    };
  }, [state]);
}

async function start(
  target: PlaybackTarget,
  startSeconds: number | null,
  signal: AbortSignal,
): Promise<PlaybackState | null> {
  const early = takeEarlyStart(target);
  const askedAt = early?.askedAt ?? performance.now();
  try {
    const playback = await (early ? readJson<Playback>(early.request) : askToStart(target));
    // Nobody waits for it any more; a stream that was started all the same would be counted for nothing.
    if (signal.aborted) {
      dropEarly();
      void endStream(playback.sessionId).catch(() => undefined);
      return null;
    }
    sessionStorage.setItem(LAST_SESSION, playback.sessionId);
    const started = { playback, askedAt, startSeconds: startSeconds ?? playback.resumeSeconds };
    return { status: "started", started };
  } catch (error) {
    return error instanceof RequestError ? { status: "refused", error } : null;
  }
}

function askToStart(target: PlaybackTarget): Promise<Playback> {
  const replacesSessionId = sessionStorage.getItem(LAST_SESSION);
  const body = { ...target, ...(replacesSessionId && { replacesSessionId }) };
  return requestJson<Playback>("/api/playback", { method: "POST", body });
}

export function endStream(sessionId: string): Promise<unknown> {
  return requestJson(`/api/playback/${sessionId}/end`, { method: "POST" });
}
