"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { RequestError, requestJson } from "@/lib/platform/http/request-json";
import type { Playback } from "@/lib/playback/schema";

export type PlaybackTarget = { movieId: string; episodeId: string | null };

export type PlaybackState =
  | { status: "starting" }
  | { status: "started"; playback: Playback; startSeconds: number }
  | { status: "refused"; error: RequestError };

/** Outlives a reload of the tab, so that the stream before it can be replaced instead of counted beside it. */
const LAST_SESSION = "cineverse:stream";

/** Starts playing the target and starts again on demand; `restart` goes on at a position of its own. */
export function usePlayback(target: PlaybackTarget) {
  const [state, setState] = useState<PlaybackState>({ status: "starting" });
  const [attempt, setAttempt] = useState(0);
  const startSeconds = useRef<number | null>(null);
  const { movieId, episodeId } = target;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts again with the same target
  useEffect(() => {
    const abort = new AbortController();
    setState({ status: "starting" });
    // React mounts twice while developing; only the mount that stays may take a place in the plan.
    const timer = setTimeout(async () => {
      const next = await start({ movieId, episodeId }, startSeconds.current, abort.signal);
      startSeconds.current = null;
      if (!abort.signal.aborted && next) setState(next);
    });
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [movieId, episodeId, attempt]);

  const restart = useCallback((seconds?: number) => {
    startSeconds.current = seconds ?? null;
    setAttempt((count) => count + 1);
  }, []);
  const refuse = useCallback((error: RequestError) => setState({ status: "refused", error }), []);
  return { state, restart, refuse };
}

async function start(
  target: PlaybackTarget,
  startSeconds: number | null,
  signal: AbortSignal,
): Promise<PlaybackState | null> {
  const replacesSessionId = sessionStorage.getItem(LAST_SESSION);
  try {
    const playback = await requestJson<Playback>("/api/playback", {
      method: "POST",
      body: { ...target, ...(replacesSessionId && { replacesSessionId }) },
      signal,
    });
    sessionStorage.setItem(LAST_SESSION, playback.sessionId);
    return { status: "started", playback, startSeconds: startSeconds ?? playback.resumeSeconds };
  } catch (error) {
    return error instanceof RequestError ? { status: "refused", error } : null;
  }
}

export function endStream(sessionId: string): Promise<unknown> {
  return requestJson(`/api/playback/${sessionId}/end`, { method: "POST" });
}
