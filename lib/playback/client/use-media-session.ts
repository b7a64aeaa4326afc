"use client";

import { useEffect, useEffectEvent } from "react";
import type { PlayerActions } from "@/lib/playback/client/player-actions";

type Shown = { title: string; subtitle: string | null; backdropPath: string | null };

/** The keys of a keyboard, a headset, a lock screen: what plays, where it stands, and what may be pressed. */
export function useMediaSession(
  video: HTMLVideoElement,
  { title, subtitle, backdropPath }: Shown,
  actions: PlayerActions,
  hasNext: boolean,
): void {
  const act = useEffectEvent((name: MediaSessionAction, seconds?: number) => {
    if (name === "play") void video.play().catch(() => undefined);
    else if (name === "pause" || name === "stop") video.pause();
    else if (name === "seekbackward") actions.seekBy(-(seconds ?? 10));
    else if (name === "seekforward") actions.seekBy(seconds ?? 10);
    else if (name === "seekto" && seconds !== undefined) actions.seekTo(seconds);
    else if (name === "nexttrack") actions.playNext();
  });

  useEffect(() => {
    const { mediaSession } = navigator;
    if (!mediaSession) return;
    mediaSession.metadata = new MediaMetadata({
      title: subtitle ?? title,
      ...(subtitle && { artist: title }),
      ...(backdropPath && {
        artwork: [{ src: `/artwork/${backdropPath}`, sizes: "1600x900", type: "image/webp" }],
      }),
    });
    return () => {
      mediaSession.metadata = null;
    };
  }, [title, subtitle, backdropPath]);

  useEffect(() => {
    const { mediaSession } = navigator;
    if (!mediaSession) return;
    const names: MediaSessionAction[] = ["play", "pause", "stop", "seekbackward", "seekforward", "seekto"];
    if (hasNext) names.push("nexttrack");
    for (const name of names) {
      handle(name, ({ seekTime, seekOffset }) => act(name, seekTime ?? seekOffset ?? undefined));
    }
    return () => {
      for (const name of names) handle(name, null);
    };
  }, [hasNext]);

  useEffect(() => {
    const tell = () => {
      const { duration, playbackRate, currentTime } = video;
      if (!navigator.mediaSession?.setPositionState || !(duration > 0) || !Number.isFinite(duration)) return;
      navigator.mediaSession.playbackState = video.paused ? "paused" : "playing";
      navigator.mediaSession.setPositionState({
        duration,
        playbackRate,
        position: Math.min(currentTime, duration),
      });
    };
    const events = ["play", "pause", "seeked", "ratechange", "durationchange"];
    for (const name of events) video.addEventListener(name, tell);
    // The film plays already when these controls come.
    tell();
    return () => {
      for (const name of events) video.removeEventListener(name, tell);
    };
  }, [video]);
}

/** Browsers throw for an action that they do not know. */
function handle(name: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
  try {
    navigator.mediaSession.setActionHandler(name, handler);
  } catch {
    // That key does nothing here.
  }
}
