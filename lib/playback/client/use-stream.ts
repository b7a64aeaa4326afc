"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { RequestError } from "@/lib/platform/http/request-json";
import { createHlsEngine } from "@/lib/playback/client/hls-engine";
import { canPlayNatively, NativeEngine } from "@/lib/playback/client/native-engine";
import { canPlayWithHls } from "@/lib/playback/client/open-hls";
import { NO_ENGINE_STATS } from "@/lib/playback/client/stats";
import {
  type Attachment,
  NO_CHOICES,
  type StreamChoices,
  type StreamEngine,
  type StreamProblem,
} from "@/lib/playback/client/stream-engine";
import { StreamSession } from "@/lib/playback/client/stream-session";
import type { StartedPlayback } from "@/lib/playback/client/use-playback";

const RETRY_MS = 3000;

type Options = {
  video: HTMLVideoElement;
  started: StartedPlayback | null;
  /** The viewer or the browser asks for little data. */
  isSaving: boolean;
  /** The stream may not go on; it stood at these seconds. */
  onLost: (error: RequestError, seconds: number) => void;
  /** The page was left and came back as it was: its stream has ended meanwhile. */
  onReturn: (seconds: number) => void;
};

export type Stream = ReturnType<typeof useStream>;

/** Feeds a video element with a started playback until it is replaced or the page is left. */
export function useStream({ video, started, isSaving, onLost, onReturn }: Options) {
  const [choices, setChoices] = useState<StreamChoices>(NO_CHOICES);
  const [problem, setProblem] = useState<StreamProblem | null>(null);
  const engine = useRef<StreamEngine | null>(null);
  const current = useRef<StreamSession | null>(null);
  const saving = useEffectEvent(() => isSaving);
  const lost = useEffectEvent(onLost);
  const returned = useEffectEvent(onReturn);

  useEffect(() => {
    if (!started) return;
    const { playback, startSeconds, askedAt } = started;
    const position = () => (video.readyState > 0 ? video.currentTime : startSeconds);
    const onReturn = () => returned(position());
    const session = new StreamSession(playback, video, {
      ...{ askedAt, onReturn },
      onLost: (error) => lost(error, position()),
    });
    const onChoices = (change: Partial<StreamChoices>) => setChoices((old) => ({ ...old, ...change }));
    setProblem(null);
    setChoices(NO_CHOICES);
    current.current = session;
    engine.current = attach({
      ...{ video, playback, session, startSeconds, onChoices, onProblem: setProblem, onReturn },
      isSaving: saving(),
    });
    return () => {
      session.close();
      engine.current?.destroy();
      engine.current = null;
      current.current = null;
    };
  }, [video, started]);

  useEffect(() => engine.current?.saveData(isSaving), [isSaving]);
  useConnection(setProblem);
  useRetryWhileOffline(problem, engine);

  const chooseHeight = useCallback((height: number | null) => engine.current?.chooseHeight(height), []);
  const chooseAudio = useCallback((id: number) => engine.current?.chooseAudio(id), []);
  const readEngine = useCallback(() => engine.current?.readStats() ?? NO_ENGINE_STATS, []);
  const showOn = useCallback((element: HTMLVideoElement | null) => {
    current.current?.showOn(element);
    engine.current?.rest(element !== null);
  }, []);
  return { choices, problem, chooseHeight, chooseAudio, readEngine, showOn };
}

function attach(attachment: Attachment): StreamEngine | null {
  if (canPlayWithHls()) return createHlsEngine(attachment);
  if (canPlayNatively(attachment.video)) return new NativeEngine(attachment);
  attachment.onProblem("unsupported");
  return null;
}

type SetProblem = React.Dispatch<React.SetStateAction<StreamProblem | null>>;

/** hls.js waits in silence while the browser knows that it is offline; somebody has to say so. */
function useConnection(setProblem: SetProblem): void {
  useEffect(() => {
    const lost = () => setProblem((problem) => problem ?? "offline");
    const found = () => setProblem((problem) => (problem === "offline" ? null : problem));
    window.addEventListener("offline", lost);
    window.addEventListener("online", found);
    return () => {
      window.removeEventListener("offline", lost);
      window.removeEventListener("online", found);
    };
  }, [setProblem]);
}

/** Goes on by itself as soon as the network is back. */
function useRetryWhileOffline(
  problem: StreamProblem | null,
  engine: React.RefObject<StreamEngine | null>,
): void {
  useEffect(() => {
    if (problem !== "offline") return;
    const retry = () => engine.current?.retry();
    const timer = setInterval(retry, RETRY_MS);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, [problem, engine]);
}
