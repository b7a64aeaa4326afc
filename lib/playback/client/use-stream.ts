"use client";

import type Hls from "hls.js";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { RequestError } from "@/lib/platform/http/request-json";
import {
  createHls,
  type HlsModule,
  loadHls,
  type StreamProblem,
  watchErrors,
} from "@/lib/playback/client/attach-hls";
import { StreamSession } from "@/lib/playback/client/stream-session";
import type { Playback } from "@/lib/playback/schema";

const RETRY_MS = 3000;

export type StreamChoices = {
  /** Heights that can be had, highest first. */
  heights: number[];
  /** The chosen height; null is automatic. */
  chosenHeight: number | null;
  /** What is on screen. */
  currentHeight: number | null;
  audioTracks: { id: number; label: string }[];
  audioId: number;
};

const NO_CHOICES: StreamChoices = {
  heights: [],
  chosenHeight: null,
  currentHeight: null,
  audioTracks: [],
  audioId: -1,
};

type Options = {
  video: HTMLVideoElement | null;
  playback: Playback | null;
  startSeconds: number;
  onLost: (error: RequestError) => void;
};

/** Feeds a video element with a started playback until it is replaced or the page is left. */
export function useStream({ video, playback, startSeconds, onLost }: Options) {
  const [choices, setChoices] = useState(NO_CHOICES);
  const [problem, setProblem] = useState<StreamProblem | null>(null);
  const engine = useRef<Hls | null>(null);
  const lost = useEffectEvent((error: RequestError) => onLost(error));
  const position = useEffectEvent(() => startSeconds);

  useEffect(() => {
    if (!video || !playback) return;
    const session = new StreamSession(playback, video, { onLost: (error) => lost(error) });
    let isOver = false;
    setProblem(null);
    loadHls()
      .then((module) => {
        if (isOver) return;
        engine.current = attach(
          module,
          { video, playback, session, startSeconds: position() },
          setChoices,
          setProblem,
        );
      })
      .catch(() => !isOver && setProblem("offline"));
    return () => {
      isOver = true;
      session.close();
      engine.current?.destroy();
      engine.current = null;
    };
  }, [video, playback]);

  useRetryWhileOffline(problem, engine);

  const chooseHeight = useCallback((height: number | null) => {
    const hls = engine.current;
    if (!hls) return;
    hls.nextLevel = height === null ? -1 : hls.levels.findIndex((level) => level.height === height);
    setChoices((old) => ({ ...old, chosenHeight: height }));
  }, []);
  const chooseAudio = useCallback((id: number) => {
    if (engine.current) engine.current.audioTrack = id;
  }, []);
  return { choices, problem, chooseHeight, chooseAudio };
}

type Attachment = {
  video: HTMLVideoElement;
  playback: Playback;
  session: StreamSession;
  startSeconds: number;
};

function attach(
  module: HlsModule,
  { video, playback, session, startSeconds }: Attachment,
  setChoices: React.Dispatch<React.SetStateAction<StreamChoices>>,
  setProblem: (problem: StreamProblem | null) => void,
): Hls | null {
  const { default: Engine, Events } = module;
  if (!Engine.isSupported()) {
    playNatively(video, playback.masterUrl, startSeconds, setProblem);
    return null;
  }
  const hls = createHls(module, session, startSeconds);
  watchErrors(module, hls, setProblem);
  hls.on(Events.MANIFEST_PARSED, () => {
    const heights = hls.levels.map(({ height }) => height).sort((one, other) => other - one);
    setChoices({ ...NO_CHOICES, heights });
    beginPlaying(video);
  });
  hls.on(Events.LEVEL_SWITCHED, (_event, { level }) =>
    setChoices((old) => ({ ...old, currentHeight: hls.levels[level]?.height ?? null })),
  );
  const readAudio = () => {
    const audioTracks = hls.audioTracks.map(({ id, name }) => ({ id, label: name }));
    setChoices((old) => ({ ...old, audioTracks, audioId: hls.audioTrack }));
  };
  hls.on(Events.AUDIO_TRACKS_UPDATED, readAudio);
  hls.on(Events.AUDIO_TRACK_SWITCHED, readAudio);
  hls.loadSource(playback.masterUrl);
  hls.attachMedia(video);
  return hls;
}

/** Whoever pressed "play" wants it to play; a browser that refuses shows the button instead. Attaching would stop it. */
function beginPlaying(video: HTMLVideoElement): void {
  void video.play().catch(() => undefined);
}

/** Browsers without Media Source play HLS themselves, or not at all. */
function playNatively(
  video: HTMLVideoElement,
  masterUrl: string,
  startSeconds: number,
  setProblem: (problem: StreamProblem) => void,
): void {
  if (!video.canPlayType("application/vnd.apple.mpegurl")) {
    setProblem("unsupported");
    return;
  }
  video.src = masterUrl;
  video.addEventListener(
    "loadedmetadata",
    () => {
      video.currentTime = startSeconds;
      beginPlaying(video);
    },
    { once: true },
  );
}

/** Goes on by itself as soon as the network is back. */
function useRetryWhileOffline(problem: StreamProblem | null, engine: React.RefObject<Hls | null>): void {
  useEffect(() => {
    if (problem !== "offline") return;
    const retry = () => {
      const hls = engine.current;
      if (!hls) return;
      // Without levels not even the master playlist has arrived.
      if (hls.levels.length === 0 && hls.url) hls.loadSource(hls.url);
      else hls.startLoad();
    };
    const timer = setInterval(retry, RETRY_MS);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, [problem, engine]);
}
