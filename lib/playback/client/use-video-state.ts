"use client";

import { useEffect, useState } from "react";

export type VideoState = {
  isPaused: boolean;
  isEnded: boolean;
  isMuted: boolean;
  volume: number;
  rate: number;
  isInPip: boolean;
  /** Whole seconds, so that what shows it draws once a second. */
  seconds: number;
  durationSeconds: number;
  hasBegun: boolean;
  /** Nothing is left to show. */
  isStarved: boolean;
};

const INITIAL: VideoState = {
  isPaused: true,
  isEnded: false,
  isMuted: false,
  volume: 1,
  rate: 1,
  isInPip: false,
  seconds: 0,
  durationSeconds: 0,
  hasBegun: false,
  isStarved: true,
};

const EVENTS = [
  "play",
  "playing",
  "pause",
  "ended",
  "volumechange",
  "ratechange",
  "timeupdate",
  "seeking",
  "durationchange",
  "enterpictureinpicture",
  "leavepictureinpicture",
  "loadeddata",
  "waiting",
  "canplay",
  "emptied",
];

/** What the controls show of a video element. */
export function useVideoState(video: HTMLVideoElement): VideoState {
  const [state, setState] = useState(INITIAL);
  useEffect(() => {
    const read = () =>
      setState((old) => {
        const next = readState(video, old.hasBegun);
        return isSame(old, next) ? old : next;
      });
    for (const name of EVENTS) video.addEventListener(name, read);
    read();
    return () => {
      for (const name of EVENTS) video.removeEventListener(name, read);
    };
  }, [video]);
  return state;
}

function readState(video: HTMLVideoElement, hasBegun: boolean): VideoState {
  return {
    isPaused: video.paused,
    isEnded: video.ended,
    isMuted: video.muted || video.volume === 0,
    volume: video.volume,
    rate: video.playbackRate,
    isInPip: document.pictureInPictureElement === video,
    seconds: Math.floor(video.currentTime),
    durationSeconds: Number.isFinite(video.duration) ? video.duration : 0,
    hasBegun: video.readyState > 0 && (hasBegun || (video.readyState >= 2 && !video.paused)),
    isStarved: video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA && !video.ended,
  };
}

function isSame(one: VideoState, other: VideoState): boolean {
  return (Object.keys(one) as (keyof VideoState)[]).every((key) => one[key] === other[key]);
}
