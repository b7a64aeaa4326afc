"use client";

import { useMemo } from "react";
import { SPEEDS } from "@/components/playback/settings-menus";
import type { PlayerActions } from "@/lib/playback/client/use-player-keys";

type Options = {
  video: HTMLVideoElement | null;
  toggleFullscreen: () => void;
  toggleSubtitles: () => void;
  playNext: () => void;
  showKeys: () => void;
  leaveControls: () => void;
};

type Actions = PlayerActions & {
  togglePip: () => void;
  seekTo: (seconds: number) => void;
  setSpeed: (rate: number) => void;
};

/** Everything that buttons and keys do to the video. */
export function usePlayerActions(options: Options): Actions {
  const { video, ...others } = options;
  const actions = useMemo(() => videoActions(video), [video]);
  return { ...actions, ...others };
}

function videoActions(video: HTMLVideoElement | null) {
  const seekTo = (seconds: number) => {
    if (!video || !Number.isFinite(video.duration)) return;
    video.currentTime = Math.min(Math.max(0, seconds), video.duration);
    if (video.paused && seconds < video.duration && video.ended) void video.play().catch(() => undefined);
  };
  const setSpeed = (rate: number) => {
    if (video) video.playbackRate = rate;
  };
  return {
    seekTo,
    setSpeed,
    togglePlay: () => {
      if (!video) return;
      if (video.paused) void video.play().catch(() => undefined);
      else video.pause();
    },
    seekBy: (seconds: number) => video && seekTo(video.currentTime + seconds),
    seekToFraction: (fraction: number) => video && seekTo(video.duration * fraction),
    changeVolume: (difference: number) => {
      if (!video) return;
      video.volume = Math.min(1, Math.max(0, video.volume + difference));
      video.muted = false;
    },
    toggleMute: () => {
      if (video) video.muted = !video.muted;
    },
    changeSpeed: (steps: number) => {
      if (!video) return;
      const index = SPEEDS.findIndex((speed) => speed >= video.playbackRate);
      setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, index + steps))] ?? 1);
    },
    togglePip: () => {
      if (!video) return;
      const change = document.pictureInPictureElement
        ? document.exitPictureInPicture()
        : video.requestPictureInPicture();
      void change.catch(() => undefined);
    },
  };
}
